#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/file_result.hpp"

namespace gialint {

/// Writes the diagnostics of one run in one format. Files come one at a time and in a fixed order,
/// so that a run over 150,000 reports stays flat in memory.
class Reporter {
 public:
  Reporter() = default;
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;
  virtual ~Reporter() = default;

  /// What the format prints of each file besides the diagnostics.
  [[nodiscard]] virtual FileDetails wants() const { return {}; }

  virtual void begin(const RunInfo& run) = 0;       ///< version, language, the rules in force
  virtual void file(const FileResult& result) = 0;  ///< one report's text and diagnostics, in reading order
  virtual void end(const RunSummary& summary) = 0;  ///< counts per severity and rule
};

/// What a format cannot know by itself. Each uses what concerns it.
struct ReporterOptions {
  bool color = false;
  int ambiguous_width = 1;  ///< terminal cells of “ ” — and the like: 1 or 2
  int width = 100;          ///< terminal cells of a line: longer source lines are cut around the mark
  std::string root;         ///< absolute folder that relative paths start from: SARIF names files relative to it
};

/// The reporter called `format`, writing to `out`; nullptr when there is none.
std::unique_ptr<Reporter> make_reporter(std::string_view format, std::ostream& out, const ReporterOptions& options);

/// The names make_reporter() knows, sorted.
std::vector<std::string> reporter_names();

}  // namespace gialint
