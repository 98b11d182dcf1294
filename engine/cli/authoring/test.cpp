#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <set>
#include <thread>
#include <utility>

#include "engine/cli/authoring/commands.hpp"
#include "engine/cli/authoring/test_output.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/progress.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/console/watch.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/cli/runs/loading.hpp"

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

// The results of `files`, after an update when that is asked for. Ends early when `end` says so.
std::vector<TestFileResult> run_files(const std::vector<TestFile>& files, const Options& options, bool& written,
                                      const EndRequest* end = nullptr) {
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
    return end == nullptr || !end->is_there();
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
    } while (!gone_ && !end_.wait(pause));
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
    for (TestFileResult& result : run_files(concerned, options_, written, &end_))
      results_[result.file.file] = std::move(result);
    show(found);
  }

  [[nodiscard]] static std::vector<fs::path> watched(const FoundTests& found) {
    std::vector<fs::path> files = found.untested;
    std::vector<PackPlace> places;
    for (const TestFile& test : found.files) {
      files.insert(files.end(), {test.file, test.rule});
      if (std::find(places.begin(), places.end(), test.place) == places.end()) places.push_back(test.place);
    }
    for (const PackPlace& place : places) {
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
  EndRequest end_;
  bool first_ = true;
  bool gone_ = false;  ///< nobody reads the output any more
  FileStamps stamps_;
  std::map<fs::path, TestFileResult> results_;
};

}  // namespace

Status run_test(const Options& options) { return options.watch ? Watcher(options).watch() : run_once(options); }

}  // namespace gialint
