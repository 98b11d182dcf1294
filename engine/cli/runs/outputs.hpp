#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "engine/cli/console/output.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/text/result.hpp"
#include "reporters/reporter.hpp"

namespace gialint {

/// All that a check prints: one format to the standard output or to `--output FILE`, and each `--output FORMAT=FILE`.
/// Every file appears whole or not at all, and none does when the run was cut short because one could not be written.
class Outputs final : public Reporter {
 public:
  /// Fails when a file cannot be made; then none is.
  static Result<std::unique_ptr<Outputs>> open(const Options& options);

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

/// The format of what goes to the standard output or to `--output FILE`.
std::string format_of(const Options& options);

}  // namespace gialint
