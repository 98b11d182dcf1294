-- The method of a table.
-- expect: error
-- says: Table expected, got table
return function(report, ctx)
  local t = report.tables[1] t.cell({ id = 'x' }, 'a', 'b') -- here
end
