-- Dashes are a habit of the writer: once per table is enough.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "表格中用符号代替数字", en = "a mark stands in a table where a number is due" },
  help      = { zh = "没有发生的填 0", en = "Write 0 for what did not happen" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    mark  = { zh = "“{text}”不是数字，没有发生的填 0", en = "'{text}' is no number; write 0" },
    marks = { zh = "“{text}”不是数字，没有发生的填 0（本表共 {count} 处）", en = "'{text}' is no number; write 0 ({count} in this table)" },
    fill  = { zh = "改为 0", en = "write 0" },
    also  = { zh = "这里也是", en = "here too" },
  },

  check = function(report, ctx)
    for _, table in ipairs(report.tables) do
      local marks = table:cells_with("dash")
      if #marks > 0 then
        local several = #marks > 1
        local edits = {}
        for _, mark in ipairs(marks) do edits[#edits + 1] = ctx.edit.replace(mark, "0") end
        gia.emit_at_first(ctx, marks, { message = several and "marks" or "mark",
                                        data = { text = marks[1].text, count = several and #marks or nil },
                                        fix = { message = "fill", edits = edits } })
      end
    end
  end,
}
