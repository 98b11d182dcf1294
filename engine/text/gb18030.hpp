#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gialint {

/// `utf8` in GB18030, as an office of China would have saved it; empty when a character has no place there, so that
/// reading it back would not give the same text.
std::optional<std::string> to_gb18030(std::string_view utf8);

}  // namespace gialint
