-- Repeats a string NaN times.
-- expect: error
-- says: number has no integer representation
return function(report, ctx)
  local s = ('x'):rep(0 / 0) -- here
end
