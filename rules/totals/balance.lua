-- What came in was handled or carried forward: so the form prints it above every column of the requests table.
---@type gialint.Rule
local explains = { "requests.balance" }

return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "申请数量收支不平衡",
                en = "requests do not balance" },
  help      = { zh = "核对本年新收、上年结转、办理总计和结转下年度四个数；前两项之和等于后两项之和",
                en = "Check the four figures: received and carried over add up to processed and carried forward" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第三部分表注：第一项加第二项之和，等于第三项加第四项之和",
                "国办公开办函〔2019〕60号，报告格式（试行）第三部分表注：第一项加第二项之和，等于第三项加第四项之和" },
  requires  = { "table:requests" },
  explains  = explains,
  messages  = {
    cell = { zh = "“{line}”列“{cell}”填写为 {printed}：第一项加第二项之和为 {left}，第三项加第四项之和为 {right}；改为 {expected} 则全部平衡",
             en = "column '{line}' says '{printed}' under '{cell}': received and carried over add up to '{left}', processed and carried forward to '{right}'; with '{expected}' all of them tie" },
    crossing = { zh = "“{line}”列“{cell}”填写为 {printed}：第一项加第二项之和为 {left}，第三项加第四项之和为 {right}，“{other_line}”的“{other_total}”为 {other_left}，各项之和为 {other_right}；改为 {expected} 则全部平衡",
                 en = "column '{line}' says '{printed}' under '{cell}': received and carried over add up to '{left}', processed and carried forward to '{right}'; for '{other_line}' '{other_total}' is '{other_left}', the sum '{other_right}'; with '{expected}' all of them tie" },
    one_of_two = { zh = "“{line}”列“{cell}”填写为 {printed}：第一项加第二项之和为 {left}，第三项加第四项之和为 {right}；另一合计要求这里是 {expected}，同一合计中另有一处也不符",
                   en = "column '{line}' says '{printed}' under '{cell}': received and carried over add up to '{left}', processed and carried forward to '{right}'; another sum wants '{expected}' here, and a second cell is wrong" },
    any = { zh = "“{line}”列不平衡：第一项加第二项之和为 {left}，第三项加第四项之和为 {right}；几处中改任何一处都能平衡",
            en = "column '{line}' does not tie: received and carried over add up to '{left}', processed and carried forward to '{right}'; any of several cells may be wrong" },
    none = { zh = "“{line}”列不平衡：第一项加第二项之和为 {left}，第三项加第四项之和为 {right}", en = "column '{line}' does not tie: received and carried over add up to '{left}', processed and carried forward to '{right}'" },
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
