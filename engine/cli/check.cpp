#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <system_error>
#include <thread>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

#include "engine/cli/commands.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/output.hpp"
#include "engine/runner/file_walk.hpp"
#include "engine/runner/run.hpp"
#include "reporters/reporter.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// Counts what was found, and what of it the user is shown.
class Verdict {
 public:
  explicit Verdict(const Options& options) : options_(&options) {}

  // Counts `file`, then leaves in it what is to be shown.
  void add(FinishedFile& file) {
    ++summary_.files;
    FileResult& result = file.result;
    if (result.unreadable) ++summary_.unreadable;
    summary_.rule_failures += result.rule_failures.size();
    const Severity level = options_->fail_on.value_or(file.fail_on.value_or(Severity::error));
    for (const Diagnostic& diagnostic : result.diagnostics) {
      if (!options_->never_fail && diagnostic.severity >= level) fails_ = true;
      if (diagnostic.severity == Severity::warning) ++warnings_;
    }
    if (options_->quiet) {
      std::vector<Diagnostic>& all = result.diagnostics;
      all.erase(std::remove_if(all.begin(), all.end(),
                               [](const Diagnostic& diagnostic) { return diagnostic.severity != Severity::error; }),
                all.end());
    }
    for (const Diagnostic& diagnostic : result.diagnostics) {
      ++(diagnostic.severity == Severity::error     ? summary_.errors
         : diagnostic.severity == Severity::warning ? summary_.warnings
                                                    : summary_.infos);
      ++summary_.by_rule[diagnostic.rule];
    }
  }

  // A rule that was not even loaded, an output that could not be written.
  void add_failure() { broken_ = true; }

  [[nodiscard]] Status status() const {
    if (broken_ || summary_.unreadable > 0 || summary_.rule_failures > 0) return Status::failed;
    if (fails_ || (options_->max_warnings && warnings_ > *options_->max_warnings)) return Status::diagnostics;
    return Status::clean;
  }

  [[nodiscard]] RunSummary summary() const {
    RunSummary summary = summary_;
    summary.exit_status = static_cast<int>(status());
    return summary;
  }

 private:
  const Options* options_;
  RunSummary summary_;
  std::uint64_t warnings_ = 0;  ///< shown or not
  bool fails_ = false;
  bool broken_ = false;
};

// Says once what went wrong with a rule, however many files it fails on.
class RuleComplaints {
 public:
  explicit RuleComplaints(Language language) : language_(language) {}

  void add(const std::string& path, const RuleFailure& failure) {
    const std::string what = to_string(failure.failure);
    if (seen_[{failure.rule, what}]++ > 0) return;
    complain(say(Text::rule_failed, language_, {path, failure.rule, what}));
  }

  void finish() const {
    for (const auto& [failure, count] : seen_) {
      if (count > 1) complain(say(Text::failed_elsewhere, language_, {failure.first, std::to_string(count - 1)}));
    }
  }

 private:
  Language language_;
  std::map<std::pair<std::string, std::string>, std::size_t> seen_;  ///< by rule and failure
};

bool wants_color(ColorChoice choice, bool terminal) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : nullptr;
  };
  if (set("NO_COLOR") != nullptr) return false;
  const char* forced = set("CLICOLOR_FORCE");
  if (forced != nullptr && std::string_view(forced) != "0") return true;
  const char* kind = set("TERM");
  return terminal && kind != nullptr && std::string_view(kind) != "dumb";
}

// The folder whose configuration speaks for the run as a whole: that of the first path.
fs::path first_folder(const Options& options) {
  std::error_code error;
  const std::string path = options.arguments.empty() ? "." : options.arguments.front();
  const fs::path given = path == "-" ? fs::path(options.stdin_filename.value_or(".")) : fs::path(path);
  const fs::path absolute = fs::weakly_canonical(given, error);
  if (error) return fs::current_path(error);
  return fs::is_directory(absolute, error) ? absolute : absolute.parent_path();
}

