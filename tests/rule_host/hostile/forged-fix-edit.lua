-- A table that looks like an edit.
-- expect: error
-- says: what ctx.edit gives
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', fix = { message = 'plain', edits = { { span = 1, text = 'x' } } } } -- here
end
