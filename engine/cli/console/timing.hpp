#pragma once

#include <string>

#include "engine/diagnostics/timing.hpp"
#include "engine/text/language.hpp"

namespace gialint {

/// What --timing shows: a table of the stages in the order of their work, then one of the rules, the dearest first.
/// Shares are of all stages together. Empty when no file was read.
std::string timing_tables(const RunTiming& timing, Language language);

}  // namespace gialint
