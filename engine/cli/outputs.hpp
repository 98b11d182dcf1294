#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/options.hpp"
#include "engine/cli/output.hpp"
#include "engine/text/result.hpp"
#include "reporters/reporter.hpp"

namespace gialint {

/// One value of --output, "sarif=a.sarif" or "a.txt": a word of letters and digits before the first "=" is a format,
/// known or not, so that "./a=b.txt" is a file.
FileOutput read_output(std::string_view value);

/// A file that two of `files` would be written to, be it by other names; things that are no plain file may be.
std::optional<std::string> file_named_twice(const std::vector<std::string>& files);

/// All that a check prints: one format to the standard output or to `--output FILE`, and each `--output FORMAT=FILE`.
/// Every file appears whole or not at all, and none does when the run was cut short because one could not be written.
class Outputs final : public Reporter {
 public:
  /// Fails when a file cannot be made; then none is.
  static Result<std::unique_ptr<Outputs>> open(const Options& options, Language language);

  [[nodiscard]] FileDetails wants() const override;
  void begin(const RunInfo& run) override;
  void file(const FileResult& result) override;
  void end(const RunSummary& summary) override;

  /// Whether the run may as well end: something cannot be written any more, or nobody reads it.
  [[nodiscard]] bool broken() const;

  /// Puts the files in their places. False when something could not be written, with a complaint.
  bool finish(Language language);

 private:
  struct Sink {
    Output output;
    std::unique_ptr<Reporter> reporter;
  };

  std::vector<Sink> sinks_;   ///< the one for people first
  bool on_terminal_ = false;  ///< the first is looked at while it grows
};

/// Whether what goes to a terminal, or elsewhere, is to be coloured: --color, else NO_COLOR, CLICOLOR_FORCE and TERM.
bool wants_color(ColorChoice choice, bool terminal);

/// The format of what goes to the standard output or to `--output FILE`.
std::string format_of(const Options& options);

}  // namespace gialint
