#pragma once

#include <lua.hpp>

namespace gialint::lua {

/// Makes the globals that rules may use, read-only and shared by all of them, and locks the string metatable.
/// Called once for a new state, unprotected.
void open_sandbox(lua_State* lua);

/// Pushes a fresh table of globals: reads fall through to the sandbox, writes stay in it.
void push_environment(lua_State* lua);

/// Pushes what `tostring` gives for the value at `index`: never an address.
void push_as_string(lua_State* lua, int index);

}  // namespace gialint::lua
