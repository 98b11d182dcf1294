#pragma once

#include <lua.hpp>

namespace gialint::lua {

/// Pushes the table `gia`: the common shapes of rules, so that most arithmetic rules are data. `environment` is the
/// index of the table of sandbox globals that they see.
void push_constructors(lua_State* lua, int environment);

}  // namespace gialint::lua
