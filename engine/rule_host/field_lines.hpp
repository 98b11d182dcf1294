#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gialint {

/// The line of each field in the table that a Lua file returns: "messages/differs/zh" → 14; items of lists by number:
/// "basis/1". Lines count from 1; "" is the line of `return`.
///
/// Reads the text only, so it finds what is written out in `return { … }`: good enough to point at, not to rely on.
/// Never fails.
std::map<std::string, int> field_lines(std::string_view lua);

}  // namespace gialint
