-- The blank form has the fees reported here; that "未收取" must be written was read nowhere, and many small organs write
-- only "无". So it is worth an info, unless a charge notice was issued: then there is something to report.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  requires  = { "section:other_matters" },
  title     = { zh = "没有说明信息处理费的收取情况", en = "nothing is said of the information-processing fee" },
  help      = { zh = "写明依据《政府信息公开信息处理费管理办法》收取信息处理费的情况；没有收取的，写明没有收取",
                en = "State what was collected under the fee measures; where nothing was, say so" },
  basis     = { "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）", "国办公开办函〔2021〕30号，报告格式（六）其他需要报告的事项" },
  options   = {
    said_otherwise = {
      type = "string",
      default = [[处理费|信息公开的?(?:工作)?(?:收费|费用)|申请[^。；]*(?:收费|费用|免费|收取)|(?:未|没有|不|无|免予|免于)[^。；，]*(?:费用|收费)|(?:收费|费用)[^。；]*(?:0|０|零|无|没有|未)|检索费|复制费|零收费]],
      doc = { zh = "其他算作说明的写法", en = "other wordings that count as a statement" },
    },
  },
  messages  = {
    missing  = { zh = "全文没有说明信息处理费的收取情况", en = "the report says nothing of the information-processing fee" },
    notified = { zh = "“{row}”有 {value} 件，说明发出过收费通知，但全文没有说明信息处理费的收取情况",
                 en = "'{row}' counts '{value}', so a charge notice was issued, yet nothing is said of the fee" },
    row      = { zh = "这一行的总计", en = "the total of that row" },
  },

  check = function(report, ctx)
    local section = report:section("other_matters")
    if #section.paragraphs == 0 then return end
    local form = ctx:need(report.expected_form:section(section.id))
    local pattern
    for _, topic in ipairs(form.topics) do
      if topic.expected then pattern = topic.pattern .. "|" .. ctx.options.said_otherwise end
    end
    ctx:need(pattern)
    -- Most reports say it here, so this section goes first.
    if section.paragraphs:find(pattern) or report.paragraphs:find(pattern) then return end
    local cell = report:cell("requests/other.fee_overdue/total")
    if cell and cell.counts and cell.value > 0 then
      ctx:emit { at = section, message = "notified", severity = "warning", data = { row = cell.row.form.label, value = cell.value },
                 related = { { at = cell, message = "row", data = {} } } }
    else
      ctx:emit { at = section, message = "missing" }
    end
  end,
}
