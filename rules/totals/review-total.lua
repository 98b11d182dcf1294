-- Each of the three blocks of the review and litigation table: its total is the sum of its four outcomes.
---@type gialint.Rule
local explains = { "review.total", "litigation_direct.total", "litigation_after_review.total" }

return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "行政复议、行政诉讼的总计与各项之和不符",
                en = "a total of reviews or lawsuits does not match its parts" },
  help      = { zh = "核对结果维持、结果纠正、其他结果、尚未审结四项，总计等于四项之和",
                en = "Check the four outcomes; the total is their sum" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第四部分表：各“总计”列",
                "国办公开办函〔2019〕60号，报告格式（试行）第四部分表：各“总计”列" },
  requires  = { "table:review_litigation" },
  explains  = explains,
  messages  = {
    cell = { zh = "“{line}”“{cell}”填写为 {printed}：“{total}”为 {left}，各项之和为 {right}；改为 {expected} 则全部平衡",
             en = "'{line}' says '{printed}' under '{cell}': '{total}' is '{left}', the sum of its parts '{right}'; with '{expected}' all of them tie" },
    crossing = { zh = "“{line}”“{cell}”填写为 {printed}：“{total}”为 {left}，各项之和为 {right}，“{other_line}”的“{other_total}”为 {other_left}，各项之和为 {other_right}；改为 {expected} 则全部平衡",
                 en = "'{line}' says '{printed}' under '{cell}': '{total}' is '{left}', the sum of its parts '{right}'; for '{other_line}' '{other_total}' is '{other_left}', the sum '{other_right}'; with '{expected}' all of them tie" },
    one_of_two = { zh = "“{line}”“{cell}”填写为 {printed}：“{total}”为 {left}，各项之和为 {right}；另一合计要求这里是 {expected}，同一合计中另有一处也不符",
                   en = "'{line}' says '{printed}' under '{cell}': '{total}' is '{left}', the sum of its parts '{right}'; another sum wants '{expected}' here, and a second cell is wrong" },
    any = { zh = "“{line}”不平衡：“{total}”为 {left}，各项之和为 {right}；几处中改任何一处都能平衡",
            en = "'{line}' does not tie: '{total}' is '{left}', the sum of its parts '{right}'; any of several cells may be wrong" },
    none = { zh = "“{line}”不平衡：“{total}”为 {left}，各项之和为 {right}", en = "'{line}' does not tie: '{total}' is '{left}', the sum of its parts '{right}'" },
    sum = { zh = "“{line}”的“{total}”为 {left}，各项之和为 {right}",
            en = "'{line}': '{total}' is '{left}', the sum of its parts '{right}'" },
    both_sides = { zh = "“{line}”收支两边为 {left} 和 {right}", en = "'{line}': the two sides are '{left}' and '{right}'" },
    term = { zh = "“{name}”为 {value}", en = "'{name}' is '{value}'" },
    instead = { zh = "把这里的 {printed} 改为 {expected} 也能平衡", en = "or '{expected}' here instead of '{printed}'" },
    left_out = { zh = "差额正好是这一项：可能漏加或者重复计算", en = "the difference is exactly this figure: left out, or counted twice" },
    swapped_digits = { zh = "可能是相邻两位数字写颠倒了", en = "two neighbouring digits may have changed places" },
    neighbour = { zh = "这个数可能填错了行或者列", en = "this figure may stand in the wrong row or column" },
    change = { zh = "改为 {expected}", en = "change it to '{expected}'" },
  },

  check = function(report, ctx) gia.report_totals(report, ctx, explains) end,
}
