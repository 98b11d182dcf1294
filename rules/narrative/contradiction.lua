-- Two places in the prose state the same figure with two values, and no table says which is right.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "正文前后数字矛盾", en = "the prose states one figure with two values" },
  help      = { zh = "核对两处，统一数字", en = "Compare both places, and make them say the same" },
  basis     = { "《政府信息公开条例》第五十条", "国办公开办函〔2021〕30号，报告格式第一部分：总体情况" },
  messages  = {
    differs = { zh = "此处为“{said}”，前文为“{before}”", en = "'{said}' here, '{before}' before" },
    first   = { zh = "前文为“{before}”", en = "'{before}' here" },
  },

  check = function(report, ctx)
    -- A measure that may be counted in several ways may honestly have several values.
    local function is_plain(claim)
      return claim.says == "figure" and claim.exactness == "exact" and claim.scope == "own" and #claim.readings <= 1
        and not claim.ambiguous and not claim.weak and not claim.part
        and (claim.year == nil or claim.year == report.year)
    end
    -- What the tables contradict is told beside them.
    local function is_open(claim)
      return claim.verdict ~= "contradicted" or claim.readings[1].part
    end

    local first = {}
    for _, claim in ipairs(report.claims) do
      local before = first[claim.measure]
      if is_plain(claim) and is_open(claim) then
        if not before then
          first[claim.measure] = claim
        elseif before.value ~= claim.value then
          ctx:emit {
            at = claim, message = "differs", data = { said = claim.text, before = before.text },
            related = { { at = before, message = "first", data = { before = before.text } } },
          }
        end
      end
    end
  end,
}
