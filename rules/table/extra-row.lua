-- Provinces add rows of their own, so that this is said and no more. A row of the form that stands in the wrong place
-- is missing-row's; words with a number or two behind them, in a table of many columns, are a page's number and title.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  title     = { zh = "表格有规定格式以外的行或列", en = "a table has a row or column that the form does not have" },
  help      = { zh = "没有上级的统一要求时，删去规定格式以外的行、列，需要说明的写入第六部分",
                en = "Unless a superior office asks for it, move what it says to section six" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    row     = { zh = "规定格式没有“{label}”这一行（{count} 个数）", en = "the form has no row '{label}' ({count} values)" },
    column  = { zh = "规定格式没有“{label}”这一列（{count} 个数）", en = "the form has no column '{label}' ({count} values)" },
  },

  check = function(report, ctx)
    local function out_of_place(table, extra)
      for _, row in ipairs(table.rows) do
        if not row.found and not row.label.found and row.form.folded == extra.label.folded then return true end
      end
    end
    local function say(extra, kind)
      ctx:emit { at = extra.label, message = kind, data = { label = extra.label.text, count = #extra.values } }
    end
    for _, table in ipairs(report.tables) do
      for _, extra in ipairs(table.extra_rows) do
        local row = 2 * #extra.values > #table.columns
        if row and not out_of_place(table, extra) then say(extra, "row") end
      end
      for _, extra in ipairs(table.extra_columns) do say(extra, "column") end
    end
  end,
}
