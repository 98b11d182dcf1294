-- 均已办结, though the table carries requests forward to the next year.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "正文说全部办结，表格里却有结转", en = "the prose says all is finished, the table carries some forward" },
  help      = { zh = "核对办结情况与“结转下年度继续办理”，写明尚未办结的件数",
                en = "Compare with the row of requests carried forward, and name those that are still open" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第一部分与第二至四部分的表格", "《政府信息公开条例》第三十三条、第五十条" },
  messages  = {
    open = { zh = "正文为“{words}”，表格中“{label}”为 {table}", en = "the prose says '{words}', the table has {table} for '{label}'" },
    cell = { zh = "表格中为 {value}", en = "the table has {value}" },
  },

  check = function(report, ctx)
    -- The prose itself names those left over: then 均已办结 speaks of the others.
    local named = {}
    for _, claim in ipairs(report.claims) do
      if claim.says == "figure" and claim.value > 0 then named[claim.measure] = true end
    end
    for _, claim in ipairs(report.claims) do
      if claim.says == "finished" and claim.verdict == "contradicted" and not named[claim.measure] then
        local reading, related = claim.readings[1], {}
        for _, cell in ipairs(reading.cells) do
          related[#related + 1] = { at = cell, message = "cell", data = { value = cell.value } }
        end
        ctx:emit {
          at = claim, message = "open", related = related,
          data = { words = claim.text, label = reading.label, table = reading.sum },
        }
      end
    end
  end,
}
