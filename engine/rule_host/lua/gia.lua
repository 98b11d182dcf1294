-- What rules share and what is not worth bindings: run in the rules' sandbox and on their budget. The comments of the
-- functions are what `gialint api` tells of them.
local gia = {}

--- What to call a row in a message: the form's short name, else as printed, else as on the form.
---@param row gialint.Row
---@return string
function gia.row_name(row)
  local form = row.form
  return form.short_label ~= "" and form.short_label or row.label.found and row.label.text or form.label
end

--- What to call a column in a message.
---@param column gialint.Column
---@return string
function gia.column_name(column) return column.label.found and column.label.text or column.form.label end

--- What to call the line of a cell: its row; in a table whose rows have no labels what stands above its column.
---@param cell gialint.Cell
---@return string
function gia.line_name(cell)
  local name = gia.row_name(cell.row)
  return name ~= "" and name or cell.column.form.parent -- a table without row labels
end

--- What to call a table: its caption on the form, else the title of its section.
---@param table gialint.Table
---@return string
function gia.table_name(table)
  local caption = table.form.caption
  return caption ~= "" and caption or table.edition:section(table.section).title
end

--- What of a table to point at when all of it is meant: its caption, else its first header, else its first row label.
---@param table gialint.Table
---@return gialint.Node
function gia.table_place(table)
  if table.caption.found then return table.caption end
  for _, lines in ipairs { table.columns, table.rows } do
    for _, line in ipairs(lines) do
      if line.label.found then return line.label end
    end
  end
  return table:start()
end

--- Whether two wordings are one character apart: replaced, left out or added. A slip of the hand in a long one; two short
--- ones may well mean two things.
---@param a string
---@param b string
---@return boolean
function gia.one_character(a, b)
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

