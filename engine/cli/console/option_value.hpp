#pragma once

#include <string>

#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// The value as gialint.toml would write it: `5`, `true`, `"办结"`, `["a", "b"]`.
std::string to_toml(const OptionValue& value);

}  // namespace gialint
