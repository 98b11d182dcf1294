#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lua.hpp>

#include "engine/rule_host/lua_state.hpp"
#include "engine/text/decimal.hpp"

/// Values between C++ and Lua that are no objects of the model.
namespace gialint::lua {

/// The text at `index`, whose bytes are paid for as what is looked at once; a Lua error when there is none.
inline std::string_view text_argument(lua_State* lua, int index) {
  std::size_t size = 0;
  const char* text = luaL_checklstring(lua, index, &size);
  LuaState::of(lua).charge(size / 16);
  return {text, size};
}

/// The whole number at `index`; a Lua error when there is none. A string is none, since Lua would read all of it.
inline lua_Integer check_integer(lua_State* lua, int index) {
  luaL_checktype(lua, index, LUA_TNUMBER);
  return luaL_checkinteger(lua, index);
}

/// The number at `index`, when it is an integer or a Decimal.
std::optional<Decimal> number_at(lua_State* lua, int index);

inline void push_text(lua_State* lua, std::string_view text) { lua_pushlstring(lua, text.data(), text.size()); }
/// nil when it is empty.
inline void push_text_if_any(lua_State* lua, std::string_view text) {
  if (text.empty()) {
    lua_pushnil(lua);
  } else {
    push_text(lua, text);
  }
}
inline void push_bool(lua_State* lua, bool value) { lua_pushboolean(lua, value ? 1 : 0); }
/// An integer when it is whole, else a Decimal.
void push_number(lua_State* lua, Decimal value);
/// As a list of the model: they must outlive the run.
void push_strings(lua_State* lua, const std::vector<std::string>& strings);

/// Any of these by its type; an optional that is empty is nil.
template <class T>
void push_value(lua_State* lua, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    push_bool(lua, value);
  } else if constexpr (std::integral<T>) {
    lua_pushinteger(lua, static_cast<lua_Integer>(value));
  } else if constexpr (std::same_as<T, Decimal>) {
    push_number(lua, value);
  } else if constexpr (std::same_as<T, std::vector<std::string>>) {
    push_strings(lua, value);
  } else {
    push_text(lua, value);
  }
}
template <class T>
void push_value(lua_State* lua, const std::optional<T>& value) {
  if (value) {
    push_value(lua, *value);
  } else {
    lua_pushnil(lua);
  }
}

}  // namespace gialint::lua
