#include <algorithm>
#include <string>
#include <string_view>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/tables/sums.hpp"
#include "engine/totals/solver.hpp"

namespace gialint::lua {
namespace {

const Table& table_of(const Node& node) { return as<Table>(node); }
const Row& row_of(const Node& node) { return table_of(node).rows[node.anchor.row]; }
const Column& column_of(const Node& node) { return table_of(node).columns[node.anchor.column]; }
const Cell& cell_of(const Node& node) { return row_of(node).cells[node.anchor.column]; }
/// Whether the sums of its table fail and it may be why.
bool is_suspect(const Report& report, const Table& table, CellRef cell) {
  const auto holds = [cell](const std::vector<CellRef>& cells) {
    return std::find(cells.begin(), cells.end(), cell) != cells.end();
  };
  return std::any_of(report.totals.begin(), report.totals.end(), [&](const Explanation& explanation) {
    if (explanation.table != table.id) return false;
    if (!explanation.candidates.empty()) {
      return std::any_of(explanation.candidates.begin(), explanation.candidates.end(),
                         [cell](const Candidate& candidate) { return candidate.cell == cell; });
    }
    return std::any_of(explanation.broken.begin(), explanation.broken.end(), [&](const BrokenIdentity& broken) {
      return holds(broken.left) || holds(broken.right) || holds(broken.minus);
    });
  });
}

const ExtraRow& extra_row_of(const Node& node) { return table_of(node).extra_rows[node.anchor.row]; }
const ExtraColumn& extra_column_of(const Node& node) { return table_of(node).extra_columns[node.anchor.column]; }
const Heading& heading_of(const Node& node) { return table_of(node).headings[node.anchor.row]; }

std::uint32_t narrow(std::size_t index) { return static_cast<std::uint32_t>(index); }

const Label& label_of(const Node& node) {
  switch (node.anchor.kind) {
    case Kind::row:
      return row_of(node).label;
    case Kind::column:
      return column_of(node).label;
    case Kind::heading:
      return heading_of(node).label;
    default:
      return table_of(node).caption;
  }
}

/// Columns and rows that the form has stand in the table at the same index.
std::optional<std::size_t> row_index(const Table& table, std::string_view id) {
  const std::optional<std::size_t> index = table.form == nullptr ? std::nullopt : table.form->row_index(id);
  return index && *index < table.rows.size() ? index : std::nullopt;
}

std::optional<std::size_t> column_index(const Table& table, std::string_view id) {
  const std::optional<std::size_t> index = table.form == nullptr ? std::nullopt : table.form->column_index(id);
  return index && *index < table.columns.size() ? index : std::nullopt;
}

void get_suspect(lua_State* lua, const Node& self) {
  push_bool(lua, is_suspect(report_of(self), table_of(self), {self.anchor.row, self.anchor.column}));
}

// ---- table

void get_form(lua_State* lua, const Node& self) { push_form_table(lua, table_of(self).form); }
void get_edition(lua_State* lua, const Node& self) { push_form(lua, table_of(self).edition); }

void get_unreadable(lua_State* lua, const Node& self) {
  const Unreadable reason = table_of(self).unreadable;
  if (reason == Unreadable::no) {
    lua_pushnil(lua);
  } else {
    push_text(lua, reason_name(reason));
  }
}

void get_unread(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).unread.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_point(state, list, static_cast<const Table*>(list.what)->unread[index]);
            });
}

bool deviates(const Label& label) {
  return label.lost || (label.found && (label.match == WordingMatch::altered || label.match == WordingMatch::deviant));
}

/// Most rules about labels have none to look at.
void get_deviates(lua_State* lua, const Node& self) {
  const Table& table = table_of(self);
  const auto any = [](const auto& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const auto& line) { return deviates(line.label); });
  };
  const bool result = deviates(table.caption) || any(table.rows) || any(table.columns) || any(table.headings);
  push_bool(lua, result);
}

void get_section(lua_State* lua, const Node& self) {
  if (table_of(self).form == nullptr) {
    lua_pushnil(lua);
  } else {
    push_text(lua, table_of(self).form->section);
  }
}

void get_rows(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).rows.size(), [](lua_State* state, const Anchor& list, std::size_t index) {
    push_row(state, list.report, static_cast<const Table*>(list.what), index);
  });
}

