-- Sorts strings that differ in their last byte alone.
-- expect: steps
return function(report, ctx)
  local list = {}
  for i = 1, 20 do list[i] = ('x'):rep(2000) .. i end
  while true do table.sort(list) table.sort(list, function(a, b) return a > b end) end -- here
end
