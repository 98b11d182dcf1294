#include "engine/rule_host/lua_value.hpp"

#include <catch2/catch.hpp>

#include "engine/rule_host/lua_state.hpp"

namespace gialint::test {

namespace {

LuaValue value_of(const char* lua_text) {
  struct Taking {
    const char* text;
    LuaValue value;
  } taking = {lua_text, {}};
  LuaState state;
  const auto body = [](lua_State* lua) {
    auto& self = *static_cast<Taking*>(lua_touserdata(lua, 1));
    if (luaL_loadstring(lua, self.text) != LUA_OK) return lua_error(lua);
    lua_call(lua, 0, 1);
    self.value = take_value(lua, lua_gettop(lua));
    return 0;
  };
  const std::optional<LuaTrouble> trouble = state.protected_call(body, &taking, RuleLimits{});
  REQUIRE_FALSE(trouble);
  return taking.value;
}

}  // namespace

TEST_CASE("a Lua value is taken out of its state", "[rule_host]") {
  const LuaValue value = value_of("return { 'a', 2, name = { true }, f = function() end, n = 0.5 }");
  REQUIRE(value.type == LuaValue::Type::table);
  REQUIRE(value.items.size() == 2);
  CHECK(value.items[0].text == "a");
  CHECK(value.items[1].integer == 2);
  CHECK(value.fields.at("name").items.at(0).boolean);
  CHECK(value.fields.at("f").type == LuaValue::Type::function);
  CHECK(value.fields.at("n").type == LuaValue::Type::other);
  CHECK_FALSE(value.odd);
  CHECK(value_of("return").type == LuaValue::Type::nil);
}

TEST_CASE("a table with other keys, or one that holds itself, is odd", "[rule_host]") {
  CHECK(value_of("return { [true] = 1 }").odd);
  CHECK(value_of("return { [0] = 1 }").odd);
  CHECK(value_of("return { [2.5] = 1 }").odd);
  const LuaValue value = value_of("local t = {} t.t = t return t");
  const LuaValue* inner = &value;
  int depth = 0;
  while (inner->fields.count("t") != 0) {
    inner = &inner->fields.at("t");
    ++depth;
  }
  CHECK(inner->odd);
  CHECK(depth == 6);
}

}  // namespace gialint::test
