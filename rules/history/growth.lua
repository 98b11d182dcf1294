-- By how much a figure grew or fell, as the prose says, against this year's and last year's tables. Where the prose tells
-- last year's number too, narrative/percentage checks it.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "同比增减与上年报告不符", en = "a change against last year does not follow from last year's report" },
  help      = { zh = "按两年的表格重新计算，或者改正上年的数字",
                en = "Compute it again from both years' tables" },
  basis     = { "《政府信息公开条例》第五十条", "国办公开办函〔2021〕30号，报告格式第一部分：总体情况" },
  messages  = {
    rose = { zh = "正文为“{said}”：{label}上年报告为 {before}，本年为 {now}，应为增加 {expected}",
             en = "the prose says '{said}': '{label}' is {before} in last year's report and {now} now, an increase of {expected}" },
    fell = { zh = "正文为“{said}”：{label}上年报告为 {before}，本年为 {now}，应为减少 {expected}",
             en = "the prose says '{said}': '{label}' is {before} in last year's report and {now} now, a decrease of {expected}" },
    same = { zh = "正文为“{said}”：{label}上年报告和本年同为 {now}",
             en = "the prose says '{said}': '{label}' is {now} in last year's report as well as now" },
    last_year = { zh = "上年报告此处为 {value}", en = "{value} here in last year's report" },
  },

  check = function(report, ctx)
    -- What last year's tables have for a reading of this year's: its sum and its cells; nil when one is in doubt.
    local function last_year(reading)
      local sum, cells = 0, {}
      for sign, list in pairs { [1] = reading.cells, [-1] = reading.minus } do
        for _, cell in ipairs(list) do
          local before = report.previous:cell(cell.place)
          if not before or not before.counts or before.suspect then return nil end
          sum = sign > 0 and sum + before.value or sum - before.value
          cells[#cells + 1] = { at = before, message = "last_year", data = { value = before.value } }
        end
      end
      return sum, cells
    end

    -- A number that the tables do not contradict, counted as they count.
    local function is_usable(claim)
      local of_year = not claim.year or claim.year == report.year
      return of_year and claim.scope == "own" and claim.exactness == "exact" and claim.says == "figure"
        and claim.verdict == "agrees" and not claim.ambiguous and not claim.part and #claim.readings > 0
    end

    -- Whether some reading of a figure gives what the prose says, or nobody can tell.
    local function may_be_right(trend, claim)
      for _, reading in ipairs(claim.readings) do
        local before = not reading.part and last_year(reading)
        if not before or trend:check(claim.value, before) ~= false then return true end
      end
      return false
    end

    for _, trend in ipairs(report.trends) do
      local figure = trend.figures[1]
      local right = not is_usable(figure)
      for _, claim in ipairs(trend.figures) do
        right = right or is_usable(claim) and may_be_right(trend, claim)
      end
      if not right then
        local reading = figure.readings[1]
        for _, each in ipairs(figure.readings) do
          if reading.sum ~= figure.value and each.sum == figure.value then reading = each end
        end
        local before, cells = last_year(reading)
        local _, expected = trend:check(figure.value, before)
        local now, stated = figure.value, trend.stated
        local unit = stated.kind == "percentage" and stated.unit == "" and "%" or stated.unit
        local data = { said = trend.text, label = reading.label, before = before, now = now }
        if now ~= before then data.expected = tostring(expected < 0 and -expected or expected) .. unit end
        if now == before then data.before = nil end
        ctx:emit {
          at = trend, message = now > before and "rose" or now < before and "fell" or "same",
          data = data, related = cells,
        }
      end
    end
  end,
}
