-- A table that looks like a cell.
-- expect: error
-- says: Node expected, got table
return function(report, ctx)
  ctx:emit { at = { text = 'x', place = 'y', span = 3, line = 1 }, message = 'plain' } -- here
end
