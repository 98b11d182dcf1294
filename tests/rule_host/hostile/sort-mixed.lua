-- Sorts what has no order.
-- expect: error
-- says: attempt to compare
return function(report, ctx)
  table.sort({ 1, 'x', {} }) -- here
end
