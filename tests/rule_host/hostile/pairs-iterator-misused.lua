-- Calls the iterator of pairs with another table, and on beyond its end.
-- expect: harmless
return function(report, ctx)
  local step = pairs { a = 1, b = 2 }
  local found = 0
  for _ = 1, 10 do found = found + (step { a = 3, c = 4 } and 1 or 0) end
  ctx:emit { at = report, message = 'value', data = { v = found } }
end
