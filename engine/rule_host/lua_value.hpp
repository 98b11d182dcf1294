#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <lua.hpp>

namespace gialint {

/// A Lua value, copied out of its state.
struct LuaValue {
  enum class Type { nil, boolean, integer, string, table, function, other };
  Type type = Type::nil;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text;                        ///< of a string
  std::vector<LuaValue> items;             ///< of a table: [1], [2], …
  std::map<std::string, LuaValue> fields;  ///< of a table: those with a name
  bool odd = false;                        ///< a table with other keys, or nested too deep
};

/// The value at `index`. Tables deeper than `depth` come back empty and odd, so a table that holds itself ends.
LuaValue take_value(lua_State* lua, int index, int depth = 6);

}  // namespace gialint
