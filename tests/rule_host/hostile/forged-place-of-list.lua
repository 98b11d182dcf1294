-- A list has no place.
-- expect: error
-- says: Node expected, got list
return function(report, ctx)
  ctx:emit { at = report.sections, message = 'plain' } -- here
end
