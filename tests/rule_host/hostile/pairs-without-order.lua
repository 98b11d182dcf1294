-- Keys that have no order.
-- expect: error
-- says: no order for keys
return function(report, ctx)
  for _ in pairs { [{}] = 1, [report] = 2 } do end -- here
end
