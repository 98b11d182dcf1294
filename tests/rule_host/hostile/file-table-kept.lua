-- Keeps a cell in the table that the file returned.
-- expect: harmless
-- file: whole
local rule = {
  api = 1, since = "0.1.0", severity = "info", precision = "low",
  title = { zh = "题目", en = "title" }, help = { zh = "怎么办", en = "what to do" }, basis = { "依据" },
  messages = { value = { zh = "值为 {v}", en = "value '{v}'" } },
}
function rule.check(report, ctx)
  ctx:emit { at = report, message = "value", data = { v = tostring(rule.cell) } }
  rule.cell = report.tables[1].rows[1].cells[1]
end
return rule
