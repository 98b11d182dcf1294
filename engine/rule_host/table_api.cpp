#include <algorithm>
#include <string>
#include <string_view>

#include "engine/rule_host/object.hpp"

namespace gialint {

namespace {

const Table& table_of(const Node& node) { return as<Table>(node); }
const Row& row_of(const Node& node) { return table_of(node).rows[node.anchor.row]; }
const Column& column_of(const Node& node) { return table_of(node).columns[node.anchor.column]; }
const Cell& cell_of(const Node& node) { return row_of(node).cells[node.anchor.column]; }
// Whether the sums of its table fail and it may be why.
bool is_suspect(const Report& report, const Table& table, CellRef cell) {
  const auto holds = [cell](const std::vector<CellRef>& cells) {
    return std::find(cells.begin(), cells.end(), cell) != cells.end();
  };
  return std::any_of(report.totals.begin(), report.totals.end(), [&](const Explanation& explanation) {
    if (explanation.table != table.id) {
      return false;
    }
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

void push_label(lua_State* lua, const Anchor& anchor, const Label& label) {
  push_node(lua, Kind::label, anchor, label.span);
}

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

// Columns and rows that the form has stand in the table at the same index.
std::optional<std::size_t> row_index(const Table& table, std::string_view id) {
  const std::optional<std::size_t> index = table.form == nullptr ? std::nullopt : table.form->row_index(id);
  return index && *index < table.rows.size() ? index : std::nullopt;
}

std::optional<std::size_t> column_index(const Table& table, std::string_view id) {
  const std::optional<std::size_t> index = table.form == nullptr ? std::nullopt : table.form->column_index(id);
  return index && *index < table.columns.size() ? index : std::nullopt;
}

void get_suspect(lua_State* lua, const Node& self) {
  lua_pushboolean(lua, is_suspect(report_of(lua), table_of(self), {self.anchor.row, self.anchor.column}) ? 1 : 0);
}

// ---- table

void get_id(lua_State* lua, const Node& self) { push_text(lua, table_of(self).id); }
void get_found(lua_State* lua, const Node& self) { lua_pushboolean(lua, table_of(self).found ? 1 : 0); }
void get_caption(lua_State* lua, const Node& self) { push_label(lua, self.anchor, table_of(self).caption); }
void get_form(lua_State* lua, const Node& self) { push_form_table(lua, table_of(self).form); }
void get_edition(lua_State* lua, const Node& self) { push_form(lua, table_of(self).edition); }
void get_decisive(lua_State* lua, const Node& self) { lua_pushboolean(lua, table_of(self).decisive ? 1 : 0); }
void get_row_width(lua_State* lua, const Node& self) {
  lua_pushinteger(lua, static_cast<lua_Integer>(table_of(self).row_width));
}
void get_headed(lua_State* lua, const Node& self) { lua_pushboolean(lua, table_of(self).headed ? 1 : 0); }

bool deviates(const Label& label) {
  return label.lost || (label.found && (label.match == WordingMatch::altered || label.match == WordingMatch::deviant));
}

// Most rules about labels have none to look at.
void get_deviates(lua_State* lua, const Node& self) {
  const Table& table = table_of(self);
  const auto any = [](const auto& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const auto& line) { return deviates(line.label); });
  };
  const bool result = deviates(table.caption) || any(table.rows) || any(table.columns) || any(table.headings);
  lua_pushboolean(lua, result ? 1 : 0);
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
    push_row(state, static_cast<const Table*>(list.what), index);
  });
}

void get_columns(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).columns.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_column(state, static_cast<const Table*>(list.what), index);
            });
}

void get_extra_rows(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).extra_rows.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto* table = static_cast<const Table*>(list.what);
              push_node(state, Kind::extra_row, {Kind::extra_row, narrow(index), 0, table, nullptr},
                        table->extra_rows[index].label);
            });
}

void get_extra_columns(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).extra_columns.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto* table = static_cast<const Table*>(list.what);
              push_node(state, Kind::extra_column, {Kind::extra_column, 0, narrow(index), table, nullptr},
                        table->extra_columns[index].label);
            });
}

