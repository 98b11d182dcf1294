#include <algorithm>
#include <string>

#include "engine/report/own_words.hpp"
#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/text/likeness.hpp"

namespace gialint::lua {
namespace {

// ---- relations between two years' tables

void get_per(lua_State* lua, const Node& self) {
  lua_pushstring(lua, as<FormCrossYear>(self).scope == IdentityScope::per_row ? "row" : "column");
}

void get_at_least(lua_State* lua, const Node& self) {
  push_bool(lua, as<FormCrossYear>(self).relation == Relation::at_least);
}

}  // namespace

void push_cross_years(lua_State* lua, const std::vector<FormCrossYear>& relations) {
  push_list(lua, {nullptr, Kind::cross_year, &relations}, relations.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto& all = *static_cast<const std::vector<FormCrossYear>*>(list.what);
              push_node(state, {nullptr, Kind::cross_year, &all[index]});
            });
}

int compare_sections(lua_State* lua) {
  const auto words_at = [lua](int index) {
    const Node& node = check_kind(lua, index, Kind::section);
    const auto& section = as<Section>(node);
    const Report& report = report_of(node);
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
      {"id", "string", "", get_field<&FormCrossYear::id>},
      {"table", "string", "id", get_field<&FormCrossYear::table>},
      {"per", "\"row\"|\"column\"", "", get_per},
      {"at_least", "boolean", "≥ instead of =", get_at_least},
      {"this_year", "string", "= last_year + plus − minus + plus_last_year, ids of the other axis",
       get_field<&FormCrossYear::this_year>},
      {"last_year", "string", "", get_field<&FormCrossYear::last_year>},
      {"plus", "string[]", "this year's terms", get_field<&FormCrossYear::plus>},
      {"minus", "string[]", "this year's terms", get_field<&FormCrossYear::minus>},
      {"plus_last_year", "string[]", "last year's terms", get_field<&FormCrossYear::plus_last_year>},
      {"not_with_editions", "string[]", "of last year's report", get_field<&FormCrossYear::not_with_editions>},
      {"severity", "gialint.Severity", "the most that a breach of it is", get_field<&FormCrossYear::severity>},
      {"source", "string", "", get_field<&FormCrossYear::source>},
  };
  define_kind(lua, Kind::cross_year, "FormCrossYear", "a relation with last year's table", cross_year);
}

}  // namespace gialint::lua
