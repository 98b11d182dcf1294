-- Keeps a cell and what was found in it.
-- expect: harmless
local kept = {}
return function(report, ctx)
  for i, cell in ipairs(kept) do ctx:emit { at = report, message = 'value', data = { v = cell.text } } end
  ctx:emit { at = report, message = 'value', data = { v = #kept } }
  kept[#kept + 1] = report.tables[1].rows[1].cells[1]
  kept[#kept + 1] = report:find('公开')
end
