#pragma once

#include <lua.hpp>

namespace gialint {

/// `node:names(table)`: the names of a name table of the pack in the node's text.
int find_names(lua_State* lua);

}  // namespace gialint
