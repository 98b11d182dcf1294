-- An edit has no place.
-- expect: error
-- says: Node expected, got Edit
return function(report, ctx)
  ctx:emit { at = ctx.edit.delete(report), message = 'plain' } -- here
end
