-- Changes what all rules share.
-- expect: error
-- says: library
return function(report, ctx)
  gia.row_name = nil -- here
end
