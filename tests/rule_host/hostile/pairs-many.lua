-- Sorts the keys of a large table, to look at the first.
-- expect: steps
return function(report, ctx)
  local set = {}
  for i = 1, 3000 do set['k' .. i * 7919 % 3001] = i end
  while true do for _ in pairs(set) do break end end -- here
end
