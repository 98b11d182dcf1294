-- A comparator that takes the list apart while it is sorted.
-- expect: harmless
return function(report, ctx)
  local list = { 9, 8, 7, 6, 5, 4, 3, 2, 1 }
  table.sort(list, function(a, b)
    for i = 1, 20 do list[i] = nil end
    return a < b
  end)
  ctx:emit { at = report, message = 'value', data = { v = #list } }
end
