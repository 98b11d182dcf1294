-- A number in the prose that no legitimate reading of the tables gives (domain words and readings: rules/lexicon).
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "high",
  title     = { zh = "正文的数字与表格不一致", en = "a number in the prose differs from the tables" },
  help      = { zh = "核对正文与表格，改正填错的一处", en = "Compare prose and table, and correct the one that is wrong" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第一部分与第二至四部分的表格", "《政府信息公开条例》第五十条" },
  messages  = {
    differs = { zh = "正文为 {said}，表格中“{label}”为 {table}，相差 {difference}",
                en = "the prose says {said}, the table has {table} for '{label}': a difference of {difference}" },
    exceeds = { zh = "正文为 {said}，多于表格中“{label}”的 {table}",
                en = "the prose says {said}, more than the {table} that the table has for '{label}'" },
    outside = { zh = "正文的“{said}”与表格中“{label}”的 {table} 不符",
                en = "'{said}' in the prose does not fit the {table} that the table has for '{label}'" },
    cell    = { zh = "表格中为 {value}", en = "the table has {value}" },
    parts   = { zh = "正文各分项合计 {sum}，此处总数为 {total}，因此也不相等",
                en = "so the parts in the prose add up to {sum}, not to this total of {total}" },
  },

  check = function(report, ctx)
    local function speaks(claim)
      if claim.verdict ~= "contradicted" or claim.says ~= "figure" or claim.in_words then return false end
      -- 203000元 beside a cell of 203000 (万元) and a charge for answers, which is a part of the fees, are compared by
      -- narrative/fee-amount.
      local unit_slip = claim.printed ~= claim.value and claim.printed == claim.readings[1].sum
      return not unit_slip and claim.measure ~= "fees.information"
    end

    local function add_cells(list, cells)
      for _, cell in ipairs(cells) do
        list[#list + 1] = { at = cell, message = "cell", data = { value = cell.value } }
      end
    end

    -- One number may state two figures (行政复议、行政诉讼均为0): one mistake in the prose, one diagnostic.
    local found = {}
    for _, claim in ipairs(report.claims) do
      if speaks(claim) then
        local reading = claim.readings[1]
        local last = found[#found]
        if not last or last.claim.line ~= claim.line or last.claim.column ~= claim.column then
          last = { claim = claim, reading = reading, weak = true, related = {} }
          found[#found + 1] = last
        end
        last.weak = last.weak and claim.weak
        add_cells(last.related, reading.cells)
        add_cells(last.related, reading.minus)
      end
    end

    -- That a list does not add up when one of its numbers is wrong follows: it is told beside the first of them.
    local function holds(list, claim)
      for _, number in ipairs(list.parts) do
        if number.line == claim.line and number.column == claim.column then return true end
      end
      return false
    end
    for _, list in ipairs(report.breakdowns) do
      local told = list.fault == "none"
      for _, each in ipairs(found) do
        if not told and holds(list, each.claim) then
          local note = { at = list.total, message = "parts", data = { sum = list.sum, total = list.total.value } }
          each.related[#each.related + 1] = note
          told = true
        end
      end
    end

    for _, each in ipairs(found) do
      local claim, sum = each.claim, each.reading.sum
      local exact = claim.exactness == "exact"
      local part = claim.part or each.reading.part
      local data = { said = exact and claim.value or claim.text, label = each.reading.label, table = sum }
      if exact and not part then data.difference = claim.value > sum and claim.value - sum or sum - claim.value end
      ctx:emit {
        at = claim, message = not exact and "outside" or part and "exceeds" or "differs", data = data,
        related = each.related, severity = (each.weak or not exact) and "warning" or nil,
      }
    end
  end,
}
