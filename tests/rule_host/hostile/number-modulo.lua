-- The rest of a division by nothing.
-- expect: error
-- says: attempt to perform 'n%
return function(report, ctx)
  local n = 1 % 0 -- here
end
