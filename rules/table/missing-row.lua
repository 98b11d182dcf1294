-- Rows that are lost together (a page, a selection that ended too early) are one fault. A row that stands elsewhere in
-- its table is not missing but out of place.
---@type gialint.Rule
local concat = table.concat -- `table` is a table of the report below
local most_moved = 2 -- more of them: it is not the rows that are out of place, but our reading

return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "表格缺少规定的行", en = "a table lacks rows of the form" },
  help      = { zh = "按规定格式补上缺少的行；没有发生的填 0", en = "Add the rows of the form; what did not happen is 0" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    one    = { zh = "表格“{table}”缺少“{rows}”行", en = "table '{table}' lacks the row '{rows}'" },
    many   = { zh = "表格“{table}”在此处缺少 {count} 行：{rows}", en = "table '{table}' lacks {count} rows here: {rows}" },
    all    = { zh = "表格“{table}”只有表头，没有填数的行", en = "table '{table}' has a header and no rows" },
    moved  = { zh = "“{row}”行不在规定的位置", en = "row '{row}' does not stand where the form has it" },
    proper = { zh = "规定的位置在这里", en = "the form has it here" },
  },

  check = function(report, ctx)
    local function name(row)
      local form = row.form
      return form.short_label ~= "" and form.short_label or form.label
    end
    local function elsewhere(row)
      for _, extra in ipairs(row.table.extra_rows) do
        if extra.label.folded == row.form.folded then return extra end
      end
    end
    local function say(table, gap)
      if #gap == 0 then return end
      local names = {}
      for i, row in ipairs(gap) do names[i] = name(row) end
      local data = { table = gia.table_name(table), rows = names[1] }
      if not table.found and #gap == #table.rows then
        ctx:emit { at = gap[1]:start(), message = "all", data = { table = data.table }, place = table.id }
      elseif #gap == 1 then
        ctx:emit { at = gap[1]:start(), message = "one", data = data }
      else
        data.count, data.rows = #gap, concat(names, "；")
        ctx:emit { at = gap[1]:start(), message = "many", data = data }
      end
    end
    -- Rows that are not there, in runs, and rows that stand elsewhere.
    local function look(table)
      local gaps, gap, moved = {}, nil, {}
      for _, row in ipairs(table.rows) do
        local absent = not row.found and not row.label.found
        local extra = absent and elsewhere(row)
        if extra then moved[#moved + 1] = { row = row, extra = extra } end
        if not absent then
          gap = nil
        elseif not extra then
          if not gap then
            gap = {}
            gaps[#gaps + 1] = gap
          end
          gap[#gap + 1] = row
        end
      end
      return gaps, moved
    end
    for _, table in ipairs(report.tables) do
      -- Where rows are short throughout it is columns that are missing: which row is which is then half a guess.
      if (table.found or table.headed) and table.row_width == 0 then
        local gaps, moved = look(table)
        for _, gap in ipairs(#moved <= most_moved and gaps or {}) do say(table, gap) end
        for _, each in ipairs(#moved <= most_moved and moved or {}) do
          ctx:emit { at = each.extra, message = "moved", data = { row = name(each.row) },
                     related = { { at = each.row, message = "proper", data = {} } }, place = each.row.place }
        end
      end
    end
  end,
}
