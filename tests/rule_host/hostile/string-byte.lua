-- Reads a long string to look at one byte.
-- expect: steps
return function(report, ctx)
  local s = ('x'):rep(50000)
  while true do local b = s:byte(-1) end -- here
end
