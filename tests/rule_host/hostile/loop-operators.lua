-- Compares decimals for ever, each time in an operator of the host.
-- expect: steps
return function(report, ctx)
  local one, two = ctx.decimal('0.1'), ctx.decimal('0.2')
  while one < two do end -- here
end
