#pragma once

#include "engine/json/json_writer.hpp"
#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// The value as JSON has it: a boolean, an integer, a string or an array of strings.
void write_option(JsonWriter& json, const OptionValue& value);

}  // namespace gialint
