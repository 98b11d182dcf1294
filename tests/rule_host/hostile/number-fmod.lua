-- The rest of a division by nothing, in C.
-- expect: error
-- says: bad argument #2 to 'fmod' (zero)
return function(report, ctx)
  local n = math.fmod(1, 0) -- here
end
