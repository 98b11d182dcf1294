#include "engine/cases/rule_tests.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

/// A rule that speaks at every 甲 and has a message that it never says.
const char* const speaking_rule = R"(return {
  api = 1, since = "0.1.0", severity = "error", precision = "high",
  title = { zh = "标题", en = "title" }, help = { zh = "做法", en = "help" }, basis = { "依据" },
  messages = {
    found = { zh = "有", en = "found" },
    beside = { zh = "旁边", en = "beside" },
    never = { zh = "没有", en = "never" },
    change = { zh = "改", en = "change" },
  },
  fixable = "safe",
  check = function(report, ctx)
    for _, match in ipairs(report:find_all("甲")) do
      ctx:emit { at = match, message = "found", related = { { at = match, message = "beside" } },
                 fix = { message = "change", edits = { ctx.edit.delete(match) } } }
    end
  end,
}
)";
const char* const right = "=== one\n--- report\n一⟦1:甲⟧\n--- expect\n1 error found related=1\n";
const char* const wrong = "=== two\n--- report\n一⟦1:甲⟧\n--- expect\n";

struct RuleFolder {
  ScratchFolder folder;
  [[nodiscard]] std::string file(const std::string& name) const { return (folder.path() / name).string(); }
  [[nodiscard]] FoundTests found(const std::vector<std::string>& names,
                                 const std::optional<std::string>& rules_dir = std::nullopt) const {
    std::vector<std::string> paths;
    paths.reserve(names.size());
    for (const std::string& name : names) paths.push_back(file(name));
    return find_tests(paths, rules_dir);
  }
};

std::vector<TestFileResult> run_all(const FoundTests& found, const TestOptions& options = {}) {
  std::vector<TestFileResult> results;
  run_tests(found.files, options, [&](TestFileResult result) {
    results.push_back(std::move(result));
    return true;
  });
  return results;
}

TEST_CASE("tests are found by their file, by their rule, and in folders", "[cases]") {
  const RuleFolder pack;
  pack.folder.write("rules/local/x.lua", speaking_rule);
  pack.folder.write("rules/local/x.test", right);
  pack.folder.write("rules/local/alone.lua", speaking_rule);
  pack.folder.write("rules/.hidden/y.test", right);
  pack.folder.write("other/program.lua", "print(1)");
  for (const char* name : {"rules/local/x.test", "rules/local/x.lua", "rules/local", "rules", ""}) {
    INFO(name);
    const FoundTests found = pack.found({name});
    CHECK(found.failures.empty());
    REQUIRE(found.files.size() == 1);
    CHECK(found.files[0].id == "local/x");
    CHECK(found.files[0].file == pack.file("rules/local/x.test"));
  }
  CHECK(pack.found({"rules", "rules/local/x.lua"}).files.size() == 1);
  CHECK(pack.found({""}).untested == std::vector<fs::path>{pack.file("rules/local/alone.lua")});
  CHECK(pack.found({}, pack.file("rules")).files.at(0).id == "local/x");
  CHECK(pack.found({"rules/local"}, pack.file("other")).failures.size() == 1);
}

TEST_CASE("what cannot be tested is told with its path", "[cases]") {
  const RuleFolder pack;
  pack.folder.write("local/x.test", right);
  pack.folder.write("local/y.lua", speaking_rule);
  pack.folder.write("local/z.txt", "");
  for (const char* name : {"local/x.test", "local/y.lua", "local/z.txt", "nothing"}) {
    INFO(name);
    const FoundTests found = pack.found({name});
    CHECK(found.files.empty());
    REQUIRE(found.failures.size() == 1);
    CHECK(found.failures[0].where.path.find(name) != std::string::npos);
  }
}

