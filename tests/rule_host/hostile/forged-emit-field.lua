-- A field whose name goes on behind a NUL byte.
-- expect: error
-- says: no field
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', ['place\0x'] = 'y' } -- here
end
