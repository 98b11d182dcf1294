#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <utility>

#include "engine/cli/commands/check_task.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/progress.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/console/timing.hpp"
#include "engine/cli/console/watch.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/cli/runs/outputs.hpp"
#include "engine/files/end_request.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/packs/version_range.hpp"
#include "engine/run/run.hpp"

namespace gialint {

namespace messages {

constexpr Sentence failed_elsewhere("规则 {} 的同一失败还见于另外 {} 个文件",
                                    "the same failure of the rule {} came up in {} more files");
constexpr Sentence summary("检查了 {} 个文件：{} 个错误，{} 个警告，{} 个提示",
                           "{} files checked: {} errors, {} warnings, {} infos");
constexpr Sentence summary_unreadable("；{} 个没能检查", "; {} could not be checked");
constexpr Sentence summary_known("；基线里已有的 {} 项没有列出", "; {} of the baseline not shown");
constexpr Sentence summary_suppressed("；按 [[suppress]] 略过 {} 项", "; {} suppressed by [[suppress]]");
constexpr Sentence summary_interrupted("；没有检查完就中断了", "; interrupted before the end");
constexpr Sentence baseline_stale("{}: 有 {} 项已不再出现；用 gialint baseline --prune 去掉",
                                  "{}: {} entries are there no more; take them out with gialint baseline --prune");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

// Counts what was found, and what of it the user is shown.
class Verdict {
 public:
  explicit Verdict(const Options& options) : options_(&options) {}

