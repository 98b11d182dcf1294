-- Changes what all rules share.
-- expect: error
-- says: library
return function(report, ctx)
  math.huge = 0 -- here
end
