-- Long strings through string.upper.
-- expect: steps
return function(report, ctx)
  local s = ('x'):rep(50000)
  while true do local t = s:upper() end -- here
end
