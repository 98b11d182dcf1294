#include <algorithm>
#include <string>

#include "engine/report/own_words.hpp"
#include "engine/rule_host/object.hpp"
#include "engine/text/likeness.hpp"

namespace gialint {

namespace {

// ---- relations between two years' tables

template <auto Field>
void get(lua_State* lua, const Node& self) {
  if constexpr (std::is_same_v<std::decay_t<decltype(as<FormCrossYear>(self).*Field)>, std::string>) {
    push_text(lua, as<FormCrossYear>(self).*Field);
  } else {
    push_strings(lua, as<FormCrossYear>(self).*Field);
  }
}

void get_per(lua_State* lua, const Node& self) {
  lua_pushstring(lua, as<FormCrossYear>(self).scope == IdentityScope::per_row ? "row" : "column");
}

void get_at_least(lua_State* lua, const Node& self) {
  lua_pushboolean(lua, as<FormCrossYear>(self).relation == Relation::at_least ? 1 : 0);
}

}  // namespace

void push_cross_years(lua_State* lua, const std::vector<FormCrossYear>& relations) {
  push_list(lua, {Kind::cross_year, 0, 0, &relations, nullptr}, relations.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto& all = *static_cast<const std::vector<FormCrossYear>*>(list.what);
              push_node(state, Kind::cross_year, {Kind::cross_year, 0, 0, &all[index], nullptr}, {});
            });
}

int compare_sections(lua_State* lua) {
  const auto words_at = [lua](int index) {
    const Section& section = as<Section>(check_kind(lua, index, Kind::section));
    const Report& report = report_of(lua);
    LuaState::of(lua).charge(1 + 8 * static_cast<std::uint64_t>(section.body.size()));
    return own_words(report.paragraphs.of(section), report.common_text());
  };
  const std::u32string own = words_at(1);
  const std::u32string other = words_at(2);
  lua_pushinteger(lua, likeness(own, other));
  lua_pushinteger(lua, static_cast<lua_Integer>(std::min(own.size(), other.size())));
  return 2;
}

void open_history_api(lua_State* lua) {
  static const std::vector<Member> cross_year = {
      {"id", "string", "", get<&FormCrossYear::id>},
      {"table", "string", "id", get<&FormCrossYear::table>},
      {"per", "\"row\"|\"column\"", "", get_per},
      {"at_least", "boolean", "≥ instead of =", get_at_least},
      {"this_year", "string", "= last_year + plus − minus + plus_last_year, ids of the other axis",
       get<&FormCrossYear::this_year>},
      {"last_year", "string", "", get<&FormCrossYear::last_year>},
      {"plus", "string[]", "this year's terms", get<&FormCrossYear::plus>},
      {"minus", "string[]", "this year's terms", get<&FormCrossYear::minus>},
      {"plus_last_year", "string[]", "last year's terms", get<&FormCrossYear::plus_last_year>},
      {"not_with_editions", "string[]", "of last year's report", get<&FormCrossYear::not_with_editions>},
      {"source", "string", "", get<&FormCrossYear::source>},
  };
  define_kind(lua, Kind::cross_year, "FormCrossYear", "a relation with last year's table", cross_year);
}

}  // namespace gialint
