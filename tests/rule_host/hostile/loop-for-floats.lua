-- Counts to infinity.
-- expect: steps
return function(report, ctx)
  for i = 1.0, math.huge do end -- here
end
