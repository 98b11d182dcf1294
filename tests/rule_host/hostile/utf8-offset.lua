-- Looks for the last character of a long string.
-- expect: steps
return function(report, ctx)
  local s = ('中'):rep(20000)
  while true do local n = utf8.offset(s, -20000) end -- here
end
