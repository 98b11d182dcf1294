#pragma once

#include <string>

#include "engine/diagnostics/rule_info.hpp"
#include "engine/diagnostics/timing.hpp"

namespace gialint {

/// What --timing shows: a table of the stages in the order of their work, then one of the rules, the dearest first.
/// Shares are of all stages together. Empty when no file was read.
std::string timing_tables(const RunTiming& timing, Language language);

}  // namespace gialint
