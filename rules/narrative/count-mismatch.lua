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
    outside = { zh = "正文的“{said}”与表格中“{label}”的 {table} 不符",
                en = "'{said}' in the prose does not fit the {table} that the table has for '{label}'" },
    cell    = { zh = "表格中为 {value}", en = "the table has {value}" },
  },

  check = function(report, ctx)
    -- Whether the tables can tell at all, and none of the readings agrees.
    local function contradicts(claim)
      if claim.in_words or claim.ambiguous or claim.cell_at_fault or claim.scope ~= "own" then return false end
      if claim.year and claim.year ~= report.year then return false end
      for _, reading in ipairs(claim.readings) do
        if reading.sum == nil or (claim.low <= reading.sum and reading.sum <= claim.high) then return false end
      end
      return #claim.readings > 0
    end

    local function add_cells(list, cells)
      for _, cell in ipairs(cells) do
        list[#list + 1] = { at = cell, message = "cell", data = { value = cell.value } }
      end
    end

    -- One number may state two figures (行政复议、行政诉讼均为0): one mistake in the prose, one diagnostic.
    local found = {}
    for _, claim in ipairs(report.claims) do
      if contradicts(claim) then
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

    for _, each in ipairs(found) do
      local claim, sum = each.claim, each.reading.sum
      local exact = claim.exactness == "exact"
      local data = { said = exact and claim.value or claim.text, label = each.reading.label, table = sum }
      if exact then data.difference = claim.value > sum and claim.value - sum or sum - claim.value end
      ctx:emit {
        at = claim, message = exact and "differs" or "outside", data = data, related = each.related,
        severity = (each.weak or not exact) and "warning" or nil,
      }
    end
  end,
}
