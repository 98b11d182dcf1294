---@type gialint.Rule
local concat = table.concat -- `table` is a table of the report below

return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "表格缺少规定的列", en = "a table lacks columns of the form" },
  help      = { zh = "按规定格式补上缺少的列；没有发生的填 0", en = "Add the columns of the form; what did not happen is 0" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    one   = { zh = "表格“{table}”缺少“{columns}”列", en = "table '{table}' lacks the column '{columns}'" },
    many  = { zh = "表格“{table}”在此处缺少 {count} 列：{columns}", en = "table '{table}' lacks {count} columns here: {columns}" },
    width = { zh = "表格“{table}”每行有 {count} 个数，应为 {want} 个，分不清各是哪一列",
              en = "every row of table '{table}' has {count} values instead of {want}; nothing tells which columns they are" },
  },

  check = function(report, ctx)
    local function name(column) -- labels repeat in tables whose rows have none
      local form = column.form
      local row = column.table.rows[1]
      return row and row.form.label == "" and form.parent ~= "" and form.parent .. "/" .. form.label or form.label
    end
    local function say(table, gap)
      if #gap == 0 then return end
      local names = {}
      for i, column in ipairs(gap) do names[i] = name(column) end
      local data = { table = gia.table_name(table), columns = names[1] }
      if #gap > 1 then
        data.count, data.columns = #gap, concat(names, "；")
      end
      ctx:emit { at = gap[1], message = #gap > 1 and "many" or "one", data = data }
    end
    for _, table in ipairs(report.tables) do
      if table.found and table.row_width > 0 then
        local first
        for _, row in ipairs(table.rows) do first = first or row.found and row end
        ctx:emit { at = first.cells[1]:start(), message = "width", place = table.id,
                   data = { table = gia.table_name(table), count = table.row_width, want = #table.columns } }
      elseif table.found then
        local gap = {}
        for _, column in ipairs(table.columns) do
          if column.missing then
            gap[#gap + 1] = column
          else
            say(table, gap)
            gap = {}
          end
        end
        say(table, gap)
      end
    end
  end,
}
