-- The title's year against the statistical period: both are the report year by definition. Years in other sentences
-- have many good reasons.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  requires  = { "title" },
  title     = { zh = "标题的年份与统计期限不一致", en = "the title's year differs from the statistical period" },
  help      = { zh = "核对报告的年份，改正写错的一处；统计期限是报告年度的 1 月 1 日至 12 月 31 日",
                en = "Correct the wrong one; the statistical period is 1 January to 31 December of the report year" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条：公布上一年度的年度报告" },
  options   = {
    period = {
      type = "string",
      default = [[(?:统计的?(?:期[限间]?|时间|时段|时限|区间|范围)|数据[^。；，]{0,6}统计[^。；，]{0,6}(?:时间|期间))[^。；]{0,12}?([0-9０-９]{4})\s*年\s*[1１]\s*月\s*[1１]\s*日(?:[^。；]{0,8}?([0-9０-９]{4})\s*年\s*[1１][2２]\s*月)?]],
      doc = { zh = "统计期限的写法；第一、第二组是起止的年份", en = "how the statistical period is written; groups 1 and 2 are its years" },
    },
  },
  messages  = {
    differs = { zh = "统计期限是 {period} 年，标题是 {title} 年", en = "the statistical period is '{period}', the title says '{title}'" },
    title   = { zh = "标题的年份", en = "the title's year" },
  },

  check = function(report, ctx)
    local year = ctx:need(report.title.year)
    local function look(paragraphs)
      for _, paragraph in ipairs(paragraphs:with(ctx.options.period)) do
        for _, group in ipairs(paragraph:find(ctx.options.period).groups) do
          if group and tonumber(group.folded) ~= year then
            ctx:emit { at = group, message = "differs", place = "title", data = { period = group.text, title = year },
                       related = { { at = report.title.year_node, message = "title", data = {} } } }
            return true
          end
        end
      end
    end
    if look(report.preface) then return end
    local overall = report.sections[1]
    if overall then look(overall.paragraphs) end
  end,
}
