-- A number has no place.
-- expect: error
-- says: Node expected
return function(report, ctx)
  ctx:emit { at = ctx.decimal('0.5'), message = 'plain' } -- here
end
