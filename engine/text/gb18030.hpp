#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gialint {

/// `utf8` as GB18030, as Chinese office software would have saved it; empty when a character cannot be encoded, so that
/// decoding would not give the same text back.
std::optional<std::string> to_gb18030(std::string_view utf8);

/// What `bytes` say in GB18030; empty when they are none.
std::optional<std::string> from_gb18030(std::string_view bytes);

}  // namespace gialint
