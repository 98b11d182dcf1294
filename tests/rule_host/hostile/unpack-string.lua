-- Unpacks a string, whose elements are nothing.
-- expect: steps
return function(report, ctx)
  local s = ('x'):rep(3000)
  while true do local x = table.unpack(s) end -- here
end
