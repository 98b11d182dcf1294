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

  check = function(report, ctx)
    local function row_name(row)
      local form = row.form
      return form.short_label ~= "" and form.short_label or row.label.found and row.label.text or form.label
    end
    local function column_name(column) return column.label.found and column.label.text or column.form.label end
    -- The cell that stands for an identity: its total, or, of a balance, the total of its right side.
    local function anchor(broken) return #broken.left == 1 and broken.left[1] or broken.right[1] end
    local function line_name(broken)
      if broken.scope == "column" then return column_name(broken.column) end
      local name = row_name(broken.row)
      return name ~= "" and name or anchor(broken).column.form.parent -- a table without row labels
    end
    local function name_in(broken, cell)
      return broken.scope == "row" and column_name(cell.column) or row_name(cell.row)
    end
    local function equation(broken)
      return { line = line_name(broken), total = name_in(broken, anchor(broken)),
               left = broken.left_sum, right = broken.right_sum }
    end
    -- Whether this change alone makes all of them tie.
    local function repairs_all(explanation, candidate)
      local change = candidate.expected - candidate.printed
      for _, broken in ipairs(explanation.broken) do
        if broken.difference ~= change and broken.difference ~= -change then return false end
      end
      return true
    end

    for _, explanation in ipairs(report:explanations()) do
      local own
      for _, broken in ipairs(explanation.broken) do
        for _, id in ipairs(explains) do
          if not own and broken.identity == id then own = broken end
        end
      end
      local candidates, related = explanation.candidates, {}
      local data, at = equation(own), anchor(own)
      local message, fix = #candidates > 1 and "any" or "none", nil
      if #candidates == 1 then
        local candidate = candidates[1]
        at, message = candidate.cell, repairs_all(explanation, candidate) and "cell" or "one_of_two"
        data.cell, data.printed, data.expected = name_in(own, at), candidate.printed, candidate.expected
        local other = explanation.broken[1] == own and #explanation.broken > 1 and explanation.broken[2]
        if message == "cell" and other and #other.left == 1 then
          local crossing = equation(other)
          message = "crossing"
          data.other_line, data.other_total = crossing.line, crossing.total
          data.other_left, data.other_right = crossing.left, crossing.right
        end
        fix = { message = "change", edits = { ctx.edit.replace(at, tostring(candidate.expected)) } }
      end
      for _, candidate in ipairs(candidates) do
        if #candidates > 1 then
          related[#related + 1] = { at = candidate.cell, message = "instead",
                                    data = { printed = candidate.printed, expected = candidate.expected } }
        end
      end
      for _, broken in ipairs(explanation.broken) do
        local cell = anchor(broken)
        if broken ~= own or cell ~= at then
          related[#related + 1] = { at = cell, message = #broken.left == 1 and "sum" or "both_sides", data = equation(broken) }
        end
      end
      if #candidates == 0 then -- nobody to blame: show what was added
        for _, terms in ipairs { own.left, own.right, own.minus } do
          for _, cell in ipairs(terms) do
            if cell ~= at and cell.value ~= 0 then
              related[#related + 1] = { at = cell, message = "term", data = { name = name_in(own, cell), value = cell.value } }
            end
          end
        end
      end
      for _, hint in ipairs(explanation.hints) do
        related[#related + 1] = { at = hint.cell, message = hint.kind }
      end
      ctx:emit { at = at, message = message, data = data, related = related, fix = fix }
    end
  end,
}
