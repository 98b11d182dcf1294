-- Changes what all rules share.
-- expect: error
-- says: table expected
return function(report, ctx)
  table.insert(string, 1) -- here
end
