-- Every row of the requests table: the total is the sum over the kinds of applicant. A cell that breaks its row and its
-- column is said once, here; result-total and balance then keep silent about it.
---@type gialint.Rule
local explains = { "requests.row_total" }

return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "行的总计与各项之和不符",
                en = "a row does not add up to its total" },
  help      = { zh = "按申请登记逐类核对申请人情况，改正填错的一格；总计等于自然人与各类法人或其他组织之和",
                en = "Check the row against the register of requests and correct the wrong cell; the total is the sum over all kinds of applicant" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第三部分表：“总计”列为申请人各类之和",
                "国办公开办函〔2019〕60号，报告格式（试行）第三部分表：“总计”列为申请人各类之和" },
  requires  = { "table:requests" },
  explains  = explains,
  messages  = {
    cell = { zh = "“{line}”行“{cell}”填写为 {printed}：“{total}”为 {left}，各项之和为 {right}；改为 {expected} 则全部平衡",
             en = "row '{line}' says '{printed}' under '{cell}': '{total}' is '{left}', the sum of its parts '{right}'; with '{expected}' all of them tie" },
    crossing = { zh = "“{line}”行“{cell}”填写为 {printed}：“{total}”为 {left}，各项之和为 {right}，“{other_line}”的“{other_total}”为 {other_left}，各项之和为 {other_right}；改为 {expected} 则全部平衡",
                 en = "row '{line}' says '{printed}' under '{cell}': '{total}' is '{left}', the sum of its parts '{right}'; for '{other_line}' '{other_total}' is '{other_left}', the sum '{other_right}'; with '{expected}' all of them tie" },
    one_of_two = { zh = "“{line}”行“{cell}”填写为 {printed}：“{total}”为 {left}，各项之和为 {right}；另一合计要求这里是 {expected}，同一合计中另有一处也不符",
                   en = "row '{line}' says '{printed}' under '{cell}': '{total}' is '{left}', the sum of its parts '{right}'; another sum wants '{expected}' here, and a second cell is wrong" },
    any = { zh = "“{line}”行不平衡：“{total}”为 {left}，各项之和为 {right}；几处中改任何一处都能平衡",
            en = "row '{line}' does not tie: '{total}' is '{left}', the sum of its parts '{right}'; any of several cells may be wrong" },
    none = { zh = "“{line}”行不平衡：“{total}”为 {left}，各项之和为 {right}", en = "row '{line}' does not tie: '{total}' is '{left}', the sum of its parts '{right}'" },
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
