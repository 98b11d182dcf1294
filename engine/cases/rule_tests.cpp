#include "engine/cases/rule_tests.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

#include "engine/cases/case_update.hpp"
#include "engine/files/ignore_files.hpp"
#include "engine/files/read_file.hpp"
#include "engine/parallel/in_order.hpp"
#include "engine/rule_host/field_lines.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr const char* rule_extension = ".lua";
constexpr const char* test_extension = ".test";

fs::path beside(const fs::path& file, const char* extension) { return fs::path(file).replace_extension(extension); }

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// Collects what find_tests() finds.
class TestFinder {
 public:
  explicit TestFinder(const std::optional<std::string>& rules_dir) : rules_dir_(rules_dir) {}

  void add(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      add_folder(path);
    } else if (error || !fs::exists(path, error)) {
      fail(path, system_reason(ENOENT));
    } else if (path.extension() == test_extension) {
      add_test(path);
    } else if (path.extension() != rule_extension) {
      fail(path, Sentence("这里要用例文件（.test）、规则文件（.lua）或者文件夹",
                          "a .test file, a rule (.lua) or a folder is wanted here"));
    } else if (is_file(beside(path, test_extension))) {
      add_test(beside(path, test_extension));
    } else {
      static constexpr Sentence no_cases("旁边没有用例文件 {}", "there is no {} beside it");
      fail(path, no_cases.with(beside(path, test_extension).filename().string()));
    }
  }

  FoundTests take() {
    const auto before = [](const TestFile& a, const TestFile& b) { return a.file < b.file; };
    const auto same = [](const TestFile& a, const TestFile& b) { return a.file == b.file; };
    std::sort(found_.files.begin(), found_.files.end(), before);
    found_.files.erase(std::unique(found_.files.begin(), found_.files.end(), same), found_.files.end());
    std::sort(rules_.begin(), rules_.end());
    for (const fs::path& rule : rules_) {
      // Any program may use Lua: a file is taken for a rule when its neighbours are tested ones.
      if (tested_folders_.count(rule.parent_path()) != 0 && !is_file(beside(rule, test_extension)))
        found_.untested.push_back(rule);
    }
    return std::move(found_);
  }

 private:
  void add_folder(const fs::path& folder) {
    Result<std::vector<fs::path>> files = files_below(folder, {rule_extension, test_extension});
    if (!files.ok()) {
      found_.failures.push_back(files.failure());
      return;
    }
    for (fs::path& file : *files) {
      if (file.extension() == test_extension) {
        add_test(file);
      } else {
        rules_.push_back(std::move(file));
      }
    }
  }

  void add_test(const fs::path& given) {
    const fs::path path = given.lexically_normal();
    TestFile test;
    test.file = path;
    test.rule = beside(path, rule_extension);
    if (rules_dir_) {
      std::error_code error;
      const fs::path within = fs::relative(test.rule, *rules_dir_, error);
      if (error || within.empty() || *within.begin() == "..")
        return fail(path,
                    Sentence("不在 --rules-dir 的文件夹 {} 里", "does not lie in --rules-dir {}").with(*rules_dir_));
      test.place.folder = *rules_dir_;
      test.id = fs::path(within).replace_extension().generic_string();
    } else {
      Result<RuleLocation> place = place_of_rule(path);
      if (!place.ok()) {
        found_.failures.push_back(place.failure());
        return;
      }
      test.place = std::move(place->place);
      test.id = std::move(place->id);
    }
    tested_folders_.insert(path.parent_path());
    if (!is_file(test.rule)) {
      static constexpr Sentence no_rule("旁边没有规则文件 {}", "there is no rule {} beside it");
      return fail(path, no_rule.with(test.rule.filename().string()));
    }
    found_.files.push_back(std::move(test));
  }

  void fail(const fs::path& path, const Bilingual& what) { found_.failures.push_back({{path.string()}, what}); }

  std::optional<std::string> rules_dir_;
  FoundTests found_;
  std::vector<fs::path> rules_;  ///< met in folders
  std::set<fs::path> tested_folders_;
};

/// Rules of one pack that are tested, loaded together.
struct TestPack {
  PackLocation place;
  std::vector<PackFile> rules;
  std::shared_ptr<const Pack> pack;  ///< null when it cannot be loaded
  std::optional<Failure> failure;    ///< why
};

/// What the run of one file needs.
struct Task {
  const TestFile* test = nullptr;
  std::size_t pack = 0;
  std::optional<Failure> unreadable;  ///< its rule
};

void load(TestPack& pack) {
  Result<std::shared_ptr<const Pack>> loaded = load_pack_at(pack.place, pack.rules);
  if (loaded.ok()) {
    pack.pack = *std::move(loaded);
  } else {
    pack.failure = loaded.failure();
  }
}

std::vector<Task> make_tasks(const std::vector<TestFile>& files, std::vector<TestPack>& packs) {
  std::vector<Task> tasks;
  for (const TestFile& file : files) {
    Task task;
    task.test = &file;
    const auto is_its = [&](const TestPack& known) { return known.place == file.place; };
    const auto pack = std::find_if(packs.begin(), packs.end(), is_its);
    task.pack = static_cast<std::size_t>(pack - packs.begin());
    if (pack == packs.end()) packs.push_back({file.place, {}, nullptr, std::nullopt});
    Result<std::string> text = read_file(file.rule, SourceText::default_max_bytes);
    if (text.ok()) {
      packs[task.pack].rules.push_back({file.id + rule_extension, *std::move(text)});
    } else {
      task.unreadable = text.failure();
    }
    tasks.push_back(std::move(task));
  }
  for (TestPack& pack : packs) load(pack);
  return tasks;
}

