-- Compares a number with a string.
-- expect: error
-- says: attempt to compare
return function(report, ctx)
  local b = 1 < '2' -- here
end
