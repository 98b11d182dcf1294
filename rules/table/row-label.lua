-- The row is recognised by its place; whether its figures count what the form asks for is for the clerk to say, so
-- another wording (政策文件) is not put right over them. One character in a long label is a misprint; in a short one it may
-- be another thing (行政处理, 行政处罚).
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "表中的行名不是规定的文字", en = "a row label is not the prescribed wording" },
  help      = { zh = "行名照格式的文字填写，并核对数字是不是按这一行的口径统计的",
                en = "Use the label of the form, and check that the figures count what it says" },
  basis     = { "国办公开办函〔2021〕30号，报告格式的行名", "国办公开办函〔2019〕60号，报告格式（试行）的行名" },
  messages  = {
    wrong  = { zh = "行名“{found}”应为“{want}”", en = "row label '{found}' must read '{want}'" },
    old    = { zh = "行名“{found}”是旧的写法，应为“{want}”", en = "row label '{found}' is an old wording of '{want}'" },
    none   = { zh = "这一行没有行名，按位置应为“{want}”", en = "this row has no label; by its place it is '{want}'" },
    no_group = { zh = "缺少行组名“{want}”", en = "the label '{want}' over these rows is missing" },
    change = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local shortest_safe = 6
    local function judge(label, want, lost, where, folded)
      if label.found and (label.match == "altered" or label.match == "deviant") then
        local old = label.match == "deviant"
        local slip = not old and folded and utf8.len(folded) >= shortest_safe and gia.one_character(label.folded, folded)
        ctx:emit {
          at = label, message = old and "old" or "wrong", severity = old and "info" or nil,
          data = { found = label.text, want = want },
          fix = { message = "change", edits = { ctx.edit.replace(label, want) }, safety = slip and "safe" or "suggestion" },
        }
      elseif label.lost then
        ctx:emit { at = where, message = lost, data = { want = want }, place = label.place }
      end
    end
    for _, table in ipairs(report.tables) do
      local deviates = table.found and table.deviates
      for _, row in ipairs(deviates and table.rows or {}) do judge(row.label, row.form.label, "none", row:start(), row.form.folded) end
      for _, heading in ipairs(deviates and table.headings or {}) do
        if heading.group then judge(heading.label, heading.form_text, "no_group", heading.label) end
      end
    end
  end,
}
