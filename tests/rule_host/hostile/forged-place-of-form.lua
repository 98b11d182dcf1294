-- The form has no place.
-- expect: error
-- says: Node expected, got FormSection
return function(report, ctx)
  ctx:emit { at = report.form.sections[1], message = 'plain' } -- here
end
