-- Changes what all rules share.
-- expect: error
-- says: Report
return function(report, ctx)
  report.year = 1 -- here
end
