-- A total in the prose and its parts, in the same list, that do not add up.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "正文的总数与分项不相符", en = "a total and its parts in the prose do not tie" },
  help      = { zh = "核对总数和各分项，改正填错的一处", en = "Check the total and its parts, and correct the one that is wrong" },
  basis     = { "《政府信息公开条例》第五十条", "国办公开办函〔2021〕30号，报告格式第一部分：总体情况" },
  messages  = {
    part  = { zh = "分项 {part} 大于总数 {total}", en = "the part {part} is more than the total {total}" },
    above = { zh = "各分项合计 {sum}，多于总数 {total}，相差 {difference}",
              en = "the parts add up to {sum}, more than the total {total}: a difference of {difference}" },
    below = { zh = "各分项合计 {sum}，少于总数 {total}，相差 {difference}",
              en = "the parts add up to {sum}, less than the total {total}: a difference of {difference}" },
    term  = { zh = "分项 {value}", en = "part {value}" },
    whole = { zh = "总数 {total}", en = "total {total}" },
  },

  check = function(report, ctx)
    local last
    for _, list in ipairs(report.breakdowns) do
      local total = list.total
      local again = last and last.line == total.line and last.column == total.column
      -- When the tables contradict a number of it, the list is told beside that number (narrative/count-mismatch).
      if list.fault == "part" and not list.follows then
        local part = list.greater_part
        ctx:emit {
          at = part, message = "part", data = { part = part.value, total = total.value },
          related = { { at = total, message = "whole" } },
        }
      elseif list.fault ~= "none" and not list.follows and not again then
        local related = {}
        for _, part in ipairs(list.parts) do
          related[#related + 1] = { at = part, message = "term", data = { value = part.value } }
        end
        local difference = total.value > list.sum and total.value - list.sum or list.sum - total.value
        ctx:emit {
          at = total, message = list.fault, related = related,
          data = { sum = list.sum, total = total.value, difference = difference },
          severity = list.mixed_units and "info" or nil,
        }
        last = total
      end
    end
  end,
}
