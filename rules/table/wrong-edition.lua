-- The form follows from the report's year. Tables that are the same on every form show nothing; a report of two forms is
-- mixed-edition's; and where the report names another year, for which its form is right, it is the year that is wrong.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "high",
  title     = { zh = "使用了其他年度的报告格式", en = "the report is on the form of other years" },
  help      = { zh = "改用报告年度对应的格式，重新填写表格", en = "Fill in the tables again, on the form for the report's year" },
  basis     = { "国办公开办函〔2021〕30号：2021 年及以后年度的报告格式", "国办公开办函〔2019〕60号：2019、2020 年度的报告格式（试行）" },
  options   = {
    period = {
      type = "string",
      default = [[([0-9０-９]{4})\s*年\s*[1１]\s*月\s*[1１]\s*日]],
      doc = { zh = "统计期限的起始日期；第一组是年份", en = "the first day of the statistical period; group 1 is its year" },
    },
  },
  messages  = {
    wrong = { zh = "{year} 年的报告应使用{want}的格式，表格用的是{have}的格式",
              en = "a report for {year} is on the form of {want}; these tables are on that of {have}" },
    also  = { zh = "这张表格也是", en = "this table too" },
  },

  check = function(report, ctx)
    local year, want = ctx:need(report.year), ctx:need(report.expected_form)
    local function covers(form, each)
      return each >= form.first_report_year and (not form.last_report_year or each <= form.last_report_year)
    end
    local places, form = {}, nil
    for _, table in ipairs(report.tables) do
      if table.found and table.decisive then
        if table.edition.id == want.id then return end
        form = form or table.edition
        places[#places + 1] = gia.table_place(table)
      end
    end
    ctx:need(form)
    for _, table in ipairs(report.unreadable_tables) do
      if table.found and table.decisive and table.edition.id == want.id then return end
    end
    -- The statistical period says the year again, outside the title.
    local function another_year(paragraphs)
      for _, paragraph in ipairs(paragraphs) do
        for _, match in ipairs(paragraph:find_all(ctx.options.period)) do
          local said = match.groups[1] and tonumber(match.groups[1].folded)
          if said and said ~= year and covers(form, said) then return true end
        end
      end
    end
    if another_year(report.preface) then return end
    if report.sections[1] and another_year(report.sections[1].paragraphs) then return end
    gia.emit_at_first(ctx, places, { message = "wrong", data = { year = year, want = want.document_number, have = form.document_number } })
  end,
}
