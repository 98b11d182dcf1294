#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reporters/reporter.hpp"

namespace gialint {

/// A small run as the command line would hand it to a reporter.
struct SampleRun {
  RunInfo info;
  std::vector<FileResult> files;
  RunSummary summary;
};

/// Four files: one with every kind of diagnostic and a suppressed one, a clean one on which a rule failed, one that
/// could not be read, and one in GB18030.
SampleRun sample_run(Language language = Language::zh);

/// The same run with a baseline that holds two of the first file's diagnostics.
SampleRun baseline_run();

/// A run of one file without failures, with the summary that belongs to it.
SampleRun run_of(std::string_view text, std::vector<Diagnostic> diagnostics);

/// What stands in `text` where `phrase` does, counted from 0.
Span span_of(std::string_view text, std::string_view phrase, int occurrence = 0);

/// What the reporter called `format` makes of the run.
std::string printed(const SampleRun& run, std::string_view format, const ReporterOptions& options = {});

/// The file `name` in fixtures/output. With GIALINT_UPDATE_FIXTURES set in the environment it first becomes
/// `actual`, to be reviewed as a diff.
std::string expected_output(std::string_view name, std::string_view actual);

}  // namespace gialint
