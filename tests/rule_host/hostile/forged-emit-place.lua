-- A place that is no text.
-- expect: error
-- says: cut in two
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', place = '\xFF' } -- here
end