std::vector<RuleInfo> rules_in_force(const Pack& pack, const Selection& selection) {
  std::vector<RuleInfo> rules;
  // Each file may have a configuration of its own; what none can bring back is what the options leave out.
  for (const EffectiveRule& rule : effective_rules(Config{}, *pack.rules, selection, fs::path())) {
    const Rule* found = pack.rules->find(rule.id);
    if (rule.on && found != nullptr) rules.push_back(found->info);
  }
  for (const RuleInfo& rule : engine_rules()) rules.push_back(rule);
  std::sort(rules.begin(), rules.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  return rules;
}

void show_summary(const RunSummary& summary, Language language) {
  const auto number = [](std::uint64_t count) { return std::to_string(count); };
  std::string line =
      say(Text::summary, language,
          {number(summary.files), number(summary.errors), number(summary.warnings), number(summary.infos)});
  if (summary.unreadable > 0) line += say(Text::summary_unreadable, language, {number(summary.unreadable)});
  std::cerr << line + "\n" << std::flush;
}

// The format and the drawing that suit where the output goes.
std::unique_ptr<Reporter> reporter_for(const Options& options, Output& output) {
  const bool terminal = !options.output && ::isatty(STDOUT_FILENO) == 1;
  const std::string format = !options.format.empty() ? options.format : terminal ? "pretty" : "text";
  ReporterOptions drawing;
  drawing.color = wants_color(options.color, terminal);
  drawing.ambiguous_width = options.ambiguous_width;
  winsize size{};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) drawing.width = size.ws_col;
  std::error_code error;
  drawing.root = fs::current_path(error).string();
  return make_reporter(format, output.stream(), drawing);
}

}  // namespace

Status run_check(const Options& options) {
  Language language = language_of(options);
  const auto failed = [](const Failure& failure) {
    complain(failure);
    return Status::failed;
  };
  const Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok()) return failed(pack.failure());
  if (const auto wrong = check_selection(options.selection, *(*pack)->rules)) return failed(*wrong);

  Settings settings(*pack, options.selection, config_choice(options));
  const Result<Config>& config = settings.in_folder(first_folder(options)).config;
  if (options.config && !config.ok()) return failed(config.failure());
  if (!options.language && config.ok()) language = config->language.value_or(language);

  WalkOptions walk_options;
  walk_options.exclude = options.exclude;
  walk_options.language = language;
  if (options.stdin_filename) walk_options.standard_input = *options.stdin_filename;
  const std::vector<std::string> here = {"."};
  const Walk walk = find_files(options.arguments.empty() ? here : options.arguments, walk_options, settings);
  for (const std::string& path : walk.excluded) complain(path + ": " + say(Text::excluded, language));
  if (walk.files.empty()) complain(say(Text::nothing_to_check, language));

  Result<Output> output =
      options.output ? Output::to_file(*options.output, language) : Output::to_standard_output(language);
  if (!output.ok()) return failed({"", say(Text::cannot_write, language, {to_string(output.failure())})});
  const std::unique_ptr<Reporter> reporter = reporter_for(options, *output);

  RunInfo info;
  info.version = GIALINT_VERSION;
  info.language = language;
  info.column_unit = options.column_unit;
  info.rules = rules_in_force(**pack, options.selection);
  reporter->begin(info);

  Verdict verdict(options);
  RuleComplaints rule_complaints(language);
  for (const RuleFailure& broken : (*pack)->broken) {
    verdict.add_failure();
    FileResult result;
    result.path = "rules/" + broken.rule + ".lua";
    result.unreadable = broken.failure;
    reporter->file(result);
  }
  RunOptions run_options;
  run_options.format = options.input_format;
  run_options.encoding = options.encoding;
  run_options.language = language;
  run_options.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  lint_files(walk.files, settings, *pack, run_options, [&](FinishedFile file) {
    verdict.add(file);
    if (file.result.unreadable) complain(*file.result.unreadable);
    for (const RuleFailure& failure : file.result.rule_failures) rule_complaints.add(file.result.path, failure);
    reporter->file(file.result);
    return !output->broken();
  });
  rule_complaints.finish();

  reporter->end(verdict.summary());
  if (const std::optional<Failure> failure = output->finish()) {
    if (!output->reader_left()) complain(say(Text::cannot_write, language, {to_string(*failure)}));
    verdict.add_failure();
  } else if (::isatty(STDERR_FILENO) == 1) {
    show_summary(verdict.summary(), language);
  }
  return verdict.status();
}

}  // namespace gialint
