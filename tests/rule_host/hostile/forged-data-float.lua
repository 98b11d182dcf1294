-- A float in data.
-- expect: error
-- says: got float
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = 0.5 } } -- here
end
