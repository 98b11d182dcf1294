-- Long strings through string.lower.
-- expect: steps
return function(report, ctx)
  local s = ('x'):rep(50000)
  while true do local t = s:lower() end -- here
end
