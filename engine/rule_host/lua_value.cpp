#include "engine/rule_host/lua_value.hpp"

#include "engine/rule_host/lua_state.hpp"

namespace gialint {

namespace {

void take_table(lua_State* lua, int index, int depth, LuaValue& value) {
  if (depth == 0) {
    value.odd = true;
    return;
  }
  luaL_checkstack(lua, 4, nullptr);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, index));
  for (lua_Integer i = 1; i <= count; ++i) {
    LuaState::of(lua).charge(1);
    lua_rawgeti(lua, index, i);
    value.items.push_back(take_value(lua, lua_gettop(lua), depth - 1));
    lua_pop(lua, 1);
  }
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    LuaState::of(lua).charge(1);
    if (lua_type(lua, -2) == LUA_TSTRING) {
      std::size_t size = 0;
      const char* name = lua_tolstring(lua, -2, &size);
      value.fields.emplace(std::string(name, size), take_value(lua, lua_gettop(lua), depth - 1));
    } else if (lua_isinteger(lua, -2) == 0 || lua_tointeger(lua, -2) < 1 || lua_tointeger(lua, -2) > count) {
      value.odd = true;
    }
    lua_pop(lua, 1);
  }
}

}  // namespace

LuaValue take_value(lua_State* lua, int index, int depth) {
  // One table may stand in many places, and comes out as often.
  LuaState::of(lua).charge_memory(sizeof(LuaValue));
  LuaValue value;
  switch (lua_type(lua, index)) {
    case LUA_TNIL:
      break;
    case LUA_TBOOLEAN:
      value.type = LuaValue::Type::boolean;
      value.boolean = lua_toboolean(lua, index) != 0;
      break;
    case LUA_TNUMBER:
      value.type = lua_isinteger(lua, index) != 0 ? LuaValue::Type::integer : LuaValue::Type::other;
      value.integer = lua_tointeger(lua, index);
      break;
    case LUA_TSTRING: {
      std::size_t size = 0;
      const char* text = lua_tolstring(lua, index, &size);
      value.type = LuaValue::Type::string;
      value.text.assign(text, size);
      LuaState::of(lua).charge_memory(size);
      LuaState::of(lua).charge(size);
      break;
    }
    case LUA_TTABLE:
      value.type = LuaValue::Type::table;
      take_table(lua, index, depth, value);
      break;
    case LUA_TFUNCTION:
      value.type = LuaValue::Type::function;
      break;
    default:
      value.type = LuaValue::Type::other;
  }
  return value;
}

}  // namespace gialint
