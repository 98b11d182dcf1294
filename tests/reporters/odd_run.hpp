#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reporters/reporter.hpp"

namespace gialint {

/// One run in which every text that comes from outside is what somebody else chose.
struct OddRun {
  RunInfo info;
  std::vector<FileResult> files;
  RunSummary summary;
};

/// A run whose paths, rule ids, messages, facts, replacements, reasons and titles are cut from `bytes`, whatever they
/// are: a readable file with a diagnostic of each kind, and one that could not be read. Equal bytes give equal runs.
OddRun odd_run(std::string_view bytes);

/// What the reporter called `format` prints of it.
std::string printed(const OddRun& run, std::string_view format);

/// What is wrong with what `format` printed of `run`; empty when its readers can read it and find every diagnostic
/// with its message.
std::string fault_in(const OddRun& run, std::string_view format, const std::string& out);

}  // namespace gialint
