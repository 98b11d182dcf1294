local concat, sort = table.concat, table.sort -- `table` is a table of the report below

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
    caption = { zh = "表名“{found}”应为“{want}”", en = "caption '{found}' must read '{want}'" },
    no_header  = { zh = "缺少表头“{want}”", en = "header '{want}' is missing" },
    no_caption = { zh = "缺少表名“{want}”", en = "caption '{want}' is missing" },
    no_note    = { zh = "缺少表注“{want}”", en = "the note '{want}' is missing" },
    note    = { zh = "表注与规定格式不同，应为“{want}”", en = "the note differs from the form: '{want}'" },
    order   = { zh = "各列的次序与格式不同：{order}（按表头读数）", en = "the columns do not follow the form's order: {order} (read by their headers)" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    -- What is lost in front of all else is lost at the table's start.
    local function place(table, label)
      local finish = table:finish()
      local behind = label.line > finish.line or label.line == finish.line and label.column >= finish.column
      return behind and table:start() or label
    end
    -- `messages` are those for a label that is there and for one that is not.
    local function judge(table, label, want, folded, messages, severity)
      if label.found and (label.match == "altered" or label.match == "deviant") then
        local slip = label.match == "altered" and folded and gia.one_character(label.folded, folded)
        ctx:emit {
          at = label, message = messages.wrong, data = messages.wrong ~= "note" and { found = label.text, want = want } or { want = want },
          severity = severity or slip and "error" or label.match == "deviant" and "info" or nil,
          fix = { message = "change", data = { want = want }, edits = { ctx.edit.replace(label, want) }, safety = slip and "safe" or "suggestion" },
        }
      elseif label.lost then
        ctx:emit { at = place(table, label), message = messages.lost, data = { want = want }, severity = severity, place = label.place }
      end
    end
    -- Columns in another order than the form's: the names as they follow, at the first that is out of place.
    local function judge_order(table)
      local cells = {}
      for _, row in ipairs(table.rows) do
        if row.found and #cells == 0 then
          for i, cell in ipairs(row.cells) do cells[i] = cell end
        end
      end
      local function before(a, b)
        local one, other = a:start(), b:start()
        return one.line < other.line or one.line == other.line and one.column < other.column
      end
      sort(cells, before)
      local names, first = {}, nil
      for i, cell in ipairs(cells) do
        names[i] = gia.column_name(cell.column)
        if not first and cell.column.id ~= table.columns[i].id then first = cell.column.label end
      end
      if first then ctx:emit { at = first, message = "order", severity = "info", data = { order = concat(names, "、") } } end
    end
    local header = { wrong = "wrong", lost = "no_header" }
    local caption = { wrong = "caption", lost = "no_caption" }
    local note = { wrong = "note", lost = "no_note" }
    for _, table in ipairs(report.tables) do
      if table.reordered then judge_order(table) end
      if table.deviates and (table.found or table.headed) then
        local form = table.form
        judge(table, table.caption, form.caption, nil, caption)
        for _, heading in ipairs(table.headings) do
          local want = heading.form_text
          if heading.group then
            -- row-label's
          elseif want == form.note then
            judge(table, heading.label, want, nil, note, "info") -- no figure depends on it
          else
            judge(table, heading.label, want, want, header)
          end
        end
        for _, column in ipairs(table.columns) do
          if not column.missing then judge(table, column.label, column.form.label, column.form.folded, header) end
        end
      end
    end
  end,
}
