-- Deep tables in data.
-- expect: error
-- says: got table
return function(report, ctx)
  local deep = {} for _ = 1, 1000 do deep = { deep } end ctx:emit { at = report, message = 'value', data = { v = deep } } -- here
end
