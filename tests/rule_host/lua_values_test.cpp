#include "engine/rule_host/lua_values.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/rule_run.hpp"

namespace gialint::lua {
namespace {

const std::vector<std::string> words = {"甲", "乙"};

/// Pushes one value of each sort and tells their types; the numbers come back as they were.
int push_all(lua_State* lua) {
  const auto push = [lua](const auto& value, int type) {
    push_value(lua, value);
    if (lua_type(lua, -1) != type) luaL_error(lua, "%s", luaL_typename(lua, -1));
    lua_pop(lua, 1);
  };
  push(true, LUA_TBOOLEAN);
  push(std::uint8_t{3}, LUA_TNUMBER);
  push(std::string("甲"), LUA_TSTRING);
  push(std::optional<int>(), LUA_TNIL);
  push(std::optional<int>(2023), LUA_TNUMBER);
  push(std::optional<Decimal>(), LUA_TNIL);
  push(Decimal(58), LUA_TNUMBER);
  push(*Decimal::parse("0.5"), LUA_TUSERDATA);
  push(words, LUA_TUSERDATA);
  push_value(lua, *Decimal::parse("0.5"));
  lua_pushinteger(lua, 7);
  lua_pushnumber(lua, 0.5);
  if (number_at(lua, -3) != Decimal::parse("0.5") || number_at(lua, -2) != Decimal(7) || number_at(lua, -1)) {
    luaL_error(lua, "number_at");
  }
  push_text_if_any(lua, "");
  if (!lua_isnil(lua, -1)) luaL_error(lua, "push_text_if_any");
  return 0;
}

}  // namespace

TEST_CASE("a value goes to Lua by its type: what is empty is nil, a fraction is a Decimal", "[rule_host]") {
  LuaState state;
  RuleRun run;
  state.run = &run;
  open_api(state.get());
  const std::optional<LuaTrouble> trouble = state.protected_call(guarded<push_all>, nullptr, RuleLimits{});
  INFO((trouble ? trouble->what : std::string()));
  CHECK_FALSE(trouble);
}

TEST_CASE("a string is no whole number, though Lua would read it as one", "[rule_host]") {
  LuaState state;
  const auto trouble = state.protected_call(
      [](lua_State* lua) {
        lua_pushliteral(lua, "12");
        check_integer(lua, -1);
        return 0;
      },
      nullptr, RuleLimits{});
  REQUIRE(trouble);
  CHECK(trouble->what.find("number expected, got string") != std::string::npos);
}

}  // namespace gialint::lua
