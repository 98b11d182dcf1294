#include "engine/rule_host/object.hpp"

namespace gialint {

namespace {

const char* exactness_name(Exactness exactness) {
  switch (exactness) {
    case Exactness::approximate:
      return "approximate";
    case Exactness::at_least:
      return "at_least";
    case Exactness::at_most:
      return "at_most";
    case Exactness::range:
      return "range";
    case Exactness::exact:
      break;
  }
  return "exact";
}

// Mentions and claims share these.
template <class T>
void get_value(lua_State* lua, const Node& self) {
  push_number(lua, as<T>(self).value);
}
template <class T>
void get_low(lua_State* lua, const Node& self) {
  push_number(lua, as<T>(self).low);
}
template <class T>
void get_high(lua_State* lua, const Node& self) {
  push_number(lua, as<T>(self).high);
}
template <class T>
void get_exactness(lua_State* lua, const Node& self) {
  lua_pushstring(lua, exactness_name(as<T>(self).exactness));
}
template <class T>
void get_section(lua_State* lua, const Node& self) {
  push_text(lua, as<T>(self).section);
}

void get_unit(lua_State* lua, const Node& self) { push_text(lua, as<Mention>(self).unit); }
void get_unit_node(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Mention>(self).unit_span); }

void get_measure(lua_State* lua, const Node& self) { push_text(lua, as<Claim>(self).measure); }
void get_in_words(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Claim>(self).in_words ? 1 : 0); }
void get_ambiguous(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Claim>(self).ambiguous ? 1 : 0); }
void get_weak(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Claim>(self).weak ? 1 : 0); }
void get_year(lua_State* lua, const Node& self) { push_optional(lua, as<Claim>(self).year); }
void get_clause(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Claim>(self).clause); }

void get_scope(lua_State* lua, const Node& self) {
  const char* name = "own";
  switch (as<Claim>(self).scope) {
    case Scope::region:
      name = "region";
      break;
    case Scope::system:
      name = "system";
      break;
    case Scope::own:
      break;
  }
  lua_pushstring(lua, name);
}

void get_cell_at_fault(lua_State* lua, const Node& self) {
  lua_pushboolean(lua, as<Claim>(self).cell_at_fault ? 1 : 0);
}

void get_mention_kind(lua_State* lua, const Node& self) {
  const char* name = "count";
  switch (as<Mention>(self).kind) {
    case MentionKind::money:
      name = "money";
      break;
    case MentionKind::percentage:
      name = "percentage";
      break;
    case MentionKind::count:
      break;
  }
  lua_pushstring(lua, name);
}

void get_readings(lua_State* lua, const Node& self) {
  const std::vector<ClaimReading>& readings = as<Claim>(self).readings;
  push_list(lua, {Kind::reading, 0, 0, &readings, nullptr}, readings.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const ClaimReading* reading = &(*static_cast<const std::vector<ClaimReading>*>(list.what))[index];
              push_node(state, Kind::reading, {Kind::reading, 0, 0, reading, nullptr}, {});
            });
}

void get_label(lua_State* lua, const Node& self) { push_text(lua, as<ClaimReading>(self).label); }

// The cells of the terms that are added, or of those that are taken off.
template <bool Minus>
void get_cells(lua_State* lua, const Node& self) {
  const std::vector<Table>& tables = report_of(lua).tables.tables;
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const ClaimReading::Term& term : as<ClaimReading>(self).terms) {
    if (term.minus == Minus && term.table < tables.size() && term.row < tables[term.table].rows.size() &&
        term.column < tables[term.table].rows[term.row].cells.size()) {
      push_cell(lua, &tables[term.table], term.row, term.column);
      lua_rawseti(lua, -2, ++count);
    }
  }
}

void get_sum(lua_State* lua, const Node& self) {
  const std::optional<Decimal>& sum = as<ClaimReading>(self).sum;
  if (sum) {
    push_number(lua, *sum);
  } else {
    lua_pushnil(lua);
  }
}

template <class T, Kind ItemKind>
void push_all(lua_State* lua, const std::vector<T>& items) {
  push_list(lua, {ItemKind, 0, 0, &items, nullptr}, items.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const T* item = &(*static_cast<const std::vector<T>*>(list.what))[index];
              push_node(state, ItemKind, {ItemKind, 0, 0, item, nullptr}, item->span);
            });
}

}  // namespace

void push_claims(lua_State* lua) { push_all<Claim, Kind::claim>(lua, report_of(lua).claims); }
void push_mentions(lua_State* lua) { push_all<Mention, Kind::mention>(lua, report_of(lua).mentions); }

void open_claim_api(lua_State* lua) {
  static const std::vector<Member> mention = {
      {"value", get_value<Mention>, nullptr},
      {"low", get_low<Mention>, nullptr},
      {"high", get_high<Mention>, nullptr},
      {"exactness", get_exactness<Mention>, nullptr},
      {"unit", get_unit, nullptr},
      {"unit_node", get_unit_node, nullptr},
      {"section", get_section<Mention>, nullptr},
      {"kind", get_mention_kind, nullptr},
  };
  static const std::vector<Member> claim = {
      {"measure", get_measure, nullptr},
      {"value", get_value<Claim>, nullptr},
      {"low", get_low<Claim>, nullptr},
      {"high", get_high<Claim>, nullptr},
      {"exactness", get_exactness<Claim>, nullptr},
      {"in_words", get_in_words, nullptr},
      {"ambiguous", get_ambiguous, nullptr},
      {"weak", get_weak, nullptr},
      {"scope", get_scope, nullptr},
      {"year", get_year, nullptr},
      {"section", get_section<Claim>, nullptr},
      {"clause", get_clause, nullptr},
      {"readings", get_readings, nullptr},
      {"cell_at_fault", get_cell_at_fault, nullptr},
  };
  static const std::vector<Member> reading = {
      {"label", get_label, nullptr},
      {"cells", get_cells<false>, nullptr},
      {"minus", get_cells<true>, nullptr},
      {"sum", get_sum, nullptr},
  };
  define_kind(lua, Kind::mention, "Mention", mention);
  define_kind(lua, Kind::claim, "Claim", claim);
  define_kind(lua, Kind::reading, "Reading", reading);
}

}  // namespace gialint
