-- Counts of counts of counts.
-- expect: error
-- says: regular expression
return function(report, ctx)
  report:find('((x{100}){100}){100}') -- here
end
