#include "engine/cli/runs/file_run.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/progress.hpp"
#include "engine/cli/console/status.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/console/today.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/runs/file_list.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/files/end_request.hpp"

namespace gialint {

namespace messages {

constexpr Sentence excluded("按 exclude 的设置排除，未读", "not read: excluded");
constexpr Sentence not_followed(
    "有 {} 个符号链接通到文件夹外面，没有跟过去；要跟过去用 --follow",
    "{} symbolic links lead out of the folder and were not followed; --follow follows them");
constexpr Sentence left_out(
    "没有读文件夹里的 {}：另存为 .docx（PDF 用生成它的文档）再检查",
    "not read in the folders: {}; save them as .docx (of a PDF take the document that it was made from)");
constexpr Sentence files_of_kind("{} 个 {} 文件", "{} {} files");
constexpr Sentence no_files("没有要读的文件", "no files to read");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

// The folder whose configuration speaks for the run as a whole: that of the first path.
fs::path first_folder(const Options& options, const std::vector<std::string>& paths) {
  std::error_code error;
  const std::string path = paths.empty() ? "." : paths.front();
  const fs::path given = path == "-" ? fs::path(options.stdin_filename.value_or(".")) : fs::path(path);
  const fs::path absolute = fs::weakly_canonical(given, error);
  if (error) return fs::current_path(error);
  return fs::is_directory(absolute, error) ? absolute : absolute.parent_path();
}

// "3 个 .pdf 文件、1 个 .doc 文件"
std::string kinds_left_out(const Walk& walk, Language language) {
  std::vector<std::string> kinds;
  for (const auto& [ending, count] : walk.left_out)
    kinds.push_back(say(messages::files_of_kind, language, std::to_string(count), ending));
  return listed(kinds).in(language);
}

// Whether a path is -.
bool reads_standard_input(const Options& options) {
  return std::find(options.arguments.begin(), options.arguments.end(), "-") != options.arguments.end();
}

}  // namespace

Result<FileRun> prepare_run(const Options& options) {
  FileRun run;
  run.language = language_of(options);
  std::vector<std::string> paths = options.arguments;
  for (const std::string& file : options.files_from) {
    Result<std::vector<std::string>> listed = read_file_list(file);
    if (!listed.ok()) return listed.failure();
    paths.insert(paths.end(), listed->begin(), listed->end());
  }
  if (paths.empty() && options.files_from.empty()) paths = {"."};
  run.folder = first_folder(options, paths);
  Result<std::shared_ptr<const Pack>> pack = pack_for(options, FormLoading::ahead);
  if (!pack.ok()) return pack.failure();
  run.pack = std::move(*pack);
  run.settings = std::make_unique<Settings>(run.pack, options.selection, config_choice(options));
  const FolderSettings& first = run.settings->in_folder(run.folder);
  const Result<Config>& config = first.config;
  if (options.config && !config.ok()) return config.failure();
  run.pack = first.pack;
  // A configuration that cannot be used may have asked for the plugin that a selector means.
  if (config.ok()) {
    if (const auto wrong = check_selection(options.selection, *run.pack->rules)) return *wrong;
  }
  if (!options.language && config.ok()) run.language = config->language.value_or(run.language);

  if (config.ok()) {
    for (const Failure& remark : outdated_names(*config, options.selection, *run.pack->rules))
      complain(remark, run.language);
    run.rules =
        to_settings(effective_rules(*config, *run.pack->rules, options.selection, fs::path()), *run.pack->rules);
    run.regions = config->regions;
    run.aliases = OrganAliases(config->aliases);
    if (!config->file.empty()) run.config = config->file;
  }
  if (options.baseline) {
    run.baseline = *options.baseline;
  } else if (!options.no_baseline && !options.isolated) {
    run.baseline = find_baseline(run.folder);
  }

  WalkOptions walk_options;
  walk_options.exclude = options.exclude;
  walk_options.follow = options.follow;
  if (options.stdin_filename) walk_options.standard_input = *options.stdin_filename;
  run.walk = find_files(paths, walk_options, *run.settings);
  for (const Failure& remark : run.settings->remarks()) complain(remark, run.language);
  for (const std::string& path : run.walk.excluded) complain(path + ": " + say(messages::excluded, run.language));
  if (run.walk.not_followed > 0) complain(say(messages::not_followed, run.language, run.walk.not_followed));
  const bool read_nothing = run.walk.files.empty();
  if (!run.walk.left_out.empty() && (read_nothing || is_terminal(Stream::error)))
    complain(say(messages::left_out, run.language, kinds_left_out(run.walk, run.language)));
  // Who gave paths wants them checked: a verdict about nothing is none. An empty list of changed files is in order, as
  // is a path that the configuration takes out.
  if (read_nothing && !options.arguments.empty() && run.walk.excluded.empty() && !options.watch)
    return Failure{{}, messages::no_files};
  if (read_nothing) complain(say(messages::no_files, run.language));
  return run;
}

std::vector<fs::path> watched_files(const FileRun& run) {
  std::vector<fs::path> files;
  std::set<fs::path> folders;
  for (const InputFile& file : run.walk.files) {
    if (file.standard_input) continue;
    files.push_back(file.absolute);
    folders.insert(file.absolute.parent_path());
  }
  if (run.config) files.push_back(*run.config);
  if (run.baseline) files.push_back(*run.baseline);
  folders.insert(run.walk.folders.begin(), run.walk.folders.end());
  for (const fs::path& folder : folders) {
    files.push_back(folder);  // it changes when a file comes or goes
    if (const auto config = find_config(folder)) files.push_back(*config);
  }
  return files;
}

Result<std::optional<BaselineMatcher>> baseline_of(const FileRun& run) {
  if (!run.baseline) return std::optional<BaselineMatcher>();
  Result<Baseline> baseline = read_baseline(*run.baseline);
  if (!baseline.ok()) return baseline.failure();
  std::error_code error;
  const fs::path file = fs::weakly_canonical(*run.baseline, error);
  return std::optional<BaselineMatcher>(std::in_place, *std::move(baseline),
                                        (error ? *run.baseline : file).parent_path());
}

RunOptions run_options_of(const Options& options, Language language) {
  RunOptions run;
  run.reading = reading_of(options);
  run.language = language;
  run.timing = options.timing;
  run.stop = EndRequest::is_there;
  run.limits.stop = EndRequest::is_there;
  run.suppress = !options.no_suppress;
  run.today = today(std::getenv("SOURCE_DATE_EPOCH"), std::time(nullptr));
  run.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return run;
}

Result<Output> output_for(const Options& options) {
  const bool result_there = options.command != nullptr && options.command->prints_text && reads_standard_input(options);
  if (!options.output) return result_there ? Output::to_standard_error() : Output::to_standard_output();
  Result<Output> output = Output::to_file(*options.output);
  if (!output.ok()) return Failure{{}, messages::cannot_write.with(with_place(output.failure()))};
  return output;
}

bool shows_output(const Options& options) { return !options.output && is_terminal(Stream::output); }

std::ostream* progress_stream(const Options& options) {
  if (options.quiet || !is_terminal(Stream::error) || !Progress::is_shown_on(std::getenv("TERM"))) return nullptr;
  return &std::cerr;
}

}  // namespace gialint