TEST_CASE("every case of every file has its result, whatever the number of threads", "[cases]") {
  const RuleFolder pack;
  for (const char* name : {"a", "b", "c"}) {
    pack.folder.write(std::string("rules/local/") + name + ".lua", speaking_rule);
    pack.folder.write(std::string("rules/local/") + name + ".test",
                      std::string(right) + wrong + "=== todo: three\n" + (wrong + 8));
  }
  pack.folder.write("rules/local/d.lua", "return {");
  pack.folder.write("rules/local/d.test", right);
  for (const unsigned jobs : {1U, 3U}) {
    TestOptions options;
    options.jobs = jobs;
    const std::vector<TestFileResult> results = run_all(pack.found({"rules"}), options);
    REQUIRE(results.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(results[i].failures.empty());
      REQUIRE(results[i].cases.size() == 3);
      CHECK(results[i].cases[0].status() == CaseStatus::passed);
      CHECK(results[i].cases[1].status() == CaseStatus::failed);
      CHECK(results[i].cases[1].line == 6);
      CHECK(results[i].cases[2].status() == CaseStatus::to_do);
    }
    REQUIRE(results[3].failures.size() == 1);
    CHECK(results[3].failures[0].where == FilePlace{pack.file("rules/local/d.lua"), 1});
  }
}

TEST_CASE("rules that do not go together are tested each by itself", "[cases]") {
  const RuleFolder pack;
  std::string explaining = speaking_rule;
  explaining.insert(explaining.find("  fixable"), "  explains = { \"x.y\" },\n");
  for (const char* name : {"rules/local/a", "rules/local/b"}) {
    pack.folder.write(std::string(name) + ".lua", explaining);
    pack.folder.write(std::string(name) + ".test", right);
  }
  const std::vector<TestFileResult> results = run_all(pack.found({"rules"}));
  REQUIRE(results.size() == 2);
  for (const TestFileResult& result : results) {
    CHECK(result.failures.empty());
    REQUIRE(result.cases.size() == 1);
    CHECK(result.cases[0].status() == CaseStatus::passed);
  }
}

TEST_CASE("broken phrases are told for every file that they keep from being tested", "[cases]") {
  const RuleFolder pack;
  pack.folder.write("rules/lexicon/words.toml", "x = 1\n");
  for (const char* name : {"rules/local/a", "rules/local/b"}) {
    pack.folder.write(std::string(name) + ".lua", speaking_rule);
    pack.folder.write(std::string(name) + ".test", right);
  }
  for (const TestFileResult& result : run_all(pack.found({"rules"}))) {
    REQUIRE(result.failures.size() == 1);
    CHECK(to_string(result.failures[0].where).find("rules/lexicon/words.toml:1") != std::string::npos);
  }
}

TEST_CASE("a case that is to do and passes is told", "[cases]") {
  CaseResult result;
  result.todo = true;
  CHECK(result.status() == CaseStatus::to_do_passes);
}

TEST_CASE("the filter takes cases by title and rules by id", "[cases]") {
  const RuleFolder pack;
  pack.folder.write("rules/local/x.lua", speaking_rule);
  pack.folder.write("rules/local/x.test", std::string(right) + wrong);
  TestOptions options;
  const auto cases = [&](const char* filter) {
    options.filter = filter;
    return run_all(pack.found({"rules"}), options).at(0).cases.size();
  };
  CHECK(cases("tw") == 1);
  CHECK(cases("cal/x") == 2);
  CHECK(cases("nothing") == 0);
}

TEST_CASE("coverage names the messages that no case brings about, of related places and fixes too", "[cases]") {
  const RuleFolder pack;
  pack.folder.write("rules/local/x.lua", speaking_rule);
  pack.folder.write("rules/local/x.test", std::string(right) + wrong);
  TestOptions options;
  options.coverage = true;
  std::vector<TestFileResult> results = run_all(pack.found({"rules"}), options);
  REQUIRE(results.at(0).unreached.size() == 1);
  CHECK(results[0].unreached[0].where == FilePlace{pack.file("rules/local/x.lua"), 7});
  CHECK(results[0].unreached[0].id == "never");
  options.filter = "one";  // some of the cases say nothing about the whole
  CHECK(run_all(pack.found({"rules"}), options).at(0).unreached.empty());
}

TEST_CASE("an update is the whole file with what was found", "[cases]") {
  const RuleFolder pack;
  pack.folder.write("rules/local/x.lua", speaking_rule);
  pack.folder.write("rules/local/x.test", std::string(right) + wrong);
  TestOptions options;
  options.update = true;
  const std::vector<TestFileResult> results = run_all(pack.found({"rules"}), options);
  CHECK(results.at(0).updated == std::string(right) + wrong + "1 error found related=1\n");
  pack.folder.write("rules/local/x.test", right);
  CHECK_FALSE(run_all(pack.found({"rules"}), options).at(0).updated);
}

}  // namespace
}  // namespace gialint
