-- Prints numbers with hundreds of digits.
-- expect: steps
return function(report, ctx)
  while true do local s = ('%99.99f'):format(1e308) end -- here
end
