-- Shifts a string.
-- expect: error
-- says: bitwise
return function(report, ctx)
  local n = '1' << 1 -- here
end
