#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/object.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "engine/text/name_table.hpp"
#include "engine/text/unicode.hpp"
#include "engine/text/words.hpp"

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

/// Whether no word reaches over the beginning of a name: 通知和平区 is parted before 和平, 中和平台 is not.
bool stands_apart(std::string_view text, std::uint32_t begin) {
  constexpr std::size_t before = 6;  // code points; words further off do not reach it
  constexpr std::size_t behind = 4;
  std::size_t from = begin;
  for (std::size_t i = 0; i < before && from > 0; ++i) {
    --from;
    while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) --from;
  }
  std::u32string around = to_utf32(text.substr(from, begin - from));
  const std::size_t place = around.size();
  std::size_t at = begin;
  for (std::size_t i = 0; i < behind && at < text.size(); ++i) {
    const CodePoint point = code_point_at(text, at);
    around += point.value;
    at += point.length;
  }
  const std::vector<Word> words = segment(around);
  return std::none_of(words.begin(), words.end(),
                      [&](const Word& each) { return each.begin < place && each.end > place; });
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
    lua_createtable(lua, 0, 6);
    const auto part = [&](const char* field, Span span) {
      push_part(lua, Kind::point, node, span);
      lua_setfield(lua, -2, field);
    };
    part("at", name.span);
    part("before", {0, name.span.begin});
    part("after", {name.span.end, static_cast<std::uint32_t>(text.size())});
    push_bool(lua, name.full);
    lua_setfield(lua, -2, "full");
    lua_pushboolean(lua, stands_apart(text, name.span.begin) ? 1 : 0);
    lua_setfield(lua, -2, "apart");
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
