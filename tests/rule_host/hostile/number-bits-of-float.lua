-- Shifts a float.
-- expect: error
-- says: no integer representation
return function(report, ctx)
  local n = 0.5 | 1 -- here
end
