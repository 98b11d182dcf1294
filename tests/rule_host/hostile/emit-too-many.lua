-- More than ten thousand diagnostics.
-- expect: error
-- says: more than 10000 diagnostics
-- limits: default
return function(report, ctx)
  for _ = 1, 10001 do ctx:emit { at = report, message = 'plain' } end -- here
end
