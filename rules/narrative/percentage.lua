-- A percentage in the prose that its number and no base it may be taken of give, rounded or cut off.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "正文的百分比算不出来", en = "a percentage in the prose does not follow from its numbers" },
  help      = { zh = "按表格中的数字重新计算百分比", en = "Compute the percentage again from the numbers in the tables" },
  basis     = { "《政府信息公开条例》第五十条", "国办公开办函〔2021〕30号，报告格式第一部分：总体情况" },
  messages  = {
    share  = { zh = "{part} 占 {base} 为 {expected}%，正文为 {said}", en = "{part} of {base} is {expected}%, the prose says {said}" },
    growth = { zh = "{part} 与上年的 {base} 相比，增减应为 {expected}，正文为 {said}",
               en = "{part} against last year's {base} is a change of {expected}, the prose says {said}" },
    part   = { zh = "此处为 {part}", en = "{part} here" },
  },

  check = function(report, ctx)
    for _, share in ipairs(report.shares) do
      if not share.agrees then
        local stated = share.stated
        ctx:emit {
          at = stated, message = share.kind, related = { { at = share.part, message = "part" } },
          data = {
            part = share.part.value, base = share.base, expected = share.expected, said = stated.text .. stated.unit,
          },
        }
      end
    end
  end,
}
