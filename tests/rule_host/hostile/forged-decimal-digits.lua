-- Too many digits.
-- expect: error
-- says: decimal
return function(report, ctx)
  local n = ctx.decimal('999999999999999999.' .. '9') -- here
end
