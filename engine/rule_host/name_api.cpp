#include <string>
#include <vector>

#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/object.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "engine/text/name_table.hpp"

namespace gialint::lua {
namespace {

/// Pushes what a name may mean: { path, above, depth, written }.
void push_meaning(lua_State* lua, const std::vector<std::string_view>& lineage) {
  std::string path;
  std::string above;
  std::string written;
  for (const std::string_view name : lineage) {
    above = path;
    path.append(name) += '/';
    written += name;
  }
  lua_createtable(lua, 0, 4);
  const auto set = [&](const char* field, const std::string& text) {
    push_text(lua, text);
    lua_setfield(lua, -2, field);
  };
  set("path", path);
  set("above", above);
  set("written", written);
  lua_pushinteger(lua, static_cast<lua_Integer>(lineage.size()));
  lua_setfield(lua, -2, "depth");
}

}  // namespace

int find_names(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const std::string table_name(text_argument(lua, 2));
  LuaState& state = LuaState::of(lua);
  const NameTables* const tables = state.run->names;
  const Result<const NameTable*> table = tables == nullptr ? nullptr : tables->get(table_name);
  if (!table) raise(lua, to_string(table.failure(), state.run->language));
  if (*table == nullptr) raise(lua, "no name table '" + table_name + "'");

  const std::string_view text = searched_text(node);
  state.charge(1 + text.size() / 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const FoundName& name : (*table)->find(text)) {
    state.charge(8);
    lua_createtable(lua, 0, 5);
    const auto part = [&](const char* field, Span span) {
      push_part(lua, Kind::point, node, span);
      lua_setfield(lua, -2, field);
    };
    part("at", name.span);
    part("before", {0, name.span.begin});
    part("after", {name.span.end, static_cast<std::uint32_t>(text.size())});
    push_bool(lua, name.full);
    lua_setfield(lua, -2, "full");
    lua_createtable(lua, static_cast<int>(name.meanings.size()), 0);
    lua_Integer meaning = 0;
    for (const std::uint32_t entry : name.meanings) {
      push_meaning(lua, (*table)->lineage(entry));
      lua_rawseti(lua, -2, ++meaning);
    }
    lua_setfield(lua, -2, "meanings");
    lua_rawseti(lua, -2, ++count);
  }
  return 1;
}

}  // namespace gialint::lua
