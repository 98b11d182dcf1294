#pragma once

#include <string>

#include "engine/report/report.hpp"

namespace gialint {

/// The model as JSON, two-space indented, schema "gialint-model/1": what `gialint model FILE` prints.
/// Places are byte offsets with line and column in code points.
std::string to_json(const Report& report);

}  // namespace gialint