void get_columns(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).columns.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_column(state, list.report, static_cast<const Table*>(list.what), index);
            });
}

void get_extra_rows(lua_State* lua, const Node& self) {
  push_list(
      lua, self.anchor, table_of(self).extra_rows.size(), [](lua_State* state, const Anchor& list, std::size_t index) {
        const auto* table = static_cast<const Table*>(list.what);
        push_node(state, {list.report, Kind::extra_row, table, nullptr, narrow(index)}, table->extra_rows[index].label);
      });
}

void get_extra_columns(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).extra_columns.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto* table = static_cast<const Table*>(list.what);
              push_node(state, {list.report, Kind::extra_column, table, nullptr, 0, narrow(index)},
                        table->extra_columns[index].label);
            });
}

void get_headings(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).headings.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto* table = static_cast<const Table*>(list.what);
              push_node(state, {list.report, Kind::heading, table, nullptr, narrow(index)},
                        table->headings[index].label.span);
            });
}

int find_row(lua_State* lua) {
  const Node& self = check_kind(lua, 1, Kind::table);
  const auto row = row_index(table_of(self), text_argument(lua, 2));
  if (row) {
    push_row(lua, self.anchor.report, &table_of(self), *row);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int find_column(lua_State* lua) {
  const Node& self = check_kind(lua, 1, Kind::table);
  const auto column = column_index(table_of(self), text_argument(lua, 2));
  if (column) {
    push_column(lua, self.anchor.report, &table_of(self), *column);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int push_found_cell(lua_State* lua, const Node& self, std::optional<std::size_t> row,
                    std::optional<std::size_t> column) {
  if (row && column && *column < table_of(self).rows[*row].cells.size()) {
    push_cell(lua, self.anchor.report, &table_of(self), *row, *column);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int find_cell(lua_State* lua) {
  const Node& self = check_kind(lua, 1, Kind::table);
  return push_found_cell(lua, self, row_index(table_of(self), text_argument(lua, 2)),
                         column_index(table_of(self), text_argument(lua, 3)));
}

/// Whether a cell is what a rule asks for: a state, or "unit" (a number with one), "unfit" or "pointed".
bool is_asked_for(const Cell& cell, std::string_view what) {
  if (what == "unit") return cell.state == CellState::number && !cell.unit.empty();
  if (what == "unfit") return cell.unfit;
  if (what == "pointed") return cell.pointed;
  return state_name(cell.state) == what;
}

/// The cells of found rows that are so: most rules about cells have none to look at, and need not see the others.
int cells_with(lua_State* lua) {
  const Node& self = check_kind(lua, 1, Kind::table);
  const Table& table = table_of(self);
  const std::string_view what = text_argument(lua, 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t row = 0; table.found && row < table.rows.size(); ++row) {
    const std::vector<Cell>& cells = table.rows[row].cells;
    for (std::size_t column = 0; table.rows[row].found && column < cells.size(); ++column) {
      if (!is_asked_for(cells[column], what)) continue;
      push_cell(lua, self.anchor.report, &table, row, column);
      lua_rawseti(lua, -2, ++count);
    }
  }
  return 1;
}

// ---- row, column, label, extra row

void get_label(lua_State* lua, const Node& self) { push_node(lua, Kind::label, self.anchor, label_of(self).span); }
void get_table(lua_State* lua, const Node& self) { push_table(lua, self.anchor.report, &table_of(self)); }

void get_cells(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, row_of(self).cells.size(), [](lua_State* state, const Anchor& list, std::size_t index) {
    push_cell(state, list.report, static_cast<const Table*>(list.what), list.row, index);
  });
}

void get_row_form(lua_State* lua, const Node& self) {
  const FormTable* form = table_of(self).form;
  push_form_row(lua, form != nullptr && self.anchor.row < form->rows.size() ? form : nullptr, self.anchor.row);
}

void get_column_form(lua_State* lua, const Node& self) {
  const FormTable* form = table_of(self).form;
  push_form_column(lua, form != nullptr && self.anchor.column < form->columns.size() ? form : nullptr,
                   self.anchor.column);
}

int find_cell_of_row(lua_State* lua) {
  const Node& self = check_kind(lua, 1, Kind::row);
  return push_found_cell(lua, self, self.anchor.row, column_index(table_of(self), text_argument(lua, 2)));
}

void get_label_match(lua_State* lua, const Node& self) { push_text(lua, match_name(label_of(self).match)); }

void get_extra_label(lua_State* lua, const Node& self) { push_point(lua, self.anchor, extra_row_of(self).label); }

void get_values(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, extra_row_of(self).values.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_point(state, list, static_cast<const Table*>(list.what)->extra_rows[list.row].values[index]);
            });
}

void get_extra_column_label(lua_State* lua, const Node& self) {
  push_point(lua, self.anchor, extra_column_of(self).label);
}

void get_extra_column_values(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, extra_column_of(self).values.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_point(state, list, static_cast<const Table*>(list.what)->extra_columns[list.column].values[index]);
            });
}

// ---- cell

void get_value(lua_State* lua, const Node& self) {
  const Cell& cell = cell_of(self);
  if (cell.has_value()) {
    push_number(lua, cell.value);
  } else {
    lua_pushnil(lua);
  }
}

void get_unit(lua_State* lua, const Node& self) { push_point(lua, self.anchor, cell_of(self).unit); }

void get_state(lua_State* lua, const Node& self) { push_text(lua, state_name(cell_of(self).state)); }

void get_certainty(lua_State* lua, const Node& self) {
  lua_pushstring(lua, cell_of(self).certainty == Certainty::sure ? "sure" : "ambiguous");
}

void get_counts(lua_State* lua, const Node& self) { push_bool(lua, cell_of(self).counts()); }

/// One list for each sum of the form whose total is this cell alone; relations that have exceptions are none.
void get_parts(lua_State* lua, const Node& self) {
  const Table& table = table_of(self);
  const CellRef total{self.anchor.row, self.anchor.column};
  lua_newtable(lua);
  lua_Integer lists = 0;
  for (const FormSum& sum : sums_of(table)) {
    if (!sum.is_total(total) || !sum.minus.empty()) continue;
    lua_newtable(lua);
    lua_Integer parts = 0;
    for (const std::size_t term : sum.right) {
      const CellRef part = sum.cell(sum.line_of(total), term);
      push_cell(lua, self.anchor.report, &table, part.row, part.column);
      lua_rawseti(lua, -2, ++parts);
    }
    lua_rawseti(lua, -2, ++lists);
  }
}

void get_row(lua_State* lua, const Node& self) { push_row(lua, self.anchor.report, &table_of(self), self.anchor.row); }
void get_column(lua_State* lua, const Node& self) {
  push_column(lua, self.anchor.report, &table_of(self), self.anchor.column);
}

// ---- explanations of sums that fail; their parts have the Table as owner

const Table* owner_of(const Node& node) { return static_cast<const Table*>(node.anchor.owner); }
const Table* explained_table(const Node& node) { return report_of(node).tables.table(as<Explanation>(node).table); }

template <class T, Kind ItemKind>
void push_parts(lua_State* lua, const Node& self, const std::vector<T>& parts) {
  const Table* table = explained_table(self);
  push_list(lua, {self.anchor.report, ItemKind, &parts, table}, table == nullptr ? 0 : parts.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const T* part = &(*static_cast<const std::vector<T>*>(list.what))[index];
              push_node(state, {list.report, ItemKind, part, list.owner});
            });
}

