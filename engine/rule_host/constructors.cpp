#include "engine/rule_host/constructors.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_host/object.hpp"

namespace gialint {
namespace {

// Written in Lua, as rules are, and run in their sandbox and on their budget: what rules share is not worth bindings.
constexpr std::string_view source = R"lua(local gia = {}

-- What to call a row, a column, the line of a cell, and a table in a message.
function gia.row_name(row)
  local form = row.form
  return form.short_label ~= "" and form.short_label or row.label.found and row.label.text or form.label
end

function gia.column_name(column) return column.label.found and column.label.text or column.form.label end

function gia.line_name(cell)
  local name = gia.row_name(cell.row)
  return name ~= "" and name or cell.column.form.parent -- a table without row labels
end

function gia.table_name(table)
  local caption = table.form.caption
  return caption ~= "" and caption or table.edition:section(table.section).title
end

-- What of a table to point at when all of it is meant: its caption, else its first header, else its first row label.
function gia.table_place(table)
  if table.caption.found then return table.caption end
  for _, lines in ipairs { table.columns, table.rows } do
    for _, line in ipairs(lines) do
      if line.label.found then return line.label end
    end
  end
  return table:start()
end

-- One habit of the writer, said once: at the first of the places, the others related. Nobody reads a hundred of them.
function gia.emit_at_first(ctx, places, diagnostic)
  local related = {}
  for i = 2, math.min(#places, 10) do related[#related + 1] = { at = places[i], message = "also", data = {} } end
  diagnostic.at, diagnostic.related = places[1], related
  ctx:emit(diagnostic)
end

-- What a relation of the form between two years' tables comes to: a list with each line of the table (a Row or Column) in
-- which all cells count and no sum accuses them: { line, now, before, plus, minus, expected }. `before` is last year's
-- cell that `now` goes on from; plus and minus are lists of cells. Empty where the relation does not hold, or not with
-- last year's form.
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

-- How many figures of a table, totals left out, are not 0, when all of the table's cells are last year's; nil when one is
-- another, or does not count, or when there are so few that they may agree by chance.
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

-- What a rule about sums says: each of its explanations once, at the one cell that is wrong where there is one, else at
-- the total that fails. `identities` are those the rule explains.
function gia.report_totals(report, ctx, identities)
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
    ctx:emit { at = at, message = message, data = data, related = related, fix = fix }
  end
end

-- Whether all characters of `short` stand in `long`, in that order: 人社局 in 人力资源和社会保障局.
function gia.abbreviates(short, long)
  local want = { utf8.codepoint(short, 1, -1) }
  local at = 1
  for _, code in utf8.codes(long) do
    if code == want[at] then at = at + 1 end
  end
  return at > #want
end

return gia
)lua";

// gia.any_of(words): a pattern for any of these words, as they are; of two that begin alike it takes the longer.
int any_of(lua_State* lua) {
  if (!is_list(lua, 1)) luaL_checktype(lua, 1, LUA_TTABLE);
  std::vector<std::string_view> words;
  const lua_Integer count = luaL_len(lua, 1);
  lua_createtable(lua, static_cast<int>(std::clamp<lua_Integer>(count, 0, 1000)), 0);  // keeps the items of a list
  std::size_t bytes = 0;
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_geti(lua, 1, i);
    if (lua_type(lua, -1) != LUA_TSTRING) raise(lua, "any_of: list of strings expected");
    words.push_back(text_argument(lua, -1));
    lua_rawseti(lua, 2, i);
    bytes += words.back().size() + 5;
    LuaState::of(lua).charge(16 + words.back().size());
  }
  std::stable_sort(words.begin(), words.end(),
                   [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
  std::string pattern = "(?:";
  pattern.reserve(bytes + 4);
  for (const std::string_view word : words) {
    if (pattern.size() > 3) pattern += '|';
    pattern.append("\\Q").append(word).append("\\E");
  }
  push_text(lua, pattern += ')');
  return 1;
}

}  // namespace

void push_constructors(lua_State* lua, int environment) {
  environment = lua_absindex(lua, environment);
  if (luaL_loadbufferx(lua, source.data(), source.size(), "=gia", "t") != LUA_OK) lua_error(lua);
  lua_pushvalue(lua, environment);
  lua_setupvalue(lua, -2, 1);
  lua_call(lua, 0, 1);
  lua_pushcfunction(lua, guarded<any_of>);
  lua_setfield(lua, -2, "any_of");
}

}  // namespace gialint