--- One habit of the writer, said once: at the first of the places, the others related. Nobody reads a hundred of them.
--- The rule declares the message `also`.
---@param ctx gialint.Context
---@param places gialint.Node[]
---@param diagnostic gialint.Diagnostic # without `at` and `related`
function gia.emit_at_first(ctx, places, diagnostic)
  local related = {}
  for i = 2, math.min(#places, 10) do related[#related + 1] = { at = places[i], message = "also", data = {} } end
  diagnostic.at, diagnostic.related = places[1], related
  ctx:emit(diagnostic)
end

--- What a relation of the form between two years' tables comes to: a list with each line of the table (a Row or Column) in
--- which all cells count and no sum accuses them. `before` is last year's cell that `now` goes on from; plus and minus are
--- lists of cells. Empty where the relation does not hold, or not with last year's form.
---@param report gialint.Report
---@param id string # of a FormCrossYear
---@return { line: gialint.Row|gialint.Column, now: gialint.Cell, before: gialint.Cell, plus: gialint.Cell[], minus: gialint.Cell[], expected: gialint.Number }[]
function gia.across_years(report, id)
  local lines = {}
  for _, relation in ipairs(report.form.cross_year) do
    local now, before = report:table(relation.table), report.previous:table(relation.table)
    local applies = relation.id == id and now and before and now.edition == report.form
    for _, edition in ipairs(relation.not_with_editions) do
      applies = applies and before.edition.id ~= edition
    end
    for _, line in ipairs(applies and (relation.per == "row" and now.rows or now.columns) or {}) do
      local usable = true
      local function cell(table, term)
        local found = relation.per == "row" and table:cell(line.id, term) or relation.per ~= "row" and table:cell(term, line.id)
        usable = usable and found and found.counts and not found.suspect
        return found
      end
      local function cells(table, terms)
        local list = {}
        for i, term in ipairs(terms) do list[i] = cell(table, term) end
        return list
      end
      local entry = { line = line, now = cell(now, relation.this_year), before = cell(before, relation.last_year),
                      plus = cells(now, relation.plus), minus = cells(now, relation.minus) }
      local more = cells(before, relation.plus_last_year)
      if usable then
        entry.expected = entry.before.value
        for _, each in ipairs(entry.plus) do entry.expected = entry.expected + each.value end
        for _, each in ipairs(more) do entry.plus[#entry.plus + 1], entry.expected = each, entry.expected + each.value end
        for _, each in ipairs(entry.minus) do entry.expected = entry.expected - each.value end
        lines[#lines + 1] = entry
      end
    end
  end
  return lines
end

--- How many figures of a table, totals left out, are not 0, when all of the table's cells are last year's; nil when one is
--- another, or does not count, or when there are so few that they may agree by chance.
---@param report gialint.Report
---@param id string # of the table
---@return integer?
function gia.copied_figures(report, id)
  local now, before = report:table(id), report.previous:table(id)
  if not now or not before or now.edition.id ~= before.edition.id then return nil end
  local figures = 0
  for _, row in ipairs(now.rows) do
    for _, cell in ipairs(row.cells) do
      local other = before:cell(row.id, cell.column.id)
      if not (cell.counts and other.counts and cell.value == other.value) then return nil end
      if cell.value ~= 0 and #cell.parts == 0 then figures = figures + 1 end
    end
  end
  return figures >= 6 and figures or nil
end

--- Whether all characters of `short` stand in `long`, in that order: 人社局 in 人力资源和社会保障局.
---@param short string
---@param long string
---@return boolean
function gia.abbreviates(short, long)
  local want = { utf8.codepoint(short, 1, -1) }
  local at = 1
  for _, code in utf8.codes(long) do
    if code == want[at] then at = at + 1 end
  end
  return at > #want
end

-- Rules as data: each of these takes the fields of a rule beside its own, and gives back the rule. Messages that the rule
-- does not declare are made of the defaults here.

local function made(fields, own, messages, requires, check)
  local rule = { check = check, messages = {}, requires = requires or fields.requires and {} }
  for id, message in pairs(messages) do rule.messages[id] = message end
  for name, value in pairs(fields) do
    local mine = false
    for _, each in ipairs(own) do mine = mine or each == name end
    if name == "messages" then
      for id, message in pairs(value) do rule.messages[id] = message end
    elseif name == "requires" then
      for _, each in ipairs(value) do rule.requires[#rule.requires + 1] = each end
    elseif not mine then
      rule[name] = value
    end
  end
  return rule
end

local function needed(fields, name, kind)
  if type(fields[name]) ~= kind then error(name .. ": " .. kind .. " expected", 3) end
  return fields[name]
end

--- A sum: in every row (or column) of a table one figure is the sum of others. Says nothing where a cell does not count.
---@param fields gialint.SumRule
---@return gialint.Rule
function gia.sum(fields)
  local id, per, total, parts = needed(fields, "table", "string"), needed(fields, "per", "string"),
                                needed(fields, "total", "string"), needed(fields, "parts", "table")
  if per ~= "row" and per ~= "column" then error("per: \"row\" or \"column\" expected", 2) end
  local minus = fields.minus or {}
  local function check(report, ctx)
    local table = report:table(id)
    for _, line in ipairs(per == "row" and table.rows or table.columns) do
      local function cell(term)
        if per == "row" then return table:cell(line.id, term) end
        return table:cell(term, line.id)
      end
      local whole, usable = cell(total), true
      local sum, related = 0, {}
      local function take(terms, sign)
        for _, term in ipairs(terms) do
          local part = cell(term)
          usable = usable and part ~= nil and part.counts and not part.suspect
          if usable then
            sum = sum + sign * part.value
            if part.value ~= 0 then
              local name = per == "row" and gia.column_name(part.column) or gia.row_name(part.row)
              related[#related + 1] = { at = part, message = sign > 0 and "part" or "minus", data = { name = name, value = part.value } }
            end
          end
        end
      end
      take(parts, 1)
      take(minus, -1)
      if usable and whole and whole.counts and not whole.suspect and whole.value ~= sum then
        local line_name = per == "row" and gia.line_name(whole) or gia.column_name(line)
        local name = per == "row" and gia.column_name(whole.column) or gia.row_name(whole.row)
        ctx:emit { at = whole, message = "differs", related = related,
                   data = { line = line_name, total = name, value = whole.value, sum = sum } }
      end
    end
  end
  return made(fields, { "table", "per", "total", "parts", "minus" }, {
    differs = { zh = "“{line}”的“{total}”为 {value}，各项之和为 {sum}", en = "'{line}': '{total}' is '{value}', the sum of its parts '{sum}'" },
    part    = { zh = "“{name}”为 {value}", en = "'{name}' is '{value}'" },
    minus   = { zh = "减去“{name}” {value}", en = "less '{name}', '{value}'" },
  }, { "table:" .. id }, check)
end

-- Tells each of the rule's explanations once: at the one cell that is wrong where there is one, else at the total that
-- fails. `identities` are those that the rule explains.
local function report_totals(report, ctx, identities)
  local row_name, column_name = gia.row_name, gia.column_name
  -- The cell that stands for an identity: its total, or, of a balance, the total of its right side.
  local function anchor(broken) return #broken.left == 1 and broken.left[1] or broken.right[1] end
  local function line_name(broken)
    if broken.scope == "column" then return column_name(broken.column) end
    return gia.line_name(anchor(broken))
  end
  local function name_in(broken, cell)
    return broken.scope == "row" and column_name(cell.column) or row_name(cell.row)
  end
  local function equation(broken)
    return { line = line_name(broken), total = name_in(broken, anchor(broken)),
             left = broken.left_sum, right = broken.right_sum }
  end
  -- Whether this change alone makes all of them tie.
  local function repairs_all(explanation, candidate)
    local change = candidate.expected - candidate.printed
    for _, broken in ipairs(explanation.broken) do
      if broken.difference ~= change and broken.difference ~= -change then return false end
    end
    return true
  end

  for _, explanation in ipairs(report:explanations()) do
    local own
    for _, broken in ipairs(explanation.broken) do
      for _, id in ipairs(identities) do
        if not own and broken.identity == id then own = broken end
      end
    end
    local candidates, related = explanation.candidates, {}
    local data, at = equation(own), anchor(own)
    local message, fix = #candidates > 1 and "any" or "none", nil
    if #candidates == 1 then
      local candidate = candidates[1]
      at, message = candidate.cell, repairs_all(explanation, candidate) and "cell" or "one_of_two"
      data.cell, data.printed, data.expected = name_in(own, at), candidate.printed, candidate.expected
      local other = explanation.broken[1] == own and #explanation.broken > 1 and explanation.broken[2]
      if message == "cell" and other and #other.left == 1 then
        local crossing = equation(other)
        message = "crossing"
        data.other_line, data.other_total = crossing.line, crossing.total
        data.other_left, data.other_right = crossing.left, crossing.right
      end
      fix = { message = "change", edits = { ctx.edit.replace(at, tostring(candidate.expected)) } }
    end
    for _, candidate in ipairs(candidates) do
      if #candidates > 1 then
        related[#related + 1] = { at = candidate.cell, message = "instead",
                                  data = { printed = candidate.printed, expected = candidate.expected } }
      end
    end
    for _, broken in ipairs(explanation.broken) do
      local cell = anchor(broken)
      if broken ~= own or cell ~= at then
        related[#related + 1] = { at = cell, message = #broken.left == 1 and "sum" or "both_sides", data = equation(broken) }
      end
    end
    if #candidates == 0 then -- nobody to blame: show what was added
      for _, terms in ipairs { own.left, own.right, own.minus } do
        for _, cell in ipairs(terms) do
          if cell ~= at and cell.value ~= 0 then
            related[#related + 1] = { at = cell, message = "term", data = { name = name_in(own, cell), value = cell.value } }
          end
        end
      end
    end
    for _, hint in ipairs(explanation.hints) do
      related[#related + 1] = { at = hint.cell, message = hint.kind }
    end
    ctx:emit { at = at, message = message, data = data, related = related, fix = fix, explains = explanation }
  end
end

--- Sums of the form: tells what the totals explain through the identities in `explains`, each fault once, at the one cell
--- that is wrong where there is one. `line` says in messages where a sum is, `sides` what its two sides are.
---@param fields gialint.TotalsRule
---@return gialint.Rule
function gia.totals(fields)
  local explains, line = needed(fields, "explains", "table"), needed(fields, "line", "table")
  local sum = { zh = "“{total}”为 {left}，各项之和为 {right}", en = "'{total}' is '{left}', the sum of its parts '{right}'" }
  local sides = fields.sides or sum
  local crossing = { zh = "“{other_line}”的“{other_total}”为 {other_left}，各项之和为 {other_right}",
                     en = "for '{other_line}' '{other_total}' is '{other_left}', the sum '{other_right}'" }
  local cell = { zh = line.zh .. "“{cell}”填写为 {printed}：" .. sides.zh,
                 en = line.en .. " says '{printed}' under '{cell}': " .. sides.en }
  local none = { zh = line.zh .. "对不上：" .. sides.zh, en = line.en .. " does not add up: " .. sides.en }
  local all_tie = { zh = "；改为 {expected} 就都对上了", en = "; with '{expected}' everything adds up" }
  return made(fields, { "line", "sides" }, {
    cell = { zh = cell.zh .. all_tie.zh, en = cell.en .. all_tie.en },
    crossing = { zh = cell.zh .. "，" .. crossing.zh .. all_tie.zh, en = cell.en .. "; " .. crossing.en .. all_tie.en },
    one_of_two = { zh = cell.zh .. "；另一合计要求这里是 {expected}，同一合计中另有一处也不符",
                   en = cell.en .. "; another sum wants '{expected}' here, and a second cell is wrong" },
    any = { zh = none.zh .. "；改其中任何一处都能对上", en = none.en .. "; any of several cells may be wrong" },
    none = none,
    sum = { zh = "“{line}”的" .. sum.zh, en = "'{line}': " .. sum.en },
    both_sides = { zh = "“{line}”应当相等的两个数是 {left} 和 {right}", en = "'{line}': '{left}' and '{right}' should be equal" },
    term = { zh = "“{name}”为 {value}", en = "'{name}' is '{value}'" },
    instead = { zh = "把这里的 {printed} 改为 {expected} 也能对上", en = "or '{expected}' here instead of '{printed}'" },
    left_out = { zh = "差额正好是这一项：可能漏加或者重复计算", en = "the difference is exactly this figure: left out, or counted twice" },
    swapped_digits = { zh = "可能是相邻两位数字写颠倒了", en = "two neighbouring digits may have changed places" },
    neighbour = { zh = "这个数可能填错了行或者列", en = "this figure may stand in the wrong row or column" },
    change = { zh = "改为 {expected}", en = "change it to '{expected}'" },
  }, nil, function(report, ctx) report_totals(report, ctx, explains) end)
end

--- A section that must be there and, with `says`, must hold words that match.
---@param fields gialint.SectionRule
---@return gialint.Rule
function gia.required_section(fields)
  local id, says = needed(fields, "section", "string"), fields.says
  local function check(report, ctx)
    local section = report:section(id)
    local form = report.form:section(id)
    local title = section and section.title.text or form and form.title or id
    if not section then
      ctx:emit { at = report:gap(id), message = "missing", data = { title = title } }
    elseif says and not section.paragraphs:find(says) then
      ctx:emit { at = section, message = "silent", data = { title = title } }
    end
  end
  return made(fields, { "section", "says" }, {
    missing = { zh = "缺少“{title}”", en = "'{title}' is missing" },
    silent  = { zh = "“{title}”没有写到规定的内容", en = "'{title}' does not say what it has to" },
  }, nil, check)
end

--- A wording: wherever `pattern` matches in the prose (or its first group, where it has one) it should read `want`, or
--- should not stand at all. With `want` and `fixable` each place has a fix.
---@param fields gialint.WordingRule
---@return gialint.Rule
function gia.wording(fields)
  local pattern, want = needed(fields, "pattern", "string"), fields.want
  local function check(report, ctx)
    for _, paragraph in ipairs(report.paragraphs:with(pattern)) do
      for _, match in ipairs(paragraph:find_all(pattern)) do
        local at = match.groups[1] or match
        if at.text ~= want then
          local fix = want and fields.fixable and { message = "change", edits = { ctx.edit.replace(at, want) } }
          ctx:emit { at = at, message = want and "wrong" or "unwanted", fix = fix or nil,
                     data = want and { found = at.text, want = want } or { found = at.text } }
        end
      end
    end
  end
  return made(fields, { "pattern", "want" }, {
    wrong    = { zh = "“{found}”应为“{want}”", en = "'{found}' should read '{want}'" },
    unwanted = { zh = "不应有“{found}”", en = "'{found}' should not stand here" },
    change   = { zh = "改为“{want}”", en = "change it to '{want}'" },
  }, nil, check)
end

--- Cells that must agree: "table/row/column" each. Says nothing where one does not count.
---@param fields gialint.EqualRule
---@return gialint.Rule
function gia.equal_cells(fields)
  local paths = needed(fields, "cells", "table")
  local function check(report, ctx)
    local first
    for _, path in ipairs(paths) do
      local cell = report:cell(path)
      if not cell or not cell.counts or cell.suspect then return end
      local line, column = gia.line_name(cell), gia.column_name(cell.column)
      if not first then
        first = { cell = cell, line = line, column = column }
      elseif cell.value ~= first.cell.value then
        ctx:emit { at = cell, message = "differs",
                   data = { line = line, column = column, value = cell.value,
                            other_line = first.line, other_column = first.column, expected = first.cell.value },
                   related = { { at = first.cell, message = "first",
                                 data = { line = first.line, column = first.column, value = first.cell.value } } } }
      end
    end
  end
  return made(fields, { "cells" }, {
    differs = { zh = "“{line}”的“{column}”为 {value}，“{other_line}”的“{other_column}”为 {expected}，应当一致",
                en = "'{line}', '{column}' is '{value}', '{other_line}', '{other_column}' '{expected}': they should agree" },
    first   = { zh = "“{line}”的“{column}”为 {value}", en = "'{line}', '{column}' is '{value}'" },
  }, nil, check)
end

return gia
