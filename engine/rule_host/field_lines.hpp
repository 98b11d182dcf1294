#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gialint {

/// Where the fields of the table that a Lua file returns stand: "messages/differs/zh" → 14; items of lists by
/// number: "basis/1". Lines count from 1; "" is the line of `return`.
///
/// Reads the text alone, so it knows only what is written out in `return { … }`: enough to point at, nothing to
/// rely on. Never fails.
std::map<std::string, int> field_lines(std::string_view lua);

}  // namespace gialint