/// Gives each rule of a pack that could not be loaded a pack of its own: two rules may not go together (they explain
/// one sum), but each runs alone in a test.
void set_apart(std::vector<Task>& tasks, std::vector<TestPack>& packs) {
  for (Task& task : tasks) {
    const TestPack whole = packs[task.pack];
    if (!whole.failure || whole.rules.size() < 2) continue;
    const auto is_its = [&](const PackFile& file) { return file.path == task.test->id + rule_extension; };
    const auto rule = std::find_if(whole.rules.begin(), whole.rules.end(), is_its);
    if (rule == whole.rules.end()) continue;
    TestPack own = {whole.place, {*rule}, nullptr, std::nullopt};
    load(own);
    if (own.failure && *own.failure == *whole.failure) return;  // it is none of the rules
    task.pack = packs.size();
    packs.push_back(std::move(own));
  }
}

/// Runs the cases of one file after the other, on one thread.
class TestWorker {
 public:
  TestWorker(const std::vector<Task>& tasks, const std::vector<TestPack>& packs, const TestOptions& options)
      : tasks_(&tasks), packs_(&packs), options_(&options) {}

  TestFileResult operator()(std::size_t number) {
    const Task& task = (*tasks_)[number];
    TestFileResult result;
    result.file = *task.test;
    const Rule* const rule = find_rule(task, result.failures);
    if (rule == nullptr) return result;
    const Result<std::string> text = read_file(task.test->file, SourceText::default_max_bytes);
    if (!text.ok()) {
      result.failures.push_back(text.failure());
      return result;
    }
    const Result<std::vector<RuleCase>> cases = read_rule_cases(*text, task.test->file.string());
    if (!cases.ok()) {
      result.failures.push_back(cases.failure());
      return result;
    }
    run(task, *rule, *text, *cases, result);
    return result;
  }

 private:
  const Rule* find_rule(const Task& task, std::vector<Failure>& failures) const {
    const TestPack& pack = (*packs_)[task.pack];
    if (task.unreadable || pack.failure) {
      failures.push_back(task.unreadable ? *task.unreadable : *pack.failure);
      return nullptr;
    }
    for (const RuleFailure& broken : pack.pack->broken) {
      if (broken.rule == task.test->id) failures.push_back(broken.failure);
    }
    return failures.empty() ? pack.pack->rules->find(task.test->id) : nullptr;
  }

  void run(const Task& task, const Rule& rule, const std::string& text, const std::vector<RuleCase>& cases,
           TestFileResult& result) {
    const bool by_id = rule.info.id.find(options_->filter) != std::string::npos;
    std::vector<CaseOutcome> outcomes;
    std::set<std::string> reached;
    for (const RuleCase& rule_case : cases) {
      CaseOutcome& outcome = outcomes.emplace_back();
      if (!by_id && rule_case.title.find(options_->filter) == std::string::npos) continue;
      outcome = checker(task.pack).check(rule, rule_case);
      if (outcome.fault == CaseFault::rule_failed) outcome.failure = task.test->place.as_printed(outcome.failure);
      reached.insert(outcome.reached.begin(), outcome.reached.end());
      result.cases.push_back({rule_case.title, rule_case.line, rule_case.todo, outcome});
    }
    if (options_->coverage && result.cases.size() == cases.size()) add_unreached(task, rule, reached, result);
    if (!options_->update) return;
    std::string updated = update_cases(text, cases, outcomes);
    if (updated != text) result.updated = std::move(updated);
  }

  static void add_unreached(const Task& task, const Rule& rule, const std::set<std::string>& reached,
                            TestFileResult& result) {
    const std::map<std::string, int> lines = field_lines(rule.file.text);
    for (const auto& [id, message] : rule.info.messages) {
      if (reached.count(id) != 0) continue;
      const auto line = lines.find("messages/" + id);
      const int shown = line == lines.end() ? 1 : line->second;
      result.unreached.push_back({{task.test->rule.string(), static_cast<std::uint32_t>(shown)}, id});
    }
  }

  CaseChecker& checker(std::size_t pack) {
    auto known = checkers_.find(pack);
    if (known == checkers_.end()) known = checkers_.emplace(pack, CaseChecker((*packs_)[pack].pack)).first;
    return known->second;
  }

  const std::vector<Task>* tasks_;
  const std::vector<TestPack>* packs_;
  const TestOptions* options_;
  std::map<std::size_t, CaseChecker> checkers_;
};

}  // namespace

FoundTests find_tests(const std::vector<std::string>& paths, const std::optional<std::string>& rules_dir) {
  TestFinder finder(rules_dir);
  if (paths.empty()) finder.add(rules_dir.value_or("."));
  for (const std::string& path : paths) finder.add(path);
  return finder.take();
}

CaseStatus CaseResult::status() const {
  const bool right = outcome.fault == CaseFault::none;
  if (todo) return right ? CaseStatus::to_do_passes : CaseStatus::to_do;
  return right ? CaseStatus::passed : CaseStatus::failed;
}

void run_tests(const std::vector<TestFile>& files, const TestOptions& options, const TestSink& sink) {
  std::vector<TestPack> packs;
  std::vector<Task> tasks = make_tasks(files, packs);
  set_apart(tasks, packs);
  const auto bytes_of = [](const TestFileResult&) { return std::size_t{1} << 16U; };
  in_order(
      tasks.size(), options.jobs, [&] { return TestWorker(tasks, packs, options); }, bytes_of, sink);
}

}  // namespace gialint
