-- A severity that is none.
-- expect: error
-- says: expected
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', severity = 'fatal' } -- here
end
