-- Decisions, documents and requests are counted in whole numbers from zero. What the form lets fall below zero, or
-- measures in money, the engine does not call unfit.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  title     = { zh = "件数不是非负整数", en = "a count is no whole number from zero" },
  help      = { zh = "核对后改为整数；金额只填在金额栏", en = "Correct it to a whole number; amounts belong in the column for amounts" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  options   = {
    few = { type = "integer", default = 5, doc = { zh = "“40.0”这样的写法多于几处，就当作转换程序所为，不再提示", en = "when more counts than this are written like 40.0, a converter did it and nothing is said" } },
  },
  messages  = {
    fraction = { zh = "“{row}”的“{column}”填写为 {text}：件数不能有小数", en = "'{row}', '{column}' says '{text}': a count has no fraction" },
    nought   = { zh = "“{row}”的“{column}”填写为 {text}：件数写整数，不带小数点", en = "'{row}', '{column}' says '{text}': a count is written without a point" },
    negative = { zh = "“{row}”的“{column}”填写为 {text}：这一格不能小于 0", en = "'{row}', '{column}' says '{text}': this cell cannot be less than 0" },
  },

  check = function(report, ctx)
    local function data(cell) return { row = gia.line_name(cell), column = gia.column_name(cell.column), text = cell.text } end
    local pointed = {}
    for _, table in ipairs(report.tables) do
      for _, cell in ipairs(table:cells_with("pointed")) do
        if cell.certainty == "sure" then pointed[#pointed + 1] = cell end
      end
      for _, cell in ipairs(table:cells_with("unfit")) do
        if cell.certainty == "sure" then
          ctx:emit {
            at = cell, message = cell.value < 0 and "negative" or "fraction", data = data(cell),
          }
        end
      end
    end
    -- A program that keeps counts as floats prints whole columns so: that is not the writer's doing.
    if #pointed > ctx.options.few then return end
    for _, cell in ipairs(pointed) do
      ctx:emit { at = cell, message = "nought", severity = "info", data = data(cell) }
    end
  end,
}
