-- A field with a very long name.
-- expect: error
-- says: no field
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', [('x'):rep(100000)] = 1 } -- here
end
