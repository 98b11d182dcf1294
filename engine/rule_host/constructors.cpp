#include "engine/rule_host/constructors.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_sources.hpp"

namespace gialint::lua {
namespace {

/// gia.any_of(words): a pattern for any of these words, as they are; of two that begin alike it takes the longer.
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
  const std::string_view source = shared_functions();
  if (luaL_loadbufferx(lua, source.data(), source.size(), "=gia", "t") != LUA_OK) lua_error(lua);
  lua_pushvalue(lua, environment);
  lua_setupvalue(lua, -2, 1);
  lua_call(lua, 0, 1);
  lua_pushcfunction(lua, guarded<any_of>);
  lua_setfield(lua, -2, "any_of");
}

}  // namespace gialint::lua
