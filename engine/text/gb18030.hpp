#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gialint {

/// `utf8` as GB18030, as Chinese office software would have saved it; empty when a character cannot be encoded, so that
/// decoding would not give the same text back.
std::optional<std::string> to_gb18030(std::string_view utf8);

}  // namespace gialint
