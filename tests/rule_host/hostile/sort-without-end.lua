-- Sorts three thousand elements again and again.
-- expect: steps
return function(report, ctx)
  local list = {}
  for i = 1, 3000 do list[i] = i * 7919 % 3001 end
  while true do table.sort(list, function(a, b) return a > b end) table.sort(list) end -- here
end