void get_headings(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, table_of(self).headings.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto* table = static_cast<const Table*>(list.what);
              push_node(state, Kind::heading, {Kind::heading, narrow(index), 0, table, nullptr},
                        table->headings[index].label.span);
            });
}

int find_row(lua_State* lua) {
  const Table& table = table_of(check_kind(lua, 1, Kind::table));
  const auto row = row_index(table, text_argument(lua, 2));
  if (row) {
    push_row(lua, &table, *row);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int find_column(lua_State* lua) {
  const Table& table = table_of(check_kind(lua, 1, Kind::table));
  const auto column = column_index(table, text_argument(lua, 2));
  if (column) {
    push_column(lua, &table, *column);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int push_found_cell(lua_State* lua, const Table& table, std::optional<std::size_t> row,
                    std::optional<std::size_t> column) {
  if (row && column && *column < table.rows[*row].cells.size()) {
    push_cell(lua, &table, *row, *column);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int find_cell(lua_State* lua) {
  const Table& table = table_of(check_kind(lua, 1, Kind::table));
  return push_found_cell(lua, table, row_index(table, text_argument(lua, 2)),
                         column_index(table, text_argument(lua, 3)));
}

/// Whether a cell is what a rule asks for: a state, or "unit" (a number with one) or "unfit".
bool is_asked_for(const Cell& cell, std::string_view what) {
  if (what == "unit") return cell.state == CellState::number && !cell.unit.empty();
  if (what == "unfit") return cell.unfit;
  return state_name(cell.state) == what;
}

/// The cells of found rows that are so: most rules about cells have none to look at, and need not see the others.
int cells_with(lua_State* lua) {
  const Table& table = table_of(check_kind(lua, 1, Kind::table));
  const std::string_view what = text_argument(lua, 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t row = 0; table.found && row < table.rows.size(); ++row) {
    const std::vector<Cell>& cells = table.rows[row].cells;
    for (std::size_t column = 0; table.rows[row].found && column < cells.size(); ++column) {
      if (!is_asked_for(cells[column], what)) continue;
      push_cell(lua, &table, row, column);
      lua_rawseti(lua, -2, ++count);
    }
  }
  return 1;
}

// ---- row, column, label, extra row

void get_row_id(lua_State* lua, const Node& self) { push_text(lua, row_of(self).id); }
void get_label(lua_State* lua, const Node& self) { push_label(lua, self.anchor, label_of(self)); }
void get_row_found(lua_State* lua, const Node& self) { lua_pushboolean(lua, row_of(self).found ? 1 : 0); }
void get_ambiguous(lua_State* lua, const Node& self) { lua_pushboolean(lua, row_of(self).ambiguous ? 1 : 0); }
void get_table(lua_State* lua, const Node& self) { push_table(lua, &table_of(self)); }

void get_cells(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, row_of(self).cells.size(), [](lua_State* state, const Anchor& list, std::size_t index) {
    push_cell(state, static_cast<const Table*>(list.what), list.row, index);
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
  return push_found_cell(lua, table_of(self), self.anchor.row, column_index(table_of(self), text_argument(lua, 2)));
}

void get_column_id(lua_State* lua, const Node& self) { push_text(lua, column_of(self).id); }
void get_column_missing(lua_State* lua, const Node& self) { lua_pushboolean(lua, column_of(self).missing ? 1 : 0); }

void get_group(lua_State* lua, const Node& self) { lua_pushboolean(lua, heading_of(self).group ? 1 : 0); }
void get_heading_form(lua_State* lua, const Node& self) { push_text(lua, heading_of(self).text); }

void get_label_found(lua_State* lua, const Node& self) { lua_pushboolean(lua, label_of(self).found ? 1 : 0); }
void get_label_lost(lua_State* lua, const Node& self) { lua_pushboolean(lua, label_of(self).lost ? 1 : 0); }
void get_label_match(lua_State* lua, const Node& self) { lua_pushstring(lua, match_name(label_of(self).match)); }
void get_label_wording(lua_State* lua, const Node& self) { push_text(lua, label_of(self).wording); }

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
void get_unfit(lua_State* lua, const Node& self) { lua_pushboolean(lua, cell_of(self).unfit ? 1 : 0); }

void get_state(lua_State* lua, const Node& self) { push_text(lua, state_name(cell_of(self).state)); }

void get_certainty(lua_State* lua, const Node& self) {
  lua_pushstring(lua, cell_of(self).certainty == Certainty::sure ? "sure" : "ambiguous");
}

void get_counts(lua_State* lua, const Node& self) { lua_pushboolean(lua, cell_of(self).counts() ? 1 : 0); }

// One list for each sum of the form whose total is this cell alone; relations that have exceptions are none.
void get_parts(lua_State* lua, const Node& self) {
  const Table& table = table_of(self);
  lua_newtable(lua);
  if (table.edition == nullptr) return;
  lua_Integer lists = 0;
  for (const FormIdentity& identity : table.edition->identities) {
    if (identity.table != table.id || identity.relation != Relation::equal || !identity.minus.empty() ||
        identity.status == IdentityStatus::plausible || identity.left.size() != 1) {
      continue;
    }
    const bool per_row = identity.scope == IdentityScope::per_row;
    const auto index = [&](const std::string& id) { return per_row ? column_index(table, id) : row_index(table, id); };
    if (index(identity.left.front()) != (per_row ? self.anchor.column : self.anchor.row)) continue;
    lua_newtable(lua);
    lua_Integer parts = 0;
    for (const std::string& id : identity.right) {
      const std::optional<std::size_t> part = index(id);
      if (!part) continue;
      push_cell(lua, &table, per_row ? self.anchor.row : *part, per_row ? *part : self.anchor.column);
      lua_rawseti(lua, -2, ++parts);
    }
    lua_rawseti(lua, -2, ++lists);
  }
}

void get_row(lua_State* lua, const Node& self) { push_row(lua, &table_of(self), self.anchor.row); }
void get_column(lua_State* lua, const Node& self) { push_column(lua, &table_of(self), self.anchor.column); }

// ---- explanations of sums that fail; their parts have the Table as owner

const Table* owner_of(const Node& node) { return static_cast<const Table*>(node.anchor.owner); }

template <class T, Kind ItemKind>
void push_parts(lua_State* lua, const Node& self, const std::vector<T>& parts) {
  const Explanation& explanation = as<Explanation>(self);
  const Table* table = report_of(lua).tables.table(explanation.table);
  push_list(lua, {ItemKind, 0, 0, &parts, table}, table == nullptr ? 0 : parts.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const T* part = &(*static_cast<const std::vector<T>*>(list.what))[index];
              push_node(state, ItemKind, {ItemKind, 0, 0, part, list.owner}, {});
            });
}

void get_explained_table(lua_State* lua, const Node& self) {
  const Table* table = report_of(lua).tables.table(as<Explanation>(self).table);
  if (table != nullptr) {
    push_table(lua, table);
  } else {
    lua_pushnil(lua);
  }
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

void push_cell_at(lua_State* lua, const Table* table, CellRef ref) {
  if (ref.row < table->rows.size() && ref.column < table->rows[ref.row].cells.size()) {
    push_cell(lua, table, ref.row, ref.column);
  } else {
    lua_pushnil(lua);
  }
}

void push_cells_at(lua_State* lua, const Node& self, const std::vector<CellRef>& refs) {
  push_list(lua, {Kind::cell, 0, 0, &refs, self.anchor.owner}, refs.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_cell_at(state, static_cast<const Table*>(list.owner),
                           (*static_cast<const std::vector<CellRef>*>(list.what))[index]);
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
    push_row(lua, owner_of(self), line);
  } else {
    lua_pushnil(lua);
  }
}

void get_broken_column(lua_State* lua, const Node& self) {
  const std::size_t line = as<BrokenIdentity>(self).line;
  if (!is_per_row(self) && line < owner_of(self)->columns.size()) {
    push_column(lua, owner_of(self), line);
  } else {
    lua_pushnil(lua);
  }
}

void get_left(lua_State* lua, const Node& self) { push_cells_at(lua, self, as<BrokenIdentity>(self).left); }
void get_right(lua_State* lua, const Node& self) { push_cells_at(lua, self, as<BrokenIdentity>(self).right); }
void get_minus(lua_State* lua, const Node& self) { push_cells_at(lua, self, as<BrokenIdentity>(self).minus); }
void get_left_sum(lua_State* lua, const Node& self) { push_number(lua, as<BrokenIdentity>(self).left_sum); }
void get_right_sum(lua_State* lua, const Node& self) { push_number(lua, as<BrokenIdentity>(self).right_sum); }
void get_difference(lua_State* lua, const Node& self) {
  const std::optional<Decimal> difference =
      subtract(as<BrokenIdentity>(self).left_sum, as<BrokenIdentity>(self).right_sum);
  if (difference) {
    push_number(lua, *difference);
  } else {
    lua_pushnil(lua);
  }
}

void get_candidate_cell(lua_State* lua, const Node& self) {
  push_cell_at(lua, owner_of(self), as<Candidate>(self).cell);
}
void get_printed(lua_State* lua, const Node& self) { push_number(lua, as<Candidate>(self).printed); }
void get_expected(lua_State* lua, const Node& self) { push_number(lua, as<Candidate>(self).expected); }

void get_hint_cell(lua_State* lua, const Node& self) { push_cell_at(lua, owner_of(self), as<Hint>(self).cell); }
void get_hint_kind(lua_State* lua, const Node& self) {
  const char* name = "left_out";
  switch (as<Hint>(self).kind) {
    case HintKind::swapped_digits:
      name = "swapped_digits";
      break;
    case HintKind::neighbour:
      name = "neighbour";
      break;
    case HintKind::left_out:
      break;
  }
  lua_pushstring(lua, name);
}

}  // namespace

void push_tables(lua_State* lua) {
  const std::vector<Table>& tables = report_of(lua).tables.tables;
  push_list(lua, {Kind::table, 0, 0, &tables, nullptr}, tables.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_table(state, &(*static_cast<const std::vector<Table>*>(list.what))[index]);
            });
}

void push_table(lua_State* lua, const Table* table) {
  push_node(lua, Kind::table, {Kind::table, 0, 0, table, nullptr}, table->span);
}

void push_row(lua_State* lua, const Table* table, std::size_t row) {
  push_node(lua, Kind::row, {Kind::row, narrow(row), 0, table, nullptr}, table->rows[row].span);
}

void push_column(lua_State* lua, const Table* table, std::size_t column) {
  push_node(lua, Kind::column, {Kind::column, 0, narrow(column), table, nullptr}, table->columns[column].label.span);
}

void push_cell(lua_State* lua, const Table* table, std::size_t row, std::size_t column) {
  push_node(lua, Kind::cell, {Kind::cell, narrow(row), narrow(column), table, nullptr},
            table->rows[row].cells[column].span);
}

const Cell& check_cell(lua_State* lua, int index) { return cell_of(check_kind(lua, index, Kind::cell)); }

void open_table_api(lua_State* lua) {
  static const std::vector<Member> table = {
      {"id", get_id, nullptr},
      {"found", get_found, nullptr},
      {"caption", get_caption, nullptr},
      {"rows", get_rows, nullptr},
      {"columns", get_columns, nullptr},
      {"form", get_form, nullptr},
      {"edition", get_edition, nullptr},
      {"decisive", get_decisive, nullptr},
      {"deviates", get_deviates, nullptr},
      {"headed", get_headed, nullptr},
      {"row_width", get_row_width, nullptr},
      {"section", get_section, nullptr},
      {"headings", get_headings, nullptr},
      {"extra_rows", get_extra_rows, nullptr},
      {"extra_columns", get_extra_columns, nullptr},
      {"row", nullptr, guarded<find_row>},
      {"column", nullptr, guarded<find_column>},
      {"cell", nullptr, guarded<find_cell>},
      {"cells_with", nullptr, guarded<cells_with>},
  };
  static const std::vector<Member> row = {
      {"id", get_row_id, nullptr},           {"label", get_label, nullptr},
      {"cells", get_cells, nullptr},         {"found", get_row_found, nullptr},
      {"ambiguous", get_ambiguous, nullptr}, {"form", get_row_form, nullptr},
      {"table", get_table, nullptr},         {"cell", nullptr, guarded<find_cell_of_row>},
  };
  static const std::vector<Member> column = {
      {"id", get_column_id, nullptr},     {"label", get_label, nullptr}, {"missing", get_column_missing, nullptr},
      {"form", get_column_form, nullptr}, {"table", get_table, nullptr},
  };
  static const std::vector<Member> label = {
      {"found", get_label_found, nullptr},
      {"lost", get_label_lost, nullptr},
      {"match", get_label_match, nullptr},
      {"wording", get_label_wording, nullptr},
  };
  static const std::vector<Member> heading = {
      {"label", get_label, nullptr},
      {"group", get_group, nullptr},
      {"form_text", get_heading_form, nullptr},
      {"table", get_table, nullptr},
  };
  // A cell's column is the form's; where it begins in its line is `cell:start().column`.
  static const std::vector<Member> cell = {
      {"value", get_value, nullptr},   {"state", get_state, nullptr},     {"certainty", get_certainty, nullptr},
      {"counts", get_counts, nullptr}, {"row", get_row, nullptr},         {"column", get_column, nullptr},
      {"table", get_table, nullptr},   {"unit", get_unit, nullptr},       {"unfit", get_unfit, nullptr},
      {"parts", get_parts, nullptr},   {"suspect", get_suspect, nullptr},
  };
  static const std::vector<Member> extra_row = {
      {"label", get_extra_label, nullptr},
      {"values", get_values, nullptr},
  };
  static const std::vector<Member> extra_column = {
      {"label", get_extra_column_label, nullptr},
      {"values", get_extra_column_values, nullptr},
  };
  static const std::vector<Member> explanation = {
      {"table", get_explained_table, nullptr},
      {"broken", get_broken, nullptr},
      {"candidates", get_candidates, nullptr},
      {"hints", get_hints, nullptr},
  };
  static const std::vector<Member> broken = {
      {"identity", get_identity, nullptr},     {"source", get_source, nullptr},
      {"scope", get_scope, nullptr},           {"row", get_broken_row, nullptr},
      {"column", get_broken_column, nullptr},  {"left", get_left, nullptr},
      {"right", get_right, nullptr},           {"minus", get_minus, nullptr},
      {"left_sum", get_left_sum, nullptr},     {"right_sum", get_right_sum, nullptr},
      {"difference", get_difference, nullptr},
  };
  static const std::vector<Member> candidate = {
      {"cell", get_candidate_cell, nullptr},
      {"printed", get_printed, nullptr},
      {"expected", get_expected, nullptr},
  };
  static const std::vector<Member> hint = {
      {"kind", get_hint_kind, nullptr},
      {"cell", get_hint_cell, nullptr},
  };
  define_kind(lua, Kind::table, "Table", table);
  define_kind(lua, Kind::row, "Row", row);
  define_kind(lua, Kind::column, "Column", column);
  define_kind(lua, Kind::label, "Label", label);
  define_kind(lua, Kind::cell, "Cell", cell);
  define_kind(lua, Kind::extra_row, "ExtraRow", extra_row);
  define_kind(lua, Kind::extra_column, "ExtraColumn", extra_column);
  define_kind(lua, Kind::heading, "Heading", heading);
  define_kind(lua, Kind::explanation, "Explanation", explanation);
  define_kind(lua, Kind::broken, "Broken", broken);
  define_kind(lua, Kind::candidate, "Candidate", candidate);
  define_kind(lua, Kind::hint, "Hint", hint);
}

}  // namespace gialint
