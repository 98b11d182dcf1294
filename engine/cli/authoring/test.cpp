#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <set>
#include <thread>
#include <utility>

#include "engine/cli/authoring/test_output.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/progress.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/console/watch.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/files/end_request.hpp"

namespace gialint {

namespace messages {

constexpr Sentence no_tests("没有找到用例文件（.test）", "no cases were found (.test)");
constexpr Sentence no_case_matches("没有用例的标题或者规则编号含有“{}”",
                                   "no case has '{}' in its title or in its rule's id");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

TestOptions test_options(const Options& options) {
  TestOptions test;
  test.filter = options.filter;
  test.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  test.coverage = options.coverage;
  return test;
}

// Rewrites what `files` expect, and gives those that were rewritten; false in `written` when one could not be.
std::set<fs::path> update(const std::vector<TestFile>& files, TestOptions options, Language language, bool& written) {
  std::set<fs::path> rewritten;
  options.update = true;
  options.coverage = false;
  run_tests(files, options, [&](const TestFileResult& result) {
    if (!result.updated) return true;
    if (save(result.file.file.string(), *result.updated, language)) {
      rewritten.insert(result.file.file);
    } else {
      written = false;
    }
    return true;
  });
  return rewritten;
}

// The results of `files`, after an update when that is asked for.
std::vector<TestFileResult> run_files(const std::vector<TestFile>& files, const Options& options, bool& written) {
  const TestOptions test = test_options(options);
  std::set<fs::path> rewritten;
  if (options.update) rewritten = update(files, test, language_of(options), written);
  std::vector<TestFileResult> results;
  Progress progress(progress_stream(options), files.size(), language_of(options));
  run_tests(files, test, [&](TestFileResult result) {
    // What was written was found a moment ago; here it is only named.
    if (rewritten.count(result.file.file) != 0) result.updated.emplace();
    results.push_back(std::move(result));
    progress.advance();
    return !EndRequest::is_there();
  });
  return results;
}

bool has_case(const TestRun& run) {
  return std::any_of(run.results.begin(), run.results.end(),
                     [](const TestFileResult& result) { return !result.cases.empty() || !result.failures.empty(); });
}

// With nothing to run nobody should believe that all is well.
bool has_nothing(const TestRun& run, const Options& options, Language language) {
  if (!run.failures.empty()) return false;
  if (run.results.empty()) {
    complain(say(messages::no_tests, language));
    return true;
  }
  if (!has_case(run)) complain(say(messages::no_case_matches, language, options.filter));
  return !has_case(run);
}

Status run_once(const Options& options) {
  const Language language = language_of(options);
  FoundTests found = find_tests(options.arguments, options.rules_dir);
  TestRun run;
  run.failures = std::move(found.failures);
  if (options.coverage && options.filter.empty()) run.untested = std::move(found.untested);
  bool written = true;
  run.results = run_files(found.files, options, written);
  if (has_nothing(run, options, language)) return Status::failed;
  Result<Output> output = output_for(options);
  if (!output.ok()) return failed(output.failure(), language);
  output->stream() << test_output(run, options.format, language);
  if (!finish(*output, language)) return Status::failed;
  const TestTotals totals = totals_of(run);
  if (is_terminal(Stream::error)) std::cerr << test_summary(totals, language) + "\n" << std::flush;
  if (EndRequest::is_there()) return interrupted();
  return written ? status_of(totals, options.strict_coverage) : Status::failed;
}

// Keeps the results of all files, and runs again those that a change concerns.
class Watcher {
 public:
  explicit Watcher(const Options& options) : options_(options), language_(language_of(options)) {}

  Status watch() {
    constexpr std::chrono::milliseconds pause{200};
    do {
      look();
    } while (!gone_ && !EndRequest::wait(pause));
    return Status::clean;
  }

 private:
  void look() {
    const FoundTests found = find_tests(options_.arguments, options_.rules_dir);
    FileStamps now = stamps_of(watched(found));
    const std::set<fs::path> changed = changed_files(stamps_, now);
    if (changed.empty() && !first_) return;
    std::vector<TestFile> concerned;
    for (const TestFile& file : found.files) {
      if (first_ || results_.count(file.file) == 0 || is_concerned(file, changed)) concerned.push_back(file);
    }
    stamps_ = std::move(now);  // from before the run: what changes meanwhile is a change
    first_ = false;
    bool written = true;
    for (TestFileResult& result : run_files(concerned, options_, written))
      results_[result.file.file] = std::move(result);
    show(found);
  }

  [[nodiscard]] static std::vector<fs::path> watched(const FoundTests& found) {
    std::vector<fs::path> files = found.untested;
    std::vector<PackLocation> places;
    for (const TestFile& test : found.files) {
      files.insert(files.end(), {test.file, test.rule});
      if (std::find(places.begin(), places.end(), test.place) == places.end()) places.push_back(test.place);
    }
    for (const PackLocation& place : places) {
      const std::vector<fs::path> data = data_files_of(place);
      files.insert(files.end(), data.begin(), data.end());
    }
    for (const Failure& failure : found.failures) files.emplace_back(failure.where.path);
    return files;
  }

  [[nodiscard]] static bool is_concerned(const TestFile& test, const std::set<fs::path>& changed) {
    if (changed.count(test.file) != 0 || changed.count(test.rule) != 0) return true;
    return std::any_of(changed.begin(), changed.end(), [&](const fs::path& file) {
      const fs::path folder = file.parent_path();
      return is_data(file) && (folder == test.place.folder || folder.parent_path() == test.place.folder);
    });
  }

