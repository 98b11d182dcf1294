-- Decimals are not divided.
-- expect: error
-- says: arithmetic
return function(report, ctx)
  local n = ctx.decimal('0.5') // 0 -- here
end
