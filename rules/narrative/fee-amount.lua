-- Money in the prose against the amount of fees in the table, which counts 万元.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "正文的收费金额与表格不一致", en = "an amount of fees in the prose does not fit the table" },
  help      = { zh = "核对金额和单位：表格以万元计，信息处理费计入行政事业性收费",
                en = "Check amount and unit: the table counts 万元, and the information-processing fee is one of the fees" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二部分：行政事业性收费（单位：万元）", "国办函〔2020〕109号，《政府信息公开信息处理费管理办法》" },
  messages  = {
    unit = { zh = "正文为 {said}，合 {value} 万元，表格中“{label}”填了 {table}：单位不符",
             en = "the prose says {said}, which is {value} 万元; the table has {table} for '{label}': the unit is wrong" },
    left_out = { zh = "信息处理费 {said}，合 {value} 万元，多于表格中“{label}”的 {table}",
                 en = "the information-processing fee of {said} is {value} 万元, more than the {table} for '{label}'" },
    cell = { zh = "表格中为 {value}", en = "the table has {value}" },
  },

  check = function(report, ctx)
    local fee = "fees.information"
    local none_charged = false -- narrative/contradiction tells that then
    for _, claim in ipairs(report.claims) do
      none_charged = none_charged or (claim.measure == fee and claim.value == 0)
    end

    for _, claim in ipairs(report.claims) do
      if claim.verdict == "contradicted" and claim.printed ~= claim.value then
        local reading, message, severity = claim.readings[1], nil, nil
        if claim.printed == reading.sum then
          message = "unit"
        elseif claim.measure == fee and not none_charged then
          message = "left_out"
          -- Less than 1 万元 is lost where whole ones are filled in.
          if claim.value < 1 and math.type(reading.sum) == "integer" then severity = "info" end
        end
        if message then
          local related = {}
          for _, cell in ipairs(reading.cells) do
            related[#related + 1] = { at = cell, message = "cell", data = { value = cell.value } }
          end
          ctx:emit {
            at = claim, message = message, related = related, severity = severity,
            data = { said = claim.printed .. "元", value = claim.value, label = reading.label, table = reading.sum },
          }
        end
      end
    end
  end,
}
