-- A float.
-- expect: error
-- says: does not mix with a float
return function(report, ctx)
  local n = ctx.decimal('0.5') + 0.5 -- here
end
