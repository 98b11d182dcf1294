-- No value for a placeholder.
-- expect: error
-- says: no value in data
return function(report, ctx)
  ctx:emit { at = report, message = 'value' } -- here
end
