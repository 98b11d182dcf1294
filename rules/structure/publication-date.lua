-- Lateness counts only of a date that is called one of publication, or stands alone in brackets under the title: it is not
-- known of other dates that they are. A date of a later year is that of a move to another site. For towns and sub-district
-- offices no national date is set. A date that no calendar has, or that lies within the report year, is wrong wherever a
-- report is dated.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  requires  = { "title" },
  title     = { zh = "年度报告的日期晚于法定时间或者不可能", en = "the report's date is after the statutory one, or impossible" },
  help      = { zh = "部门在每年 1 月 31 日前、政府在 3 月 31 日前公布上一年度的报告", en = "Departments publish by 31 January, governments by 31 March of the following year" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条" },
  options   = {
    called = {
      type = "string",
      default = [[(?:发布|公布|公开|发文|发稿|上网)(?:时间|日期)\s*[：:]?\s*\[?|(?:^|[\s　>|])时间\s*[：:]\s*\[?]],
      doc = { zh = "公布日期之前怎样写", en = "what stands before a date of publication" },
    },
    dated = {
      type = "string",
      default = [[(?:成文|印发|编制|落款|签发|生成|发文)(?:时间|日期)\s*[：:]\s*\[?]],
      doc = { zh = "其他日期之前怎样写", en = "what stands before another date of the report" },
    },
    date = {
      type = "string",
      default = [[([0-9０-９]{4})\s*[年\-/.]\s*([0-9０-９]{1,2})\s*[月\-/.]\s*([0-9０-９]{1,2})(?:\s*日)?]],
      doc = { zh = "日期；各组为年、月、日", en = "a date; groups: year, month, day" },
    },
    alone = {
      type = "string",
      default = [[\s*[（(]?\s*[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日\s*[）)]?\s*]],
      doc = { zh = "单独成段的日期", en = "a paragraph that is a date" },
    },
    signed = {
      type = "string",
      default = [[(?:^|[\s　])[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日\s*(?:印发)?\s*(?:[（(][^）)]{0,8}[）)])?\s*$]],
      doc = { zh = "落款的日期", en = "the date that a report is signed with" },
    },
    department_kinds = { type = "list", default = { "department", "office" }, doc = { zh = "按部门期限的机关类型", en = "kinds of organ that publish by the departments' date" } },
    department_date = { type = "string", default = "01-31", doc = { zh = "部门的期限，月-日", en = "the departments' date, month-day" } },
    government_kinds = { type = "list", default = { "people_government" }, doc = { zh = "按政府期限的机关类型", en = "kinds of organ that publish by the governments' date" } },
    government_date = { type = "string", default = "03-31", doc = { zh = "政府的期限，月-日", en = "the governments' date, month-day" } },
  },
  messages  = {
    late = { zh = "公布日期是 {found}，应不晚于 {due}", en = "published on {found}, due by {due}" },
    none = { zh = "“{found}”不是日历上的日期", en = "no calendar has the date '{found}'" },
    early = { zh = "日期“{found}”早于报告年度 {year} 年的年底：报告是下一年编制的", en = "the date '{found}' comes before the end of the report year '{year}': a report is made in the year after" },
  },

  check = function(report, ctx)
    local options = ctx.options
    local year = ctx:need(report.year)
    local function read(match)
      local g = match.groups
      local year, month, day = tonumber(g[1].folded), tonumber(g[2].folded), tonumber(g[3].folded)
      return { at = match, year = year, month = month, day = day, text = ("%d-%02d-%02d"):format(year, month, day) }
    end
    local function is_possible(date)
      local days = { 31, date.year % 4 == 0 and (date.year % 100 ~= 0 or date.year % 400 == 0) and 29 or 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
      return days[date.month] ~= nil and date.day >= 1 and date.day <= days[date.month]
    end
    -- A report is made at the year's end at the earliest.
    local function is_early(date) return date.year == year and date.month <= 11 or date.year < year and date.year >= year - 3 end

    local published, dates = nil, {}
    local called = report:find("(" .. options.called .. ")(" .. options.date .. ")")
    if called then
      local date = read(called.groups[2]:find(options.date))
      date.called = called
      published, dates[1] = date, date
    else
      local first = report.preface[1]
      if first and first:matches(options.alone) then
        published = read(first:find(options.date))
        published.called, dates[1] = published.at, published
      end
    end
    local dated = report:find("(" .. options.dated .. ")(" .. options.date .. ")")
    if dated then dates[#dates + 1] = read(dated.groups[2]:find(options.date)) end
    local last_section = report.sections[#report.sections]
    if last_section then
      local last = last_section.paragraphs[#last_section.paragraphs]
      local signed = last and last:find(options.signed)
      if signed then dates[#dates + 1] = read(signed:find(options.date)) end
    end
    for _, date in ipairs(dates) do
      if not is_possible(date) then
        ctx:emit { at = date.at, message = "none", severity = "warning", data = { found = date.at.text }, place = "title" }
        return
      elseif is_early(date) then
        ctx:emit { at = date.at, message = "early", severity = "warning", data = { found = date.at.text, year = year }, place = "title" }
        return
      end
    end

    local kind = ctx:need(report.organ_kind)
    local due
    for _, who in ipairs { "department", "government" } do
      for _, each in ipairs(options[who .. "_kinds"]) do
        if each == kind then due = options[who .. "_date"] end
      end
    end
    ctx:need(due)
    ctx:need(published)
    local month, day = tonumber(due:sub(1, 2)), tonumber(due:sub(4, 5))
    local late = published.month > month or published.month == month and published.day > day
    if published.year == year + 1 and late then
      ctx:emit { at = published.called, message = "late", place = "title",
                 data = { found = published.text, due = (year + 1) .. "-" .. due } }
    end
  end,
}