void get_explained_table(lua_State* lua, const Node& self) {
  push_table(lua, self.anchor.report, explained_table(self));
}

void get_broken(lua_State* lua, const Node& self) {
  push_parts<BrokenIdentity, Kind::broken>(lua, self, as<Explanation>(self).broken);
}
void get_candidates(lua_State* lua, const Node& self) {
  push_parts<Candidate, Kind::candidate>(lua, self, as<Explanation>(self).candidates);
}
void get_hints(lua_State* lua, const Node& self) {
  push_parts<Hint, Kind::hint>(lua, self, as<Explanation>(self).hints);
}

void push_cell_at(lua_State* lua, const Anchor& part, CellRef ref) {
  const auto* table = static_cast<const Table*>(part.owner);
  if (ref.row < table->rows.size() && ref.column < table->rows[ref.row].cells.size()) {
    push_cell(lua, part.report, table, ref.row, ref.column);
  } else {
    lua_pushnil(lua);
  }
}

void push_cells_at(lua_State* lua, const Node& self, const std::vector<CellRef>& refs) {
  push_list(lua, {self.anchor.report, Kind::cell, &refs, self.anchor.owner}, refs.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_cell_at(state, list, (*static_cast<const std::vector<CellRef>*>(list.what))[index]);
            });
}

