-- A diagnostic about last year's report.
-- expect: error
-- says: last year's report
-- run: history
return function(report, ctx)
  ctx:emit { at = report.previous.title, message = 'plain' } -- here
end
