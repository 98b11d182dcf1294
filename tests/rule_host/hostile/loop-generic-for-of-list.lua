-- Walks a list of the host for ever.
-- expect: steps
return function(report, ctx)
  while true do
    for _, table in ipairs(report.tables) do local cells = table.rows end -- here
  end
end
