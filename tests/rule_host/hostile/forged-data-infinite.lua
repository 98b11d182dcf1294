-- Infinity in data.
-- expect: error
-- says: got float
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = math.huge } } -- here
end
