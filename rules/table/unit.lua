-- A unit behind a count harms nobody. Yuan in a column of ten thousand yuan is another number.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  fixable   = "unsafe",
  title     = { zh = "表格中的数字带有单位", en = "a number in a table carries a unit" },
  help      = { zh = "只填数字；金额按表头规定的单位折算后填写", en = "Write the number alone, amounts in the unit of the header" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  options   = {
    money = { type = "string", default = "元", doc = { zh = "金额单位的最后一个字", en = "what every unit of money ends in" } },
  },
  messages  = {
    unit  = { zh = "“{text}”带有单位“{unit}”，表格中只填数字", en = "'{text}' carries the unit '{unit}'; a cell holds the number alone" },
    units = { zh = "“{text}”带有单位“{unit}”，表格中只填数字（本表共 {count} 处）",
              en = "'{text}' carries the unit '{unit}'; a cell holds the number alone ({count} in this table)" },
    other = { zh = "“{text}”的单位是“{unit}”，这一列应以“{want}”为单位", en = "'{text}' is in '{unit}', this column in '{want}'" },
    also  = { zh = "这里也带有单位", en = "a unit here too" },
    strip = { zh = "删去单位“{unit}”", en = "delete the unit '{unit}'" },
  },

  check = function(report, ctx)
    local function is_money(unit) return string.sub(unit, -#ctx.options.money) == ctx.options.money end
    for _, table in ipairs(report.tables) do
      local plain, edits = {}, {}
      for _, cell in ipairs(table:cells_with("unit")) do
        local unit, want = cell.unit, cell.column.form.unit
        if not cell.unfit and cell.certainty == "sure" then
          if want ~= "" and unit.text ~= want and (is_money(unit.text) or is_money(want)) then
            ctx:emit { at = cell, message = "other", severity = "warning", data = { text = cell.text, unit = unit.text, want = want } }
          else
            plain[#plain + 1] = cell
            -- Where the form names no unit the number needs its own.
            if want ~= "" then edits[#edits + 1] = ctx.edit.delete(unit) end
          end
        end
      end
      if #plain > 0 then
        local first, several = plain[1], #plain > 1
        gia.emit_at_first(ctx, plain, {
          message = several and "units" or "unit",
          data = { text = first.text, unit = first.unit.text, count = several and #plain or nil },
          fix = #edits > 0 and { message = "strip", edits = edits } or nil,
        })
      end
    end
  end,
}
