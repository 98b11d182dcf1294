-- Wants to return another table each time it is run: it has nothing to remember the last time by.
-- expect: harmless
-- file: whole
runs = (runs or 0) + 1
local rule = {
  api = 1, since = "0.1.0", severity = "info", precision = "low",
  title = { zh = "题目", en = "title" }, help = { zh = "怎么办", en = "what to do" }, basis = { "依据" },
  messages = { value = { zh = "值为 {v}", en = "value '{v}'" } },
}
if runs > 1 then rule.check = nil else
  function rule.check(report, ctx) ctx:emit { at = report, message = "value", data = { v = runs } } end
end
return rule
