-- Products beyond all digits.
-- expect: error
return function(report, ctx)
  local n = ctx.decimal('0.1') * math.maxinteger * math.maxinteger -- here
end
