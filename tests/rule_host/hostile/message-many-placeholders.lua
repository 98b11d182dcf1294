-- A short message that becomes gigabytes: one long fact in a hundred thousand places.
-- expect: steps
-- limits: default
-- file: whole
local rule = {
  api = 1, since = "0.1.0", severity = "info", precision = "low",
  title = { zh = "题目", en = "title" }, help = { zh = "怎么办", en = "what to do" }, basis = { "依据" },
  messages = { value = { zh = ("{v}"):rep(100000), en = ("{v}"):rep(100000) } },
}
function rule.check(report, ctx)
  ctx:emit { at = report, message = "value", data = { v = ("x"):rep(100000) } } -- here
end
return rule
