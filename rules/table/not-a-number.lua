-- In a row whose cells cannot be told apart it is the row that is wrong: ambiguous-row names it.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "表格中填写的不是数字", en = "a cell holds something other than a number" },
  help      = { zh = "表格中只填数字，说明写入文字部分", en = "Write the number alone; remarks belong in the prose" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    readable   = { zh = "“{row}”的“{column}”填写为“{text}”，不只是数字（按 {value} 计）",
                   en = "'{row}', '{column}' says '{text}', not a number alone (read as {value})" },
    unreadable = { zh = "“{row}”的“{column}”填写为“{text}”，不是数字", en = "'{row}', '{column}' says '{text}', which is no number" },
  },

  check = function(report, ctx)
    for _, table in ipairs(report.tables) do
      for _, cell in ipairs(table:cells_with("text")) do
        if cell.certainty == "sure" and not cell.unfit then
          local value = cell.value
          ctx:emit {
            at = cell, message = value and "readable" or "unreadable", severity = value and "info" or nil,
            data = { row = gia.line_name(cell), column = gia.column_name(cell.column), text = cell.text, value = value },
          }
        end
      end
    end
  end,
}
