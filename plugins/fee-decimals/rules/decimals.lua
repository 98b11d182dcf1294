-- How many decimals a column has is the form's to say (the overlay of this plugin). 0 needs none: it is exact as it stands,
-- and that is how nearly all write it. Digits too few are padded without a change of value; digits too many are not cut
-- off by a machine. A number with a unit of its own is table/unit's: 2300元 lacks more than decimals.
---@type gialint.Rule
return {
  api       = 1,
  since     = "1.0.0",
  severity  = "warning",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "金额的小数位数不合要求", en = "an amount has the wrong number of decimals" },
  help      = { zh = "以万元为单位，照要求的位数填写到元", en = "Fill in 万元 with the decimals asked for, down to one 元" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二部分：行政事业性收费（单位：万元）",
                "设区的市对表头的补充要求：本年收费金额（单位：万元，保留4位小数）" },
  options   = {
    number = { type = "string", default = [[^\D*?([0-9０-９][0-9０-９,，]*)(?:[.．]([0-9０-９]*))?\D*$]],
               doc = { zh = "整数部分和小数部分", en = "the whole part and the decimals" } },
  },
  messages  = {
    wrong  = { zh = "“{label}”填写为“{found}”，有 {digits} 位小数，应为 {want} 位",
               en = "'{label}' is '{found}', with '{digits}' decimals instead of '{want}'" },
    change = { zh = "补足小数：{fixed}", en = "pad the decimals: {fixed}" },
  },

  check = function(report, ctx)
    local function look(row, column, want)
      local cell = row:cell(column)
      if cell.state ~= "number" or cell.certainty ~= "sure" or cell.value == 0 or not cell.unit.empty then return end
      local number = cell:find(ctx.options.number)
      local decimals = number and number.groups[2]
      local digits = decimals and utf8.len(decimals.text) or 0
      if not number or digits == want then return end
      local fixed = number.groups[1].text .. "." .. (decimals and decimals.text or "") .. string.rep("0", want - digits)
      ctx:emit { at = cell, message = "wrong", data = { label = row.form.label, found = cell.text, digits = digits, want = want },
                 fix = digits < want and { message = "change", data = { fixed = fixed }, edits = { ctx.edit.replace(cell, fixed) } } }
    end

    -- Each table by the form that it follows: in a mixed report they differ.
    for _, each in ipairs(report.tables) do
      for _, column in ipairs(each.found and each.form.columns or {}) do
        for _, row in ipairs(column.decimals > 0 and each.rows or {}) do look(row, column.id, column.decimals) end
      end
    end
  end,
}
