-- Words that say there was nothing (未收到…, …情况：无) where the table counts something.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "high",
  title     = { zh = "正文说没有，表格里却有", en = "the text says there were none, but the table counts some" },
  help      = { zh = "核对正文与表格，改正填错的一处", en = "Compare prose and table, and correct the one that is wrong" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第一部分与第二至四部分的表格", "《政府信息公开条例》第五十条" },
  messages  = {
    some = { zh = "正文为“{words}”，表格中“{label}”为 {table}", en = "the prose says '{words}', the table has {table} for '{label}'" },
    cell = { zh = "表格中为 {value}", en = "the table has {value}" },
  },

  check = function(report, ctx)
    local last
    for _, claim in ipairs(report.claims) do
      if claim.verdict == "contradicted" and claim.in_words and claim.says == "figure" then
        local same = last and last.line == claim.line and last.column == claim.column
        last = claim
        if not same then -- 均为零 said of two figures at once is one mistake
          local reading, related = claim.readings[1], {}
          for _, cell in ipairs(reading.cells) do
            related[#related + 1] = { at = cell, message = "cell", data = { value = cell.value } }
          end
          ctx:emit {
            at = claim, message = "some", related = related,
            data = { words = claim.text, label = reading.label, table = reading.sum },
            severity = claim.weak and "warning" or nil,
          }
        end
      end
    end
  end,
}
