-- Divides by nothing.
-- expect: error
-- says: divide by zero
return function(report, ctx)
  local n = 1 // 0 -- here
end
