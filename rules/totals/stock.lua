-- What is in force at the end of a year was issued in it or stood before, and what stood before is not less than nothing.
-- The form states such floors as data; here they are only evaluated. Where one term does not count, nothing is said.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "年末数小于本年的增减所允许的数", en = "a stock is smaller than this year's changes allow" },
  help      = { zh = "核对这一行的各个数：年末数等于上年末数加本年增加、减本年减少，而上年末数不会小于 0",
                en = "Check the figures of the row: a stock is last year's, which is not less than 0, plus what came, minus what went" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二部分表：本年制发件数、本年废止件数、现行有效件数",
                "国办公开办函〔2019〕60号，报告格式（试行）第二部分表：本年新公开数量、对外公开总数量；上一年项目数量、本年增/减" },
  requires  = { "section:active_disclosure" },
  messages  = {
    below    = { zh = "“{row}”的“{name}”为 {value}，按这一行的其他数至少是 {sum} = {least}",
                 en = "'{row}': '{name}' is '{value}', at least '{sum}' = '{least}' by the other figures of the row" },
    fewer    = { zh = "“{row}”的“{name}”为 {value}，按这一行的其他数至少是 {least}",
                 en = "'{row}': '{name}' is '{value}', at least '{least}' by the other figures of the row" },
    negative = { zh = "“{row}”的“{name}”加上增减为 {sum} = {value}，小于 0",
                 en = "'{row}': '{name}' with its change is '{sum}' = '{value}', less than 0" },
    term     = { zh = "“{name}”为 {value}", en = "'{name}' is '{value}'" },
  },

  check = function(report, ctx)
    local function cells(row, ids)
      local list = {}
      for i, id in ipairs(ids) do list[i] = row:cell(id) end
      return list
    end
    local function written(added, taken)
      local text = ""
      for sign, group in pairs { [" + "] = added, [" - "] = taken } do
        for _, cell in ipairs(group) do
          local value = cell.value < 0 and "(" .. tostring(cell.value) .. ")" or tostring(cell.value)
          text = text .. (text == "" and "" or sign) .. value
        end
      end
      return text
    end
    for _, floor in ipairs(report.form.floors) do
      local table = report:table(floor.table)
      if table and floor.scope == "row" and floor.severity ~= "info" and table.edition == report.form then
        for _, row in ipairs(table.rows) do
          local left, right, minus = cells(row, floor.left), cells(row, floor.right), cells(row, floor.minus)
          local have, more, less = ctx.sum(left), ctx.sum(right), ctx.sum(minus)
          if row.found and have and more and less and have < more - less then
            local related = {}
            local function relate(list, from)
              for i = from, #list do
                local data = { name = gia.column_name(list[i].column), value = list[i].value }
                related[#related + 1] = { at = list[i], message = "term", data = data }
              end
            end
            relate(left, 2)
            relate(right, 1)
            relate(minus, 1)
            local data = { row = gia.row_name(row), name = gia.column_name(left[1].column), value = have }
            if #right > 0 then
              data.least = more - less
              local message = #right + #minus > 1 and "below" or "fewer"
              if message == "below" then data.sum = written(right, minus) end
              ctx:emit { at = left[1], message = message, data = data, related = related }
            else
              data.sum = written(left, minus)
              ctx:emit { at = left[1], message = "negative", data = data, related = related }
            end
          end
        end
      end
    end
  end,
}
