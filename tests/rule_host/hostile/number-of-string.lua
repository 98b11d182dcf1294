-- Computes with a string.
-- expect: error
-- says: attempt to perform arithmetic
return function(report, ctx)
  local n = '1' + 1 -- here
end
