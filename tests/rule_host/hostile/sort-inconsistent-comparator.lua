-- A comparator that says yes to everything, and one that contradicts itself.
-- expect: harmless
return function(report, ctx)
  local list = {}
  for i = 1, 500 do list[i] = i * 7 % 13 end
  table.sort(list, function() return true end)
  local turn = false
  table.sort(list, function() turn = not turn return turn end)
  ctx:emit { at = report, message = 'value', data = { v = #list } }
end
