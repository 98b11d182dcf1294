-- No decimal.
-- expect: error
-- says: decimal
return function(report, ctx)
  ctx.decimal('1e5') -- here
end
