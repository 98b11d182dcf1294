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
      default = [[(?:统计(?:数据)?(?:的)?(?:期[限间]?|时[间段限]|区间|周期|范围)|数据(?:的)?(?:统计|采集|起止)?(?:的)?(?:时限|期限|起止时间)|报告期(?:限)?)[^。；\n]{0,80}]],
      doc = { zh = "写统计期限的文字", en = "the words that tell the period" },
    },
    date = {
      type = "string",
      default = [[(?:([0-9０-９]{4})(\s*[年./\-－]?)\s*)?(([0-9０-９]{1,2})\s*[月./\-－]\s*([0-9０-９]{1,2})(?:\s*([日号]))?)]],
      doc = { zh = "日期；各组为年、年的标记、月日、月、日、“日”字", en = "a date; groups: year, its sign, month and day together, month, day, 日" },
    },
    part = {
      type = "string",
      default = [[(?:第?[一二三四](?:个)?季度|[上下]半年)|([0-9０-９]{1,2})\s*月?(?:份)?\s*(?:至|到|[—–－~～\-]+)\s*([0-9０-９]{1,2})\s*月(?:份|底|末)?(?:[^0-9０-９]|$)]],
      doc = { zh = "不用日期写的期限；各组为起止的月份", en = "a period without dates; groups: its months" },
    },
    whole = {
      type = "string",
      default = [[全年|整年|年度|第?一(?:季度)?\s*(?:至|到|[—–－~～\-]+)\s*第?四季度|自然年]],
      doc = { zh = "有这些的是整个年度", en = "words of a whole year" },
    },
    joined = {
      type = "string",
      default = [[^(?:\s*[0-9０-９]{1,2}\s*[时点:：][0-9０-９]*)?\s*(?:开始|起始|起)?\s*[，、]?\s*(?:直?至|截至|截止|到|为止|[—–－~～\-]+)]],
      doc = { zh = "起期和止期之间怎样写", en = "what stands between the two dates of a period" },
    },
    ends = { type = "string", default = [=[截[至止]]=], doc = { zh = "只写止期", en = "words before the end alone" } },
  },
  messages  = {
    start = { zh = "统计期限从“{found}”起，应从 {want} 起", en = "the period starts on '{found}', it should on '{want}'" },
    finish = { zh = "统计期限到“{found}”止，应到 {want} 止", en = "the period ends on '{found}', it should on '{want}'" },
    part   = { zh = "统计期限是“{found}”，应是整个报告年度", en = "the period is '{found}', it should be the whole report year" },
    year   = { zh = "“{found}”缺少“年”", en = "年 is missing in '{found}'" },
    day    = { zh = "“{found}”后缺少“日”", en = "日 is missing behind '{found}'" },
    change = { zh = "改为“{want}”", en = "change it to '{want}'" },
    add    = { zh = "补上“日”", en = "add 日" },
  },

  check = function(report, ctx)
    local form, options = report.expected_form, ctx.options
    local period = report.paragraphs:find(options.period)
    if not period then return end
    local function named(day) return tonumber(day:sub(1, 2)) .. "月" .. tonumber(day:sub(4, 5)) .. "日" end
    local function change(node, day)
      return { message = "change", edits = { ctx.edit.replace(node, named(day)) }, safety = "suggestion" }
    end
    local function read(match)
      local g = match.groups
      local month, day = tonumber(g[4].folded), tonumber(g[5].folded)
      if month > 12 or day > 31 then return nil end
      return { year = g[1] and tonumber(g[1].folded), unmarked = g[1] and g[2].empty, at = g[3], month = month, day = day,
               sign = g[6] and true, whole = match }
    end
    local function is(day, date) return date.month == tonumber(day:sub(1, 2)) and date.day == tonumber(day:sub(4, 5)) end
    local dates = {}
    for _, match in ipairs(period:find_all(options.date)) do dates[#dates + 1] = read(match) end
    local first, last = dates[1], dates[2]
    if not first then
      local part = period:find(options.part)
      if not part or period:find(options.whole) then return end
      local from, to = part.groups[1], part.groups[2]
      if from and tonumber(from.folded) == tonumber(form.period_start:sub(1, 2)) and tonumber(to.folded) == tonumber(form.period_end:sub(1, 2)) then return end
      ctx:emit { at = part, message = "part", place = "preface", data = { found = part.text } }
      return
    end
    -- A day of something else: 截至2023年12月31日，2024年1月20日公开.
    if last and not period:after(first.whole):find(options.joined) then last = nil end
    if not last then
      -- 截至12月31日; a day alone is none of the two.
      if period:before(first.whole):find(options.ends .. "[^，。；]{0,6}$") and not is(form.period_end, first) and (not first.year or first.year == report.year) then
        ctx:emit { at = first.at, message = "finish", place = "preface", data = { found = first.at.text, want = named(form.period_end) },
                   fix = change(first.at, form.period_end) }
      end
      return
    end
    if first.unmarked then
      ctx:emit { at = first.whole, message = "year", place = "preface", data = { found = first.whole.text } }
      return
    end
    local right_start = is(form.period_start, first)
    -- A period of another year has its year wrong, which is said once.
    if right_start and report.year and first.year and first.year ~= report.year then return end
    if not right_start then
      ctx:emit { at = first.at, message = "start", place = "preface", data = { found = first.at.text, want = named(form.period_start) },
                 fix = change(first.at, form.period_start) }
    elseif not is(form.period_end, last) then
      ctx:emit { at = last.at, message = "finish", place = "preface", data = { found = last.at.text, want = named(form.period_end) },
                 fix = change(last.at, form.period_end) }
    elseif not last.sign and last.at:find("月") then
      ctx:emit { at = last.at, message = "day", place = "preface", data = { found = last.at.text },
                 fix = { message = "add", edits = { ctx.edit.insert_after(last.at, "日") } } }
    end
  end,
}
