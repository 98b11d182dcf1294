---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "very-high",
  fixable   = "safe",
  title     = { zh = "表头不是规定的文字", en = "a table header is not the prescribed wording" },
  help      = { zh = "表头照格式的文字填写", en = "Use the header of the form" },
  basis     = { "国办公开办函〔2021〕30号，报告格式的表头", "国办公开办函〔2019〕60号，报告格式（试行）的表头" },
  messages  = {
    wrong  = { zh = "表头“{found}”应为“{want}”", en = "header '{found}' must read '{want}'" },
    change = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    -- A slip of the hand: one character replaced, left out or added.
    local function one_character(a, b)
      local x, y = {}, {}
      for _, c in utf8.codes(a) do x[#x + 1] = c end
      for _, c in utf8.codes(b) do y[#y + 1] = c end
      if #x > #y then x, y = y, x end
      if #y - #x > 1 then return false end
      local same = 0
      while same < #x and x[same + 1] == y[same + 1] do same = same + 1 end
      local tail = 0
      while tail < #x - same and x[#x - tail] == y[#y - tail] do tail = tail + 1 end
      return #y - same - tail == 1
    end
    for _, table in ipairs(report.tables) do
      if table.found then
        for _, column in ipairs(table.columns) do
          local label = column.label
          if label.found and (label.match == "altered" or label.match == "deviant") then
            local want = column.form.label
            local slip = label.match == "altered" and one_character(label.folded, column.form.folded)
            ctx:emit {
              at = label, message = "wrong", data = { found = label.text, want = want },
              severity = slip and "error" or label.match == "deviant" and "info" or nil,
              fix = { message = "change", edits = { ctx.edit.replace(label, want) }, safety = slip and "safe" or "suggestion" },
            }
          end
        end
      end
    end
  end,
}
