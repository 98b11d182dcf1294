#pragma once

#include <vector>

#include "engine/cli/console/status.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/diagnostics/file_result.hpp"
#include "engine/run/run.hpp"

namespace gialint {

/// What a command does to the files that it checks. Called from one thread, in the order of the files.
class CheckTask {
 public:
  CheckTask() = default;
  CheckTask(const CheckTask&) = delete;
  CheckTask& operator=(const CheckTask&) = delete;
  virtual ~CheckTask() = default;

  /// Before the first file is read. `run` is what all are read with, `rules` are those in force; with `color` the
  /// standard output is to be coloured.
  virtual void begin(std::vector<InputFile>& files, RunOptions& run, const std::vector<RuleInfo>& rules,
                     bool color) = 0;

  /// As FileHook.
  virtual void rework(const InputFile& file, FinishedFile& finished, const Relint& again) = 0;

  /// After the last file. Gives what the exit status has to be at least.
  virtual Status finish(const RunSummary& summary) = 0;
};

/// `gialint check`, with a task besides; null: without.
Status run_check(const Options& options, CheckTask* task);

}  // namespace gialint
