-- Only a date that is called one of publication, or stands alone in brackets under the title. A date of a later year is
-- that of a move to another site. For towns and sub-district offices no national date is set.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  requires  = { "title" },
  title     = { zh = "年度报告公布晚于法定时间", en = "the report was published after its statutory date" },
  help      = { zh = "部门在每年 1 月 31 日前、政府在 3 月 31 日前公布上一年度的报告", en = "Departments publish by 31 January, governments by 31 March of the following year" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条" },
  options   = {
    called = {
      type = "string",
      default = [[(?:发布|公布|公开|发文|发稿)(?:时间|日期)\s*[：:]?\s*\[?([0-9０-９]{4})\s*[年\-/.]\s*([0-9０-９]{1,2})\s*[月\-/.]\s*([0-9０-９]{1,2})(?:\s*日)?]],
      doc = { zh = "网页上的发布日期；各组为年、月、日", en = "a date of publication; groups: year, month, day" },
    },
    alone = {
      type = "string",
      default = [[\s*[（(]?\s*([0-9０-９]{4})\s*年\s*([0-9０-９]{1,2})\s*月\s*([0-9０-９]{1,2})\s*日\s*[）)]?\s*]],
      doc = { zh = "标题下单独成段的日期，分组同上", en = "a paragraph under the title that is a date, groups as above" },
    },
    department_kinds = { type = "list", default = { "department", "office" }, doc = { zh = "按部门期限的机关类型", en = "kinds of organ that publish by the departments' date" } },
    department_date = { type = "string", default = "01-31", doc = { zh = "部门的期限，月-日", en = "the departments' date, month-day" } },
    government_kinds = { type = "list", default = { "people_government" }, doc = { zh = "按政府期限的机关类型", en = "kinds of organ that publish by the governments' date" } },
    government_date = { type = "string", default = "03-31", doc = { zh = "政府的期限，月-日", en = "the governments' date, month-day" } },
  },
  messages  = {
    late = { zh = "公布日期是 {found}，应不晚于 {year} 年 {month} 月 {day} 日", en = "published on {found}, due by '{year}'-'{month}'-'{day}'" },
  },

  check = function(report, ctx)
    local year, kind = ctx:need(report.year), ctx:need(report.organ_kind)
    local due
    for _, who in ipairs { "department", "government" } do
      for _, each in ipairs(ctx.options[who .. "_kinds"]) do
        if each == kind then due = ctx.options[who .. "_date"] end
      end
    end
    ctx:need(due)
    local date = report:find(ctx.options.called)
    if not date then
      local first = report.preface[1]
      if first and first:matches(ctx.options.alone) then date = first:find(ctx.options.alone) end
    end
    ctx:need(date)
    local g = date.groups
    local month, day = tonumber(due:sub(1, 2)), tonumber(due:sub(4, 5))
    local found_month, found_day = tonumber(g[2].folded), tonumber(g[3].folded)
    local late = found_month > month or found_month == month and found_day > day
    if tonumber(g[1].folded) == year + 1 and late and found_month <= 12 then
      ctx:emit { at = date, message = "late", place = "title",
                 data = { found = g[1].text .. "-" .. g[2].text .. "-" .. g[3].text, year = year + 1, month = month, day = day } }
    end
  end,
}
