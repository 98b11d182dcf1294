#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <vector>

#include "engine/cli/console/output.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/config/settings.hpp"
#include "engine/run/baseline.hpp"
#include "engine/run/file_walk.hpp"
#include "engine/run/run.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What a command that goes through files and folders works on.
struct FileRun {
  std::shared_ptr<const Pack> pack;
  std::unique_ptr<Settings> settings;
  Language language = Language::zh;  ///< --lang, else what the configuration says
  Walk walk;
  RuleSettings rules;                             ///< of the run as a whole: by the configuration of the first path
  std::vector<Region> regions;                    ///< as that configuration declares them
  OrganAliases aliases;                           ///< as it declares them, too
  std::filesystem::path folder;                   ///< that the first path lies in
  std::optional<std::filesystem::path> config;    ///< the file of that configuration, if there is one
  std::optional<std::filesystem::path> baseline;  ///< --baseline, else the nearest; empty when none is to be used
};

/// The files whose change may change the results: reports, configurations, the baseline.
std::vector<std::filesystem::path> watched_files(const FileRun& run);

/// What --baseline or the nearest file holds; empty without one. Fails when it cannot be read.
Result<std::optional<BaselineMatcher>> baseline_of(const FileRun& run);

/// Reads pack and configuration and finds the files. Complains about named files that are left out, and when there is
/// no file at all. Fails over options and a --config that cannot be used, and when paths were given that hold nothing
/// to read, unless they are excluded.
Result<FileRun> prepare_run(const Options& options);

RunOptions run_options_of(const Options& options, Language language);

/// Where --output says, else the standard output; of `fix -`, whose result is there, the standard error.
Result<Output> output_for(const Options& options);

/// Whether the output goes to a terminal, where it may meet the progress.
bool shows_output(const Options& options);

/// The standard error when a person looks at it and wants to see progress; else null.
std::ostream* progress_stream(const Options& options);

}  // namespace gialint