bool is_per_row(const Node& self) {
  const FormIdentity* identity = as<BrokenIdentity>(self).identity;
  return identity != nullptr && identity->scope == IdentityScope::per_row;
}

void get_identity(lua_State* lua, const Node& self) {
  const FormIdentity* identity = as<BrokenIdentity>(self).identity;
  push_text(lua, identity == nullptr ? std::string_view() : identity->id);
}
void get_source(lua_State* lua, const Node& self) {
  const FormIdentity* identity = as<BrokenIdentity>(self).identity;
  push_text(lua, identity == nullptr ? std::string_view() : identity->source);
}
void get_scope(lua_State* lua, const Node& self) { lua_pushstring(lua, is_per_row(self) ? "row" : "column"); }

void get_broken_row(lua_State* lua, const Node& self) {
  const std::size_t line = as<BrokenIdentity>(self).line;
  if (is_per_row(self) && line < owner_of(self)->rows.size()) {
    push_row(lua, self.anchor.report, owner_of(self), line);
  } else {
    lua_pushnil(lua);
  }
}

void get_broken_column(lua_State* lua, const Node& self) {
  const std::size_t line = as<BrokenIdentity>(self).line;
  if (!is_per_row(self) && line < owner_of(self)->columns.size()) {
    push_column(lua, self.anchor.report, owner_of(self), line);
  } else {
    lua_pushnil(lua);
  }
}

void get_left(lua_State* lua, const Node& self) { push_cells_at(lua, self, as<BrokenIdentity>(self).left); }
void get_right(lua_State* lua, const Node& self) { push_cells_at(lua, self, as<BrokenIdentity>(self).right); }
void get_minus(lua_State* lua, const Node& self) { push_cells_at(lua, self, as<BrokenIdentity>(self).minus); }
void get_difference(lua_State* lua, const Node& self) {
  push_value(lua, subtract(as<BrokenIdentity>(self).left_sum, as<BrokenIdentity>(self).right_sum));
}

void get_candidate_cell(lua_State* lua, const Node& self) { push_cell_at(lua, self.anchor, as<Candidate>(self).cell); }

void get_hint_cell(lua_State* lua, const Node& self) { push_cell_at(lua, self.anchor, as<Hint>(self).cell); }
}  // namespace

namespace {

void push_all(lua_State* lua, const Report& report, const std::vector<Table>& tables) {
  push_list(lua, {&report, Kind::table, &tables}, tables.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_table(state, list.report, &(*static_cast<const std::vector<Table>*>(list.what))[index]);
            });
}

}  // namespace

void push_tables(lua_State* lua, const Report& report) { push_all(lua, report, report.tables.tables); }
void push_unreadable_tables(lua_State* lua, const Report& report) { push_all(lua, report, report.tables.unreadable); }

void push_table(lua_State* lua, const Report* report, const Table* table) {
  if (table == nullptr) {
    lua_pushnil(lua);
  } else {
    push_node(lua, {report, Kind::table, table}, table->span);
  }
}

void push_row(lua_State* lua, const Report* report, const Table* table, std::size_t row) {
  push_node(lua, {report, Kind::row, table, nullptr, narrow(row)}, table->rows[row].span);
}

void push_column(lua_State* lua, const Report* report, const Table* table, std::size_t column) {
  push_node(lua, {report, Kind::column, table, nullptr, 0, narrow(column)}, table->columns[column].label.span);
}

void push_cell(lua_State* lua, const Report* report, const Table* table, std::size_t row, std::size_t column) {
  push_node(lua, {report, Kind::cell, table, nullptr, narrow(row), narrow(column)},
            table->rows[row].cells[column].span);
}

const Cell& check_cell(lua_State* lua, int index) { return cell_of(check_kind(lua, index, Kind::cell)); }

