-- The period's year is structure/year-mismatch's; here it is days and months. Months alone ("1月至12月") and a year's end
-- alone ("截至12月31日") are right.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "very-high",
  fixable   = "safe",
  title     = { zh = "统计期限不是整个报告年度", en = "the statistical period is not the whole report year" },
  help      = { zh = "统计期限是报告年度的 1 月 1 日至 12 月 31 日", en = "The statistical period is 1 January to 31 December of the report year" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条：公布上一年度的年度报告" },
  options   = {
    period = {
      type = "string",
      default = [[统计(?:数据)?(?:的)?(?:期[限间]|时[段间]|区间|周期|范围)[^。；]*?([0-9０-９]{4})\s*年\s*(([0-9０-９]{1,2})\s*月\s*([0-9０-９]{1,2})\s*日)[^。；，,0-9０-９]{0,4}?[，,]?\s*(?:至|到|[—－~～\-]+)\s*(?:([0-9０-９]{4})\s*年)?\s*(([0-9０-９]{1,2})\s*月\s*([0-9０-９]{1,2})(?:\s*([日号]))?)]],
      doc = { zh = "统计期限；各组为起的年、月日、月、日，止的年、月日、月、日和“日”字",
              en = "the period; groups: year, date, month, day of its start, the same of its end, and 日" },
    },
  },
  messages  = {
    start = { zh = "统计期限从“{found}”起，应从 {want} 起", en = "the period starts on '{found}', it should on '{want}'" },
    finish = { zh = "统计期限到“{found}”止，应到 {want} 止", en = "the period ends on '{found}', it should on '{want}'" },
    day    = { zh = "“{found}”后缺少“日”", en = "日 is missing behind '{found}'" },
    change = { zh = "改为“{want}”", en = "change it to '{want}'" },
    add    = { zh = "补上“日”", en = "add 日" },
  },

  check = function(report, ctx)
    local form = report.expected_form
    local period = report.paragraphs:find(ctx.options.period)
    if not period then return end
    local g = period.groups
    local function is(day, month, of_month)
      return tonumber(month.folded) == tonumber(day:sub(1, 2)) and tonumber(of_month.folded) == tonumber(day:sub(4, 5))
    end
    local function named(day) return tonumber(day:sub(1, 2)) .. "月" .. tonumber(day:sub(4, 5)) .. "日" end
    local right_start = is(form.period_start, g[3], g[4])
    local function change(node, day)
      return { message = "change", edits = { ctx.edit.replace(node, named(day)) }, safety = "suggestion" }
    end
    -- A period that begins with another year's first day has its year wrong, which is said once.
    if right_start and report.year and tonumber(g[1].folded) ~= report.year then return end
    if not right_start then
      ctx:emit { at = g[2], message = "start", place = "preface", data = { found = g[2].text, want = named(form.period_start) },
                 fix = change(g[2], form.period_start) }
    elseif not is(form.period_end, g[7], g[8]) then
      ctx:emit { at = g[6], message = "finish", place = "preface", data = { found = g[6].text, want = named(form.period_end) },
                 fix = change(g[6], form.period_end) }
    elseif not g[9] then
      ctx:emit { at = g[6], message = "day", place = "preface", data = { found = g[6].text },
                 fix = { message = "add", edits = { ctx.edit.insert_after(g[6], "日") } } }
    end
  end,
}
