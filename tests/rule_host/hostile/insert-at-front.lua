-- Inserts at the front of a long list; the place is a float.
-- expect: steps
return function(report, ctx)
  local list = {}
  for i = 1, 10000 do list[i] = i end
  while true do table.insert(list, 1.0, 0) table.remove(list, 1.0) end -- here
end
