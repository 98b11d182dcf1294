-- Changes what all rules share.
-- expect: error
-- says: list
return function(report, ctx)
  report.sections[1] = nil -- here
end
