-- Tables that all follow one form, if the wrong one, are wrong-edition's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "表格混用了两种报告格式", en = "the tables follow two different forms" },
  help      = { zh = "全部表格改用报告年度对应的格式", en = "Fill in all tables on the form for the report's year" },
  basis     = { "国办公开办函〔2021〕30号：2021 年及以后年度的报告格式", "国办公开办函〔2019〕60号：2019、2020 年度的报告格式（试行）" },
  messages  = {
    mixed = { zh = "这张表格用的是{have}的格式，其他表格用的是{want}的格式",
              en = "this table is on the form of {have}, others on that of {want}" },
    other = { zh = "这张表格用的是{want}的格式", en = "this one is on the form of {want}" },
    also  = { zh = "这张表格用的也是{have}的格式", en = "this one is on the form of {have} too" },
  },

  check = function(report, ctx)
    local want = report.year and report.expected_form or report.form
    local proper, others = nil, {}
    for _, table in ipairs(report.tables) do
      if table.found and table.decisive then
        if table.edition.id == want.id then
          proper = proper or table
        else
          others[#others + 1] = table
        end
      end
    end
    if not proper or #others == 0 then return end
    local related = { { at = gia.table_place(proper), message = "other" } }
    for i = 2, #others do related[i] = { at = gia.table_place(others[i]), message = "also" } end
    ctx:emit { at = gia.table_place(others[1]), message = "mixed", related = related,
               data = { have = others[1].edition.document_number, want = want.document_number } }
  end,
}
