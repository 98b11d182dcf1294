-- Escapes control characters.
-- expect: steps
return function(report, ctx)
  local s = ('\1'):rep(20000)
  while true do local q = ('%q'):format(s) end -- here
end
