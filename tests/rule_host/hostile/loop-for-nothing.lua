-- Counts in steps of nothing.
-- expect: error
-- says: 'for' step is zero
return function(report, ctx)
  for i = 1, 2, 0 do end -- here
end
