-- What is said of the fees has to be an amount that agrees with itself. The blank form has the fees reported here; that "未收取" must be written was read nowhere, and many small organs write
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
    wrong_unit = {
      type = "string",
      default = [[(?:收取|收费|征收)?[^，。；]{0,6}处理费\s*[0-9０-９]+\s*(?:件|条|次|份|个|项|起)]],
      doc = { zh = "费用后面写了别的单位", en = "a fee with another unit" },
    },
    notices = {
      type = "string",
      default = [[收费通知[^0-9０-９。；]{0,10}([0-9]+)\s*件[^。；]*?金额[^0-9。；]{0,6}([0-9.]+)\s*元(?:[^。；]*?实际[^0-9。；]{0,12}([0-9.]+)\s*元)?]],
      doc = { zh = "收费通知的件数、总金额和实际收取；各一组", en = "how many charge notices, their total and what was collected; a group each" },
    },
    said_otherwise = {
      type = "string",
      default = [[处理费|信息公开的?(?:工作)?(?:收费|费用)|申请[^。；]*(?:收费|费用|免费|收取)|(?:未|没有|不|无|免予|免于)[^。；，]*(?:费用|收费)|(?:收费|费用)[^。；]*(?:0|０|零|无|没有|未)|检索费|复制费|零收费]],
      doc = { zh = "其他算作说明的写法", en = "other wordings that count as a statement" },
    },
  },
  messages  = {
    unit     = { zh = "“{found}”：费用以元计", en = "'{found}': a fee is an amount of yuan" },
    notices  = { zh = "收费通知 {count} 件，总金额却是 {total} 元", en = "'{count}' charge notices, yet their total is '{total}' yuan" },
    more     = { zh = "实际收取 {paid} 元，多于总金额 {total} 元", en = "'{paid}' yuan were collected, more than the total of '{total}'" },
    missing  = { zh = "全文没有说明信息处理费的收取情况", en = "the report says nothing of the information-processing fee" },
    notified = { zh = "“{row}”有 {value} 件，说明发出过收费通知，但全文没有说明信息处理费的收取情况",
                 en = "'{row}' counts '{value}', so a charge notice was issued, yet nothing is said of the fee" },
    row      = { zh = "这一行的总计", en = "the total of that row" },
  },

  check = function(report, ctx)
    local section = report:section("other_matters")
    if #section.paragraphs == 0 then return end
    for _, paragraph in ipairs(section.paragraphs:with(ctx.options.wrong_unit)) do
      local unit = paragraph:find(ctx.options.wrong_unit)
      -- 收取信息处理费1件，共计320元: how often, and how much.
      if not paragraph:after(unit):find("^[^。；]*元") then
        ctx:emit { at = unit, message = "unit", data = { found = unit.text }, severity = "warning" }
        break
      end
    end
    local notices = section.paragraphs:find(ctx.options.notices)
    if notices then
      local count, total = tonumber(notices.groups[1].text), tonumber(notices.groups[2].text)
      local paid = notices.groups[3] and tonumber(notices.groups[3].text)
      if count and total and count == 0 and total > 0 then
        ctx:emit { at = notices.groups[2], message = "notices", severity = "warning",
                   data = { count = notices.groups[1].text, total = notices.groups[2].text } }
      elseif total and paid and paid > total then
        ctx:emit { at = notices.groups[3], message = "more", severity = "warning",
                   data = { paid = notices.groups[3].text, total = notices.groups[2].text } }
      end
    end
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
