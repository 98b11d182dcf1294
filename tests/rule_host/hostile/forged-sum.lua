-- A number among cells.
-- expect: error
-- says: Cell expected, got number
return function(report, ctx)
  ctx.sum { report.tables[1].rows[1].cells[1], 1 } -- here
end