  // Counts `file`, then leaves in it what is to be shown.
  void add(FinishedFile& file) {
    FileResult& result = file.result;
    if (!result.at_end_of_run) ++summary_.files;
    if (result.unreadable) ++summary_.unreadable;
    summary_.suppressed += result.suppressed.size();
    summary_.known += result.in_baseline.size();
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
  // The run did not come to its end.
  void add_interruption() { interrupted_ = true; }
  // The baseline is not what it should be.
  void add_stale() { fails_ = true; }

  [[nodiscard]] Status status() const {
    if (interrupted_) return interrupted();
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
  bool interrupted_ = false;
};

// Says once what went wrong with a rule, however many files it fails on.
class RuleComplaints {
 public:
  explicit RuleComplaints(Language language) : language_(language) {}

  void add(const std::string& path, const RuleFailure& failure) {
    const std::string what = to_string(failure.failure, language_);
    if (seen_[{failure.rule, what}]++ > 0) return;
    complain(say(messages::rule_failed, language_, path, failure.rule, what));
  }

  void finish() const {
    for (const auto& [failure, count] : seen_) {
      if (count > 1) complain(say(messages::failed_elsewhere, language_, failure.first, std::to_string(count - 1)));
    }
  }

 private:
  Language language_;
  std::map<std::pair<std::string, std::string>, std::size_t> seen_;  ///< by rule and failure
};

// Of all `packs`, each rule once.
std::vector<RuleInfo> rules_in_force(const std::vector<std::shared_ptr<const Pack>>& packs,
                                     const Selection& selection) {
  std::vector<RuleInfo> rules;
  std::set<std::string> seen;
  for (const std::shared_ptr<const Pack>& pack : packs) {
    // Each file may have a configuration of its own; what none can bring back is what the options leave out.
    for (const EffectiveRule& rule : effective_rules(Config{}, *pack->rules, selection, fs::path())) {
      const Rule* found = pack->rules->find(rule.id);
      if (found == nullptr) continue;
      const bool may_run = rule.on || (found->preview && rule.origin == FilePlace{found->file.name()});
      if (may_run && seen.insert(rule.id).second) rules.push_back(found->info);
    }
  }
  for (const RuleInfo& rule : engine_rules()) rules.push_back(rule);
  std::sort(rules.begin(), rules.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  return rules;
}

void show_summary(const RunSummary& summary, Language language) {
  const auto number = [](std::uint64_t count) { return std::to_string(count); };
  std::string line = say(messages::summary, language, number(summary.files), number(summary.errors),
                         number(summary.warnings), number(summary.infos));
  if (summary.unreadable > 0) line += say(messages::summary_unreadable, language, number(summary.unreadable));
  if (summary.known > 0) line += say(messages::summary_known, language, number(summary.known));
  if (summary.suppressed > 0) line += say(messages::summary_suppressed, language, number(summary.suppressed));
  if (summary.exit_status == static_cast<int>(interrupted())) line += say(messages::summary_interrupted, language);
  std::cerr << line + "\n" << std::flush;
}

// Progress has no place on a terminal that shows a machine format: those write for every file.
std::ostream* progress_of(const Options& options) {
  const std::string format = format_of(options);
  const bool mixes = shows_output(options) && format != "pretty" && format != "text";
  return mixes ? nullptr : progress_stream(options);
}

struct Watched {
  std::vector<fs::path> files;
  FileStamps stamps;
};

// Lints what the options name, once. `watched` receives the files that the result depends
// on, with their stamps from before the run.
Status check_once(const Options& options, Watched& watched, CheckTask* task) {
  Result<FileRun> run = prepare_run(options);
  Result<std::unique_ptr<Outputs>> outputs =
      run.ok() ? Outputs::open(options) : Result<std::unique_ptr<Outputs>>(run.failure());
  if (!outputs.ok()) return failed(outputs.failure(), run.ok() ? run->language : language_of(options));
  if (options.watch) {
    watched.files = watched_files(*run);
    watched.stamps = stamps_of(watched.files);
  }
  const Language language = run->language;
  Result<std::optional<BaselineMatcher>> baseline = baseline_of(*run);
  if (!baseline.ok()) return failed(baseline.failure(), language);
  RunOptions run_options = run_options_of(options, language);
  run_options.corpus_rules = run->rules;
  run_options.regions = run->regions;
  run_options.aliases = run->aliases;
  run_options.folders = run->walk.folders;
  run_options.baseline = *baseline ? &**baseline : nullptr;
  if (options.previous) {
    if (run->walk.files.size() != 1) {
      static constexpr Sentence one_report("一份年报", "one report");
      return failed(say(messages::option_only_with, language, "--previous", one_report));
    }
    run_options.previous = InputFile{*options.previous, *options.previous, true, false, std::nullopt};
  }
  // What a task only shows is in no file that diagnostics could speak of.
  const bool shown = !options.diff && !options.check;
  const std::unique_ptr<Outputs> reporter = *std::move(outputs);
  run_options.details = reporter->wants();

  RunInfo info;
  info.version = own_version_text();
  info.language = language;
  info.column_unit = options.column_unit;
  info.has_baseline = baseline->has_value();
  info.rules = rules_in_force(run->settings->packs(), options.selection);
  if (task != nullptr)
    task->begin(run->walk.files, run_options, info.rules, wants_color(options.color, shows_output(options)));
  if (shown) reporter->begin(info);

  Verdict verdict(options);
  RuleComplaints rule_complaints(language);
  for (const RuleFailure& broken : run->pack->broken) {
    verdict.add_failure();
    FileResult result;
    result.path = "rules/" + broken.rule + ".lua";
    result.unreadable = broken.failure;
    if (shown) reporter->file(result);
  }
  Progress progress(progress_of(options), run->walk.files.size(), language);
  RunTiming timing;
  const auto rework = [&](const InputFile& file, FinishedFile& finished, const Relint& again) {
    progress.erase();
    task->rework(file, finished, again);
  };
  const auto sink = [&](FinishedFile file) {
    verdict.add(file);
    if (file.timing) timing.add(file.result.path, *file.timing);
    const FileResult& result = file.result;
    if (result.unreadable || !result.rule_failures.empty() || !result.diagnostics.empty()) progress.erase();
    if (result.unreadable) complain(*result.unreadable, language);
    for (const RuleFailure& failure : result.rule_failures) rule_complaints.add(result.path, failure);
    if (shown) reporter->file(result);
    if (!result.at_end_of_run) progress.advance();
    return !reporter->broken();
  };
  lint_files(run->walk.files, *run->settings, run->pack, run_options, sink,
             task != nullptr ? FileHook(rework) : FileHook());
  progress.erase();
  rule_complaints.finish();
  if (EndRequest::is_there()) {
    verdict.add_interruption();
  } else if (*baseline && (*baseline)->stale() > 0) {
    const bool is_seen = options.strict_baseline || is_terminal(Stream::error);
    if (options.strict_baseline) verdict.add_stale();
    const std::string count = std::to_string((*baseline)->stale());
    if (is_seen) complain(say(messages::baseline_stale, language, shown_path(*run->baseline), count));
  }

  if (shown) reporter->end(verdict.summary());
  if (!reporter->finish(language)) {
    verdict.add_failure();
  } else if (is_terminal(Stream::error)) {
    show_summary(verdict.summary(), language);
  }
  std::cerr << timing_tables(timing, language) << std::flush;
  const Status least = task != nullptr ? task->finish(verdict.summary()) : Status::clean;
  return std::max(verdict.status(), least);
}

// Lists what a run would read, and complains of what it could not.
Status show_files(const Options& options) {
  const Result<FileRun> run = prepare_run(options);
  if (!run.ok()) return failed(run.failure(), language_of(options));
  Status status = Status::clean;
  std::string paths;
  for (const InputFile& file : run->walk.files) {
    if (file.failure) {
      complain(*file.failure, run->language);
      status = Status::failed;
    } else {
      paths += file.path + "\n";
    }
  }
  return std::max(status, print(paths, run->language));
}

Status run_check(const Options& options) {
  return options.show_files ? show_files(options) : run_check(options, nullptr);
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_check(const Options& options) {
  if (auto refused = refuse_watch(options, {"text", "pretty"})) return refused;
  return refuse_no_baseline(options);
}

}  // namespace

const Command& check_command() {
  static const Command command = {
      .name = "check",
      .usage = {"[check] [选项] [路径…]", "[check] [OPTION…] [PATH…]"},
      .summary = {"检查文件和文件夹；check 可以不写", "check files and folders; the word check may be left out"},
      .detail =
          {"路径可以是文件、文件夹（一直找到底，取 .txt、.md、.html 和 .htm，不看 .gitignore 排除的）或者 "
           "-（标准输入）；\n"
           "不写就是当前文件夹。路径和选项可以混着写，-- 之后都是路径。\n\n"
           "其中有同一机关连续两年的年报的（看标题里的机关和年度，不看文件名），后一年的还与前一年的比较。\n\n"
           "按 [[suppress]] 略过的和基线里已有的不算。退出状态：0 没有达到 --fail-on 的问题；1 有；2 "
           "结论不可靠（用法、\n"
           "配置、读不了的文件、出错的规则）；130 按 Ctrl-C 中断（143 为 kill，129 为终端关闭）。",
           "A path is a file, a folder (all the way down: .txt, .md, .html and .htm, but for what .gitignore "
           "leaves out) "
           "or\n"
           "- (the standard input); the current folder when there is none. Paths and options may mix; after -- "
           "all are\n"
           "paths.\n\n"
           "Where they hold the same body's reports for two years on end (by organ and year of the titles, not "
           "by file\n"
           "name), the later one is also compared with the earlier.\n\n"
           "What [[suppress]] leaves out and what the baseline knows does not count. Exit status: 0 nothing at "
           "or above\n"
           "--fail-on; 1 something; 130 interrupted by Ctrl-C (143 by kill); 2 the verdict cannot be trusted (usage,\n"
           "configuration, a file that cannot be read, a rule that failed)."},
      .options = option_list(
          option::choosing_rules(), option::failing(), option::known_diagnostics(),
          option::flag("--strict-baseline", OptionGroup::verdict,
                       {"基线里有已不再出现的诊断时退出状态也为 1",
                        "exit status 1 also when the baseline holds diagnostics that are there no more"}),
          option::choosing_files(), option::convert_with(), option::report_format(), option::report_output(),
          option::quiet(),
          option::flag(
              "--show-files", OptionGroup::files,
              {"不检查，只列出要读的文件，每行一个", "check nothing: list the files that would be read, one a line"}),
          option::flag("--timing", OptionGroup::output,
                       {"最后在标准错误上列出各环节、各规则用了多少时间",
                        "at the end list on the standard error what each stage and each rule took"}),
          option::column_unit(), option::ambiguous_width(), option::color(),
          option::flag(
              "--watch", OptionGroup::general,
              {"检查后等着，文件或者配置一改就重新检查；按 Ctrl-C 结束",
               "wait after the run, and check again when a file or the configuration changes; Ctrl-C ends it"})),
      .arguments = {.least = 0, .most = Arguments::any, .names = {}, .kind = Expected::files, .words = {}},
      .refuse = refuse_check,
      .run = run_check,
  };
  return command;
}

Status run_check(const Options& options, CheckTask* task) {
  constexpr std::chrono::milliseconds pause{200};
  Watched watched;
  Status status = check_once(options, watched, task);
  while (options.watch && !EndRequest::is_there()) {
    std::cerr << say(messages::watching, language_of(options)) << "\n" << std::flush;
    bool ended = false;
    while (!ended && changed_files(watched.stamps, stamps_of(watched.files)).empty()) ended = EndRequest::wait(pause);
    if (ended) return Status::clean;
    if (shows_output(options)) std::cout << "\033[H\033[2J" << std::flush;
    check_once(options, watched, task);
  }
  return options.watch ? Status::clean : status;
}

}  // namespace gialint
