-- Repetitions of nothing.
-- expect: error
-- says: at least 1
return function(report, ctx)
  report:repeats(0) -- here
end
