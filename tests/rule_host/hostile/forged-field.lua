-- A field that is not there.
-- expect: error
-- says: did you mean 'year'
return function(report, ctx)
  local x = report.yeer -- here
end
