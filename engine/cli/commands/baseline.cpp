#include "engine/run/baseline.hpp"

#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/files/shown_path.hpp"

namespace gialint {

namespace messages {

constexpr Sentence baseline_exists(
    "{}: 已经有基线；要把新的加进去用 --update，只去掉没有用的用 --prune",
    "{}: there is a baseline already; --update adds what is new, --prune only takes out what is of no use");
constexpr Sentence baseline_none("没有找到 gialint-baseline.json；先用 gialint baseline --reason … 写一份",
                                 "there is no gialint-baseline.json; write one with gialint baseline --reason …");
constexpr Sentence baseline_needs_reason("新写基线要用 --reason 写明为什么先不改",
                                         "a new baseline needs --reason: why these are left as they are");
constexpr Sentence baseline_written("{}：共 {} 项，新增 {} 项，去掉 {} 项", "{}: {} entries, {} added, {} removed");
constexpr Sentence baseline_difference("{}：有 {} 项新的，{} 项已不再出现", "{}: {} new, {} there no more");
constexpr Sentence baseline_not_written(
    "{}: 没有写：有文件读不了或者规则出错，结果不全",
    "{}: not written: with files that cannot be read or rules that failed it would not be complete");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

// Where a new baseline goes: what it holds for is what the configuration holds for.
fs::path new_baseline(const FileRun& run) {
  std::error_code error;
  return (run.config ? run.config->parent_path() : fs::current_path(error)) / baseline_name;
}

struct Difference {
  std::size_t added = 0;
  bool complete = true;  ///< nothing kept a file from being checked
};

// Lints all files and holds them against `matcher`; with `absorb` what is new becomes known.
Difference compare(const Options& options, FileRun& run, BaselineMatcher& matcher, bool absorb) {
  RunOptions run_options = run_options_of(options, run.language);
  run_options.corpus_rules = run.rules;
  run_options.regions = run.regions;
  run_options.aliases = run.aliases;
  run_options.baseline = &matcher;
  Difference difference;
  difference.complete = run.pack->broken.empty();
  lint_files(run.walk.files, *run.settings, run.pack, run_options, [&](const FinishedFile& file) {
    const FileResult& result = file.result;
    if (result.unreadable) complain(*result.unreadable, run.language);
    for (const RuleFailure& failure : result.rule_failures) {
      complain(say(messages::rule_failed, run.language, result.path, failure.rule,
                   to_string(failure.failure, run.language)));
    }
    if (result.unreadable || !result.rule_failures.empty()) difference.complete = false;
    difference.added += result.diagnostics.size();
    if (absorb) matcher.absorb(result, file.absolute);
    return true;
  });
  return difference;
}

std::size_t size_of(const Baseline& baseline) {
  std::size_t size = 0;
  for (const auto& [path, file] : baseline.files) size += file.diagnostics.size();
  return size;
}

Status run_baseline(const Options& options) {
  Result<FileRun> run = prepare_run(options);
  if (!run.ok()) return failed(run.failure(), language_of(options));
  const Language language = run->language;
  const bool changes = options.update || options.prune || options.check;
  const fs::path file = run->baseline.value_or(new_baseline(*run));
  std::error_code error;
  const bool exists = fs::exists(file, error);
  if (exists && !changes) return failed(say(messages::baseline_exists, language, shown_path(file)));
  if (!exists && changes) return failed(say(messages::baseline_none, language));
  const bool has_reason = options.reason && options.reason->find_first_not_of(" \t\r\n") != std::string::npos;
  if (!exists && !has_reason) return failed(say(messages::baseline_needs_reason, language));

  Baseline before;
  if (exists) {
    Result<Baseline> read = read_baseline(file);
    if (!read.ok()) return failed(read.failure(), language);
    before = *std::move(read);
  }
  if (has_reason) before.reason = *options.reason;
  const fs::path folder = fs::weakly_canonical(fs::absolute(file, error), error).parent_path();
  const std::size_t size_before = size_of(before);
  BaselineMatcher matcher(std::move(before), folder);
  const bool absorb = !options.prune && !options.check;
  const Difference difference = compare(options, *run, matcher, absorb);
  const std::size_t removed = matcher.stale();
  if (options.check) {
    const Status printed = print(say(messages::baseline_difference, language, shown_path(file),
                                     std::to_string(difference.added), std::to_string(removed)) +
                                     "\n",
                                 language);
    if (printed != Status::clean || !difference.complete) return Status::failed;
    return difference.added + removed > 0 ? Status::diagnostics : Status::clean;
  }
  if (!difference.complete) return failed(say(messages::baseline_not_written, language, shown_path(file)));
  const Baseline after = matcher.pruned();
  if (!save(file.string(), to_json(after), language)) return Status::failed;
  const std::size_t added = size_of(after) + removed - size_before;
  return print(say(messages::baseline_written, language, shown_path(file), std::to_string(size_of(after)),
                   std::to_string(added), std::to_string(removed)) +
                   "\n",
               language);
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_baseline(const Options& options) {
  const std::pair<const char*, bool> changes[] = {
      {"--update", options.update}, {"--prune", options.prune}, {"--check", options.check}};
  const char* first = nullptr;
  for (const auto& [name, given] : changes) {
    if (given && first != nullptr) return messages::option_not_with.with(first, name);
    if (given) first = name;
  }
  return std::nullopt;
}

}  // namespace

const Command& baseline_command() {
  static const Command command = {
      .name = "baseline",
      .usage = {"baseline [选项] [路径…]", "baseline [OPTION…] [PATH…]"},
      .summary = {"把现有的诊断记进基线，以后检查只报新的",
                  "put what is found on record, so that later runs tell only what is new"},
      .detail =
          {"路径同 check。基线是 gialint-baseline.json：往上找到的那一份；没有就写在配置文件旁边，没有配置就写在当前\n"
           "文件夹。诊断凭指纹认，不看行号和数字：重新排行、换编码、移动文件都还认得，别处又出的同样错误是新的。\n"
           "已有的基线要用 --update 或者 --prune 改写；只动这次读了的文件和已经没有了的文件。\n\n"
           "退出状态：0 写好了，--check 没有差别；1 --check 有差别；2 用法不对，有文件读不了或者规则出错（那就不写）。",
           "A path is as for check. The baseline is the nearest gialint-baseline.json; without any it is written "
           "beside "
           "the\n"
           "configuration, else to the current folder. Diagnostics are known by their fingerprints, not by lines or\n"
           "numbers: re-wrapping a report, converting its encoding or moving it makes nothing new, and an equal "
           "mistake\n"
           "elsewhere is new. --update or --prune change a baseline that exists, for the files that were read and "
           "those\n"
           "that are gone.\n\n"
           "Exit status: 0 written, --check found no difference; 1 --check found one; 2 wrong usage, a file that "
           "cannot "
           "be\n"
           "read or a rule that failed (then nothing is written)."},
      .options = option_list(
          option::choosing_rules(), option::no_suppress(), option::baseline(),
          option::flag("--update", OptionGroup::verdict,
                       {"把新出现的诊断加进基线，已不再出现的去掉",
                        "add what is new to the baseline, and take out what is there no more"}),
          option::flag("--prune", OptionGroup::verdict,
                       {"只去掉已不再出现的，新的不加", "only take out what is there no more"}),
          option::flag("--check", OptionGroup::verdict,
                       {"什么都不写，有新出现的或者已不再出现的时退出状态为 1",
                        "write nothing; exit status 1 when something is new or there no more"}),
          OptionEntry{"--reason",
                      "",
                      {"文字", "TEXT"},
                      Expected::text,
                      {},
                      OptionGroup::verdict,
                      {"为什么先不改这些问题，写进基线；新写一份时必须有",
                       "why these are left as they are, for the baseline to say; a new one needs it"}},
          option::files_from(), option::exclude(), option::follow(), option::max_size(), option::stdin_filename(),
          option::jobs(), option::input_format(), option::encoding(), option::convert_with()),
      .arguments = {.least = 0, .most = Arguments::any, .names = {}, .kind = Expected::files, .words = {}},
      .refuse = refuse_baseline,
      .run = run_baseline,
  };
  return command;
}

}  // namespace gialint
