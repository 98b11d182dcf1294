-- Documents in force at the end of the year are those of last year's end, plus what was issued, less what was repealed; the
-- items of the form of 2019 are those that last year began with, and last year's change. Which rows these are is data of
-- the form.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "现行有效件数与上年件数、本年增减不符",
                en = "the documents in force do not follow from last year's, those issued and those repealed" },
  help      = { zh = "与司法行政主管部门核对文件清单；因到期失效、清理、移交而变动的，在正文中说明",
                en = "Check the register of documents; where some expired, were cleaned up or handed over, say so in the text" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二部分表：第二十条第（一）项“本年制发件数”“本年废止件数”“现行有效件数”" },
  messages  = {
    differs = { zh = "“{row}”{stock}为 {now}；按上年报告的 {before} 推算为 {equation} = {expected}，相差 {difference}",
                en = "'{row}': {stock} is {now}; from the {before} of last year's report follows {equation} = {expected}, a difference of {difference}" },
    last_year = { zh = "上年报告此处为 {before}", en = "{before} here in last year's report" },
    last_term = { zh = "上年报告此处为 {value}", en = "{value} here in last year's report" },
    term = { zh = "本年此处为 {value}", en = "{value} here this year" },
  },

  check = function(report, ctx)
    local function look(relation)
      for _, each in ipairs(gia.across_years(report, relation.id)) do
        local now, before = each.now.value, each.before.value
        if now ~= each.expected then
          local related = { { at = each.before, message = "last_year", data = { before = before } } }
          local equation = tostring(before)
          local function add(cell, sign)
            local value = cell.value
            if value < 0 then sign, value = sign == " + " and " − " or " + ", -value end
            equation = equation .. sign .. tostring(value)
            local year = cell.table == each.now.table and "term" or "last_term"
            related[#related + 1] = { at = cell, message = year, data = { value = cell.value } }
          end
          for _, cell in ipairs(each.plus) do add(cell, " + ") end
          for _, cell in ipairs(each.minus) do add(cell, " − ") end
          ctx:emit {
            at = each.now, message = "differs", related = related, at_most = relation.severity,
            data = {
              row = gia.row_name(each.line), stock = gia.column_name(each.now.column), now = now, before = before,
              equation = equation, expected = each.expected,
              difference = now > each.expected and now - each.expected or each.expected - now,
            },
          }
        end
      end
    end
    for _, relation in ipairs(report.form.cross_year) do
      if relation.per == "row" then look(relation) end
    end
  end,
}
