-- Changes what all rules share.
-- expect: error
-- says: table expected
return function(report, ctx)
  table.sort(gia) -- here
end
