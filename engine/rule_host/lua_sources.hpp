#pragma once

#include <string_view>

namespace gialint {

/// lua/gia.lua: what rules share, in their own language. It returns the table `gia`.
std::string_view shared_functions();
/// lua/types.lua: definitions for lua-language-server that no binding has.
std::string_view shared_types();

}  // namespace gialint
