-- A name with a NUL byte.
-- expect: error
-- says: names are
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', data = { ['v\0x'] = 1 } } -- here
end