void open_table_api(lua_State* lua) {
  static const std::vector<Member> table = {
      {"id", "string", "", get_field<&Table::id>},
      {"found", "boolean", "a row of it has values, or it is headed and a row is there", get_field<&Table::found>},
      {"caption", "gialint.Label", "", get_label},
      {"rows", "gialint.Row[]", "", get_rows},
      {"columns", "gialint.Column[]", "", get_columns},
      {"form", "gialint.FormTable", "", get_form},
      {"edition", "gialint.Form", "whose form it follows; in a mixed report not that of its neighbours", get_edition},
      {"decisive", "boolean", "other editions print this table otherwise", get_field<&Table::decisive>},
      {"deviates", "boolean", "one of its labels is altered, deviant or lost", get_deviates},
      {"headed", "boolean", "its caption or most of its header is there", get_field<&Table::headed>},
      {"reordered", "boolean",
       "its columns follow in another order than the form's; its cells are those under their headers",
       get_field<&Table::reordered>},
      {"row_width", "integer",
       "how many values every row has, where that is wrong and nothing tells which columns they belong to; else 0",
       get_field<&Table::row_width>},
      {"unreadable", "gialint.Unreadable?",
       "why nothing is sure in it: numbers that no row claims, rows whose values nothing places, an order in which "
       "sums "
       "fail, figures alone",
       get_unreadable},
      {"unread", "gialint.Node[]", "numbers among its pieces that no row claims", get_unread},
      {"section", "string", "id", get_section},
      {"headings", "gialint.Heading[]", "labels over several rows or columns", get_headings},
      {"extra_rows", "gialint.ExtraRow[]", "", get_extra_rows},
      {"extra_columns", "gialint.ExtraColumn[]", "", get_extra_columns},
      {"row", "(id: string): gialint.Row?", "nil when the form has none", nullptr, guarded<find_row>},
      {"column", "(id: string): gialint.Column?", "nil when the form has none", nullptr, guarded<find_column>},
      {"cell", "(row: string, column: string): gialint.Cell?", "nil when the form has none", nullptr,
       guarded<find_cell>},
      {"cells_with", "(what: gialint.CellState|\"unit\"|\"unfit\"|\"pointed\"): gialint.Cell[]",
       "the cells that are in that state, print a unit, are unfit to be counts, or print whole counts with a point "
       "(40.0)",
       nullptr, guarded<cells_with>},
  };
  static const std::vector<Member> row = {
      {"id", "string", "", get_of<row_of, &Row::id>},
      {"label", "gialint.Label", "", get_label},
      {"cells", "gialint.Cell[]", "one for each column", get_cells},
      {"found", "boolean", "", get_of<row_of, &Row::found>},
      {"ambiguous", "boolean", "its values cannot be told apart", get_of<row_of, &Row::ambiguous>},
      {"form", "gialint.FormRow", "", get_row_form},
      {"table", "gialint.Table", "", get_table},
      {"cell", "(column: string): gialint.Cell?", "", nullptr, guarded<find_cell_of_row>},
  };
  static const std::vector<Member> column = {
      {"id", "string", "", get_of<column_of, &Column::id>},
      {"label", "gialint.Label", "", get_label},
      {"missing", "boolean", "the whole column is not there", get_of<column_of, &Column::missing>},
      {"form", "gialint.FormColumn", "", get_column_form},
      {"table", "gialint.Table", "", get_table},
  };
  static const std::vector<Member> label = {
      {"found", "boolean", "", get_of<label_of, &Label::found>},
      {"lost", "boolean", "not found although all that stands beside it on the form is",
       get_of<label_of, &Label::lost>},
      {"match", "gialint.WordingMatch", "", get_label_match},
      {"wording", "string", "the form's wording that was recognised", get_of<label_of, &Label::wording>},
  };
  static const std::vector<Member> heading = {
      {"label", "gialint.Label", "", get_label},
      {"group", "boolean", "over rows; else part of the header", get_of<heading_of, &Heading::group>},
      {"form_text", "string", "as the form prints it", get_of<heading_of, &Heading::text>},
      {"table", "gialint.Table", "", get_table},
  };
  // A cell's column is the form's; where it begins in its line is `cell:start().column`.
  static const std::vector<Member> cell = {
      {"value", "gialint.Number?", "a dash is 0; nil when there is none", get_value},
      {"state", "gialint.CellState", "", get_state},
      {"certainty", "\"sure\"|\"ambiguous\"", "", get_certainty},
      {"counts", "boolean", "sums may use it", get_counts},
      {"row", "gialint.Row", "", get_row},
      {"column", "gialint.Column", "its place in the line: `cell:start().column`", get_column},
      {"table", "gialint.Table", "", get_table},
      {"unit", "gialint.Node", "件 of 3件; empty where there is none", get_unit},
      {"unfit", "boolean", "a number that cannot be a count: a fraction, or less than nothing",
       get_of<cell_of, &Cell::unfit>},
      {"parts", "gialint.Cell[][]", "of a total: the parts of each sum of the form that it alone is the total of",
       get_parts},
      {"suspect", "boolean", "sums fail, and this cell may be why: the totals say so already", get_suspect},
  };
  static const std::vector<Member> extra_row = {
      {"label", "gialint.Node", "", get_extra_label},
      {"values", "gialint.Node[]", "", get_values},
  };
  static const std::vector<Member> extra_column = {
      {"label", "gialint.Node", "", get_extra_column_label},
      {"values", "gialint.Node[]", "", get_extra_column_values},
  };
  static const std::vector<Member> explanation = {
      {"table", "gialint.Table", "", get_explained_table},
      {"broken", "gialint.Broken[]", "the sums that fail", get_broken},
      {"candidates", "gialint.Candidate[]", "one: that cell is wrong; several: any would do; none: nobody can say",
       get_candidates},
      {"hints", "gialint.Hint[]", "", get_hints},
  };
  static const std::vector<Member> broken = {
      {"identity", "string", "id", get_identity},
      {"source", "string", "where the form says so", get_source},
      {"scope", "\"row\"|\"column\"", "", get_scope},
      {"row", "gialint.Row?", "the line it was checked in, or nil", get_broken_row},
      {"column", "gialint.Column?", "the line it was checked in, or nil", get_broken_column},
      {"left", "gialint.Cell[]", "", get_left},
      {"right", "gialint.Cell[]", "", get_right},
      {"minus", "gialint.Cell[]", "", get_minus},
      {"left_sum", "gialint.Number", "", get_field<&BrokenIdentity::left_sum>},
      {"right_sum", "gialint.Number", "", get_field<&BrokenIdentity::right_sum>},
      {"difference", "gialint.Number", "left − right", get_difference},
  };
  static const std::vector<Member> candidate = {
      {"cell", "gialint.Cell", "", get_candidate_cell},
      {"printed", "gialint.Number", "", get_field<&Candidate::printed>},
      {"expected", "gialint.Number", "with it the sums tie", get_field<&Candidate::expected>},
  };
  static const std::vector<Member> hint = {
      {"kind", "\"left_out\"|\"swapped_digits\"|\"neighbour\"", "", get_named<&Hint::kind, hint_name>},
      {"cell", "gialint.Cell", "", get_hint_cell},
  };
  define_kind(lua, Kind::table, "Table", "one of the statutory tables, found or not", table);
  define_kind(lua, Kind::row, "Row", "of a table", row);
  define_kind(lua, Kind::column, "Column", "the node of its label", column);
  define_kind(lua, Kind::label, "Label",
              "of a row, a column, or a table (its caption); `text` is what is printed, pieces joined", label);
  define_kind(lua, Kind::cell, "Cell", "of a table", cell);
  define_kind(lua, Kind::extra_row, "ExtraRow", "a row that the form does not have: the node of its label", extra_row);
  define_kind(lua, Kind::extra_column, "ExtraColumn", "a column that the form does not have: the node of its label",
              extra_column);
  define_kind(lua, Kind::heading, "Heading", "a label over several rows or columns: the node of it", heading);
  define_kind(lua, Kind::explanation, "Explanation", "why sums of a table fail, found once for all of them",
              explanation);
  define_kind(lua, Kind::broken, "Broken", "a sum that fails", broken);
  define_kind(lua, Kind::candidate, "Candidate", "a cell that may be wrong", candidate);
  define_kind(lua, Kind::hint, "Hint", "what may have happened", hint);
}

}  // namespace gialint::lua
