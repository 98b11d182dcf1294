-- 零败诉, 均获维持, though the table counts cases that ended otherwise, or have not ended.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "正文所称的复议诉讼结果与表格不一致", en = "the outcome that the prose claims is not what the table counts" },
  help      = { zh = "核对行政复议、行政诉讼结果与表格，改正填错的一处", en = "Compare the outcomes with the table, and correct what is wrong" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第四部分：政府信息公开行政复议、行政诉讼情况", "《政府信息公开条例》第五十条" },
  messages  = {
    otherwise = { zh = "正文为“{words}”，表格中“{label}”为 {table}", en = "the prose says '{words}', the table has {table} for '{label}'" },
    cell      = { zh = "表格中为 {value}", en = "the table has {value}" },
  },

  check = function(report, ctx)
    local last
    for _, claim in ipairs(report.claims) do
      if claim.says == "outcome" and claim.verdict == "contradicted" then
        local again = last and last.line == claim.line and last.column == claim.column
        last = claim
        if not again then -- said of reviews and lawsuits at once: one mistake
          local reading, related = claim.readings[1], {}
          for _, cell in ipairs(reading.cells) do
            if cell.value > 0 then
              related[#related + 1] = { at = cell, message = "cell", data = { value = cell.value } }
            end
          end
          ctx:emit {
            at = claim, message = "otherwise", related = related,
            data = { words = claim.text, label = reading.label, table = reading.sum },
          }
        end
      end
    end
  end,
}
