#include "engine/cli/file_run.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

#include "engine/cli/commands.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/progress.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// The folder whose configuration speaks for the run as a whole: that of the first path.
fs::path first_folder(const Options& options) {
  std::error_code error;
  const std::string path = options.arguments.empty() ? "." : options.arguments.front();
  const fs::path given = path == "-" ? fs::path(options.stdin_filename.value_or(".")) : fs::path(path);
  const fs::path absolute = fs::weakly_canonical(given, error);
  if (error) return fs::current_path(error);
  return fs::is_directory(absolute, error) ? absolute : absolute.parent_path();
}

}  // namespace

Result<FileRun> prepare_run(const Options& options) {
  FileRun run;
  run.language = language_of(options);
  Result<std::shared_ptr<const Pack>> pack = pack_for(options, FormsUse::surely);
  if (!pack.ok()) return pack.failure();
  run.pack = std::move(*pack);
  run.settings = std::make_unique<Settings>(run.pack, options.selection, config_choice(options));
  const FolderSettings& first = run.settings->in_folder(first_folder(options));
  const Result<Config>& config = first.config;
  if (options.config && !config.ok()) return config.failure();
  run.pack = first.pack;
  // A configuration that cannot be used may have asked for the plugin that a selector means.
  if (config.ok()) {
    if (const auto wrong = check_selection(options.selection, *run.pack->rules)) return *wrong;
  }
  if (!options.language && config.ok()) run.language = config->language.value_or(run.language);

  if (config.ok()) {
    for (const std::string& line : outdated_names(*config, options.selection, *run.pack->rules, run.language))
      complain(line);
    run.rules =
        to_settings(effective_rules(*config, *run.pack->rules, options.selection, fs::path()), *run.pack->rules);
    run.regions = config->regions;
  }

  WalkOptions walk_options;
  walk_options.exclude = options.exclude;
  walk_options.language = run.language;
  if (options.stdin_filename) walk_options.standard_input = *options.stdin_filename;
  const std::vector<std::string> here = {"."};
  run.walk = find_files(options.arguments.empty() ? here : options.arguments, walk_options, *run.settings);
  for (const std::string& path : run.walk.excluded) complain(path + ": " + say(Text::excluded, run.language));
  if (run.walk.files.empty()) complain(say(Text::no_files, run.language));
  return run;
}

RunOptions run_options(const Options& options, Language language) {
  RunOptions run;
  run.format = options.input_format;
  run.encoding = options.encoding;
  run.language = language;
  run.timing = options.timing;
  run.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return run;
}

Result<Output> output_for(const Options& options, Language language) {
  const bool result_there = options.command == Command::fix && reads_standard_input(options);
  if (!options.output) return result_there ? Output::to_standard_error(language) : Output::to_standard_output(language);
  Result<Output> output = Output::to_file(*options.output, language);
  if (!output.ok()) return Failure{"", say(Text::cannot_write, language, {to_string(output.failure())})};
  return output;
}

bool reads_standard_input(const Options& options) {
  return std::find(options.arguments.begin(), options.arguments.end(), "-") != options.arguments.end();
}

bool shows_output(const Options& options) { return !options.output && ::isatty(STDOUT_FILENO) == 1; }

std::ostream* progress_stream(const Options& options) {
  if (options.quiet || ::isatty(STDERR_FILENO) != 1 || !Progress::is_shown_on(std::getenv("TERM"))) return nullptr;
  return &std::cerr;
}

}  // namespace gialint
