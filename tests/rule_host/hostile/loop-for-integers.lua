-- Counts through all integers.
-- expect: steps
return function(report, ctx)
  for i = math.mininteger, math.maxinteger do end -- here
end
