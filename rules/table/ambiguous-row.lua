-- Six values under seven headers: whatever is guessed, a sum may fail that does tie. So the figures are left alone and
-- the row is named. A table all of whose rows are so is missing-column's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "一行的数与表格的列对不上", en = "the values of a row do not match the columns" },
  help      = { zh = "补全这一行，每列一个数；没有发生的填 0", en = "Give the row one value for each column; what did not happen is 0" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    few  = { zh = "“{row}”行有 {count} 个数，表格有 {columns} 列，分不清各是哪一列",
             en = "row '{row}' has {count} values for {columns} columns; nothing tells which is which" },
    many = { zh = "“{row}”行的数多于表格的 {columns} 列，分不清各是哪一列",
             en = "row '{row}' has more values than the table has columns ({columns}); nothing tells which is which" },
  },

  check = function(report, ctx)
    local short = {} -- rows whose values nothing places
    for _, table in ipairs(report.tables) do
      for _, row in ipairs(table.rows) do
        if row.ambiguous then short[#short + 1] = { row = row, table = table } end
      end
    end
    if #short == 0 then return end

    -- Where more cells are blank than hold a 0, zeros are left blank, and a layout that loses blanks leaves rows short.
    local empty, zeros = 0, 0
    for _, each in ipairs(short) do
      for _, cell in ipairs(each.row.cells) do
        empty = empty + (cell.state == "absent" and 1 or 0)
      end
    end
    for _, table in ipairs(report.tables) do
      empty = empty + #table:cells_with("blank")
      for _, cell in ipairs(table:cells_with("number")) do
        if cell.value == 0 then zeros = zeros + 1 end
      end
    end
    local habit = empty > zeros and not (#short == 1 and empty == 1)
    for _, each in ipairs(short) do
      local row, table = each.row, each.table
      if table.found and table.row_width == 0 then
        local count, first = 0, nil
        for _, cell in ipairs(row.cells) do
          if cell.state ~= "absent" then
            count = count + 1
            first = first or cell
          end
        end
        local name = gia.row_name(row)
        ctx:emit {
          at = first or row, severity = habit and "info" or nil, message = count < #row.cells and "few" or "many", place = row.place,
          data = { row = name ~= "" and name or gia.table_name(table), columns = #row.cells, count = count < #row.cells and count or nil },
        }
      end
    end
  end,
}
