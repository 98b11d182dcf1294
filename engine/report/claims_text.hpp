#pragma once

#include <string>

#include "engine/report/report.hpp"

namespace gialint {

/// How the words of the report's prose are understood: what `gialint model --claims FILE` prints. Words with their
/// labels, then for each number what it states, or SILENT with the rule and the word because of which (dump_frames()).
std::string claims_text(const Report& report);

}  // namespace gialint
