-- Long strings through string.reverse.
-- expect: steps
return function(report, ctx)
  local s = ('x'):rep(50000)
  while true do local t = s:reverse() end -- here
end
