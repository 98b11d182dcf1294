-- The method of a list.
-- expect: error
-- says: list expected, got Report
return function(report, ctx)
  local with = report.paragraphs.with with(report, 'x') -- here
end