  // Forms, phrases, names, plugin.toml: also when they are gone.
  [[nodiscard]] static bool is_data(const fs::path& file) {
    return file.extension() == ".toml" || file.extension() == ".txt";
  }

  void show(const FoundTests& found) {
    TestRun run;
    run.failures = found.failures;
    if (options_.coverage && options_.filter.empty()) run.untested = found.untested;
    std::map<fs::path, TestFileResult> still_there;
    for (const TestFile& file : found.files) {
      const auto result = results_.find(file.file);
      if (result == results_.end()) continue;  // ended early
      run.results.push_back(result->second);
      still_there.insert(*result);
    }
    results_ = std::move(still_there);
    const std::string clear = is_terminal(Stream::output) ? "\033[H\033[2J" : "";
    Output output = Output::to_standard_output();
    output.stream() << clear << test_output(run, "text", language_) << test_summary(totals_of(run), language_) << "\n"
                    << say(messages::watching, language_) << "\n";
    gone_ = !finish(output, language_);
  }

  const Options& options_;
  Language language_;
  bool first_ = true;
  bool gone_ = false;  ///< nobody reads the output any more
  FileStamps stamps_;
  std::map<fs::path, TestFileResult> results_;
};

Status run_test(const Options& options) { return options.watch ? Watcher(options).watch() : run_once(options); }

/// What of the command line does not go together.
std::optional<Bilingual> refuse_test(const Options& options) { return refuse_watch(options, {"text"}); }

}  // namespace

const Command& test_command() {
  static const Command command = {
      .name = "test",
      .usage = {"test [选项] [路径…]", "test [OPTION…] [PATH…]"},
      .summary = {"运行规则的用例（.test）", "run the cases of rules (.test)"},
      .detail =
          {"路径是用例文件、规则文件或者文件夹（不看 .gitignore 排除的）；不写就是当前文件夹。\n"
           "规则取自用例所在的规则包（类别/名字.lua）或者插件（plugin.toml）。每个用例用中文、英文、\n"
           "CRLF 换行和 GB18030 编码各运行一遍，结果必须相同；GB18030 不能如实表示的文字不按该编码\n"
           "运行，另计。没有通过的，报出用例的位置和差别：- 是应有而没有的，+ 是多出来的，⟦⟧ 里是标出的文字。\n\n"
           "退出状态：0 全部通过；1 有用例没有通过；2 用法不对，用例读不了，规则不能用或者出错，\n"
           "没有可运行的用例。",
           "A path is a .test file, a rule file or a folder (but for what .gitignore leaves out); the current folder\n"
           "when there is none. Rules come from the pack (CATEGORY/NAME.lua) or the plugin (plugin.toml) that the\n"
           ".test stands in. Each case runs in Chinese, in English, with CRLF line ends and in GB18030, and must say\n"
           "the same each time; a text that cannot be told in GB18030 is not run in it, and counted. A case that\n"
           "fails is shown with its difference: - is missing, + is too much, and the marked text stands in "
           "brackets.\n\n"
           "Exit status: 0 all pass; 1 a case fails; 2 wrong usage, cases that cannot be read, a rule that cannot be\n"
           "used or fails, no case to run."},
      .options =
          {option::jobs(),
           OptionEntry{"--format",
                       "-f",
                       {"格式", "FORMAT"},
                       Expected::words,
                       {"text", "junit", "json"},
                       OptionGroup::output,
                       {"text（默认）、junit（XML，供持续集成）、json",
                        "text (default), junit (XML, for continuous integration), json"}},
           option::output(),
           OptionEntry{"--rules-dir",
                       "",
                       {"文件夹", "DIR"},
                       Expected::folders,
                       {},
                       OptionGroup::rules,
                       {"用例所在的规则包；不写就由用例的位置定",
                        "the pack that the cases belong to; where they stand tells by default"}},
           OptionEntry{"--filter",
                       "",
                       {"文字", "TEXT"},
                       Expected::text,
                       {},
                       OptionGroup::rules,
                       {"只运行标题或者规则编号含有这段文字的用例",
                        "run only cases with this in their title or in their rule's id"}},
           option::flag(
               "--update", OptionGroup::verdict,
               {"把 expect 和 fixed 改写成实际的结果，别的一个字节不动；改后请像审代码一样审一遍",
                "rewrite expect and fixed to what was found, and no other byte; review that as you review code"}),
           option::flag("--coverage", OptionGroup::verdict,
                        {"列出没有用例报出的消息和没有用例的规则；退出状态不变",
                         "list messages that no case says, and rules without cases; the exit status stays the same"}),
           option::flag("--strict-coverage", OptionGroup::verdict,
                        {"同 --coverage，有这样的消息或者规则时退出状态为 1",
                         "as --coverage, with exit status 1 when there is such a message or rule"}),
           option::flag("--watch", OptionGroup::general,
                        {"运行后等着，文件一改就重新运行有关的用例；按 Ctrl-C 结束",
                         "wait after the run, and run again what a changed file concerns; Ctrl-C ends it"})},
      .arguments = {.least = 0, .most = Arguments::any, .names = {}, .kind = Expected::files, .words = {}},
      .refuse = refuse_test,
      .run = run_test,
  };
  return command;
}

}  // namespace gialint
