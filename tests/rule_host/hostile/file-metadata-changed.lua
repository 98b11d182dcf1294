-- Changes its severity and its messages while it runs: they were read when it was loaded.
-- expect: harmless
-- file: whole
local rule = {
  api = 1, since = "0.1.0", severity = "info", precision = "low",
  title = { zh = "题目", en = "title" }, help = { zh = "怎么办", en = "what to do" }, basis = { "依据" },
  messages = { value = { zh = "值为 {v}", en = "value '{v}'" } },
}
function rule.check(report, ctx)
  rule.severity, rule.messages.value.zh, rule.check = "error", "{other}", nil
  ctx:emit { at = report, message = "value", data = { v = rule.severity } }
end
return rule
