-- Blanks mean many things. Writers who leave their zeros blank do so throughout a section, and a row of blanks whose
-- total is 0 has nothing to say; a total left blank beside its parts, or a blank among figures, is a figure forgotten.
-- Rows whose values cannot be told apart are ambiguous-row's, columns that are not there missing-column's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  fixable   = "unsafe",
  title     = { zh = "表格中有没有填写的格", en = "a cell is left blank" },
  help      = { zh = "补填数字；没有发生的填 0", en = "Fill in the figure; what did not happen is 0" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    total   = { zh = "“{row}”的“{column}”没有填写：各项之和为 {sum}", en = "'{row}', '{column}' is blank: its parts add up to {sum}" },
    also_total = { zh = "“{row}”的“{column}”也没有填写：各项之和为 {sum}", en = "'{row}', '{column}' is blank too: its parts add up to {sum}" },
    blank   = { zh = "“{row}”的“{column}”没有填写", en = "'{row}', '{column}' is blank" },
    row     = { zh = "“{row}”行没有填数", en = "row '{row}' has no figures" },
    nothing = { zh = "表格“{table}”没有填写任何数字", en = "table '{table}' holds no figure at all" },
    also    = { zh = "这里也没有填写", en = "blank here too" },
    fill_all = { zh = "填写各项之和", en = "fill in the sums" },
    fill    = { zh = "填写 {sum}", en = "fill in {sum}" },
  },

  check = function(report, ctx)
    local any = false
    for _, table in ipairs(report.tables) do
      any = any or #table:cells_with("blank") > 0 or #table:cells_with("absent") > 0
    end
    if not any then return end

    -- What the form says a total must be, nil when its parts do not tell; and whether figures were added up.
    local function expected(cell)
      local sum, agree, figures = nil, true, false
      for _, parts in ipairs(cell.parts) do
        local each = ctx.sum(parts)
        if each then
          agree = agree and (not sum or each == sum)
          sum, figures = each, figures or each ~= 0
        end
      end
      return agree and sum or nil, figures
    end

    -- Columns of a row that a printed 0 speaks for: all parts of that total are blank.
    local function settled_in(row)
      local settled = {}
      for _, cell in ipairs(row.cells) do
        for _, parts in ipairs(cell.value == 0 and cell.parts or {}) do
          local blank = parts[1].row.id == row.id
          for _, part in ipairs(parts) do blank = blank and not part.value end
          for _, part in ipairs(blank and parts or {}) do settled[part.column.id] = true end
        end
      end
      return settled
    end

    -- Whether a row shows its label and nothing else.
    local function is_bare(row)
      for _, cell in ipairs(row.cells) do
        if cell.value or cell.state == "text" then return false end
      end
      return row.label.found
    end

    -- What a row leaves blank: `known` when each of them is a total whose parts add up, `due` when figures are lost.
    local function look(row)
      local found = { row = row, bare = is_bare(row), blanks = {}, sums = {}, known = true, due = false, figures = false }
      local settled = settled_in(row)
      for _, cell in ipairs(row.cells) do
        if cell.value then
          found.figures = found.figures or cell.value ~= 0
        elseif cell.state ~= "text" and not cell.column.missing and not settled[cell.column.id] then
          local sum, figures = expected(cell)
          found.blanks[#found.blanks + 1] = cell
          found.sums[#found.blanks] = sum
          found.known = found.known and sum ~= nil
          found.due = found.due or figures
        end
      end
      return found
    end

    -- Whether a blank shows no more than that nothing follows its neighbour: a figure put there would join the other's.
    local function clings(cell)
      local at = cell:start()
      local function ends_there(each)
        local finish = each:finish()
        return not each.empty and finish.line == at.line and finish.column == at.column
      end
      for _, each in ipairs(cell.row.cells) do
        if ends_there(each) then return true end
      end
      return ends_there(cell.row.label)
    end

    -- Totals forgotten in row after row are one fault.
    local function say_totals(cells, sums)
      local related, edits = {}, {}
      local function named(i) return { row = gia.line_name(cells[i]), column = gia.column_name(cells[i].column), sum = sums[i] } end
      for i, cell in ipairs(cells) do
        if not clings(cell) then edits[#edits + 1] = ctx.edit.replace(cell, tostring(sums[i])) end
        if i > 1 and i <= 10 then related[i - 1] = { at = cell, message = "also_total", data = named(i) } end
      end
      ctx:emit { at = cells[1], message = "total", data = named(1), related = related,
                 fix = #edits > 0 and { message = #cells > 1 and "fill_all" or "fill", edits = edits } or nil }
    end

    local function say_blanks(cells, severity)
      local cell = cells[1]
      gia.emit_at_first(ctx, cells, { message = "blank", severity = severity,
                                      data = { row = gia.line_name(cell), column = gia.column_name(cell.column) } })
    end

    local function say_bare(rows) -- labels without values, one below the other
      local places = {}
      for i, found in ipairs(rows) do
        local first = found.row.cells[1] -- where the format shows its place, else the label's end
        places[i] = clings(first) and found.row.label:finish() or first
      end
      if #places > 0 then
        gia.emit_at_first(ctx, places, { message = "row", data = { row = gia.row_name(rows[1].row) }, place = rows[1].row.place })
      end
    end

    -- The rows of a table that the rule may speak of.
    local function rows_of(table)
      local rows = {}
      if not table.found and not table.headed or table.row_width > 0 then return rows end
      for _, row in ipairs(table.rows) do
        if (row.found or row.label.found) and not row.ambiguous then rows[#rows + 1] = look(row) end
      end
      return rows
    end

    local report_blanks, report_zeros = 0, 0
    local sections = {} -- id → its tables, what is blank in it, and which zeros are printed
    for _, table in ipairs(report.tables) do
      local section = sections[table.section] or { tables = {}, rows = 0, blank_rows = 0, blanks = 0, zeros = 0, filled = false }
      sections[table.section] = section
      local rows = rows_of(table)
      section.tables[#section.tables + 1] = { table = table, rows = rows }
      section.rows = section.rows + #rows
      for _, found in ipairs(rows) do
        if #found.blanks > 0 and not found.known then
          section.blank_rows = section.blank_rows + 1
          section.blanks = section.blanks + #found.blanks
          report_blanks = report_blanks + #found.blanks
        end
      end
      for _, row in ipairs(table.rows) do
        for _, cell in ipairs(row.cells) do
          if cell.value == 0 and #cell.parts == 0 then
            section.zeros = section.zeros + 1
            report_zeros = report_zeros + 1
          end
          if cell.value or cell.state == "text" then section.filled = true end
        end
      end
    end

    local function append(list, more)
      for _, each in ipairs(more) do list[#list + 1] = each end
    end

    local few_blanks = 10
    local function say(section)
      -- One row among many is a slip, however many blanks it has; where the table is that row, only one blank is.
      local slip = section.rows > 1 and section.blank_rows == 1 or section.blanks == 1
      -- A clerk who prints no zero anywhere left this one blank too.
      local never_zero = report_zeros == 0 and report_blanks >= few_blanks
      local habit = section.blanks > section.zeros and not slip or never_zero
      for _, each in ipairs(section.tables) do
        local totals_due = false
        for _, found in ipairs(each.rows) do totals_due = totals_due or found.due and found.known and not found.bare end
        local totals, sums, minor, bare = {}, {}, {}, {}
        for _, found in ipairs(each.rows) do
          if found.bare then
            if found.due or not habit then bare[#bare + 1] = found end
          else
            say_bare(bare)
            bare = {}
            if #found.blanks == 0 then
              -- nothing to say
            elseif found.known and totals_due then
              append(totals, found.blanks)
              append(sums, found.sums)
            elseif found.due or found.figures and not habit then
              say_blanks(found.blanks)
            elseif not habit then
              append(minor, found.blanks)
            end
          end
        end
        say_bare(bare)
        if #totals > 0 then say_totals(totals, sums) end
        if #minor > 0 then say_blanks(minor, "info") end
      end
    end

    -- Nothing but labels: zeros left blank, a form that nobody filled in, or figures that did not survive: who can tell?
    local function say_nothing(section)
      for _, each in ipairs(section.tables) do
        local found = each.rows[1]
        if found then
          ctx:emit { at = found.row.label:finish(), message = "nothing", severity = "info",
                     data = { table = gia.table_name(each.table) }, place = each.table.id }
          return
        end
      end
    end

    for _, section in pairs(sections) do
      if section.filled then say(section) else say_nothing(section) end
    end
  end,
}
