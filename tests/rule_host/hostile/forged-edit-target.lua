-- The form is not to be changed.
-- expect: error
-- says: Node expected, got Form
return function(report, ctx)
  ctx.edit.replace(report.form, 'x') -- here
end
