-- Converters print a table column by column, or scatter its cells: then a figure read into the wrong cell would accuse
-- the wrong figure. So nothing is said of a table of which not all was understood, but this, once.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "表格没有读懂，未作检查", en = "a table could not be read and was not checked" },
  help      = { zh = "换一种方式转换原文件再检查：网页另存为 .html；PDF 用 pdftotext -layout 转换（不带 -layout 会把表格逐列打散）；或者用制表符隔开各格",
                en = "Convert the original in another way: save the page as .html; use pdftotext -layout for a PDF (without -layout it takes tables apart column by column); or part the cells by tabs" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分的表格", "国办公开办函〔2019〕60号，报告格式（试行）的表格" },
  messages  = {
    numbers = { zh = "表格“{table}”没有读懂：有 {count} 个数（如“{text}”）看不出属于哪一格，整张表未作检查",
                en = "table '{table}' could not be read: {count} figures (such as '{text}') belong to no cell that can be told; none of it was checked" },
    rows    = { zh = "表格“{table}”没有读懂：{count} 行的数分不清各是哪一列，整张表未作检查",
                en = "table '{table}' could not be read: in {count} rows nothing tells which figure is whose; none of it was checked" },
    order   = { zh = "表格“{table}”没有读懂：各数一行一个，像是逐列打散的，按格式的顺序读对不上，整张表未作检查",
                en = "table '{table}' could not be read: its figures stand one below the other and not in the order of the form, as if it were taken apart column by column; none of it was checked" },
    bare    = { zh = "“{table}”下只有 {count} 个数，没有表头和行名，看不出各是哪一格，未作检查",
                en = "under '{table}' there are {count} figures without header or labels; nothing tells which is which, and none was checked" },
    picture = { zh = "表格“{table}”是图片，或者转换时丢失了，没有数字可读，未作检查",
                en = "table '{table}' is a picture, or a converter lost it: there are no figures to read, and none was checked" },
    also    = { zh = "表格“{table}”也没有读懂", en = "table '{table}' could not be read either" },
  },

  check = function(report, ctx)
    local first, related = nil, {}
    local function describe(table)
      if table.unreadable == "picture" then return table, {} end
      if table.unreadable == "numbers" then return table.unread[1], { count = #table.unread, text = table.unread[1].text } end
      local rows, figures, at = 0, #table.unread, table.unread[1]
      for _, row in ipairs(table.rows) do
        if row.ambiguous then
          rows = rows + 1
          at = at or row:start()
        end
        for _, cell in ipairs(row.cells) do
          if cell.value then
            figures = figures + 1
            at = at or cell
          end
        end
      end
      return at or table:start(), { count = table.unreadable == "rows" and rows or figures }
    end
    for _, table in ipairs(report.unreadable_tables) do
      if not table.found and #table.unread == 0 and table.unreadable ~= "picture" then
        -- It may be among the figures of the others.
      elseif first then
        related[#related + 1] = { at = describe(table), message = "also", data = { table = gia.table_name(table) } }
      else
        first = table
      end
    end
    if not first then return end
    local at, data = describe(first)
    data.table = gia.table_name(first)
    ctx:emit { at = at, message = first.unreadable, data = data, related = related, place = first.id }
  end,
}
