#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

/// A pack of one rule, one preset and three cases.
struct RulesFolder {
  Folder folder;

  RulesFolder() {
    folder.copy("rules/test/error-word.lua", "r/test/error-word.lua");
    folder.write("r/presets/gentle.toml",
                 "title = { zh = \"从宽\", en = \"gentle\" }\n[rules]\n\"test/error-word\" = \"info\"\n");
    folder.write("r/test/error-word.test",
                 "=== one word\n--- report\n我局⟦1:甲⟧处\n--- expect\n1 error found\n"
                 "=== another word\n--- report\n我局乙处\n--- expect\n");
  }
  [[nodiscard]] Outcome docs(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"docs", "r"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return gialint(arguments, {folder.path(), "", {}});
  }
};

TEST_CASE("the pages of the project's rules are up to date (gialint docs rules writes them)", "[cli]") {
  const Outcome run = gialint({"docs", "--check", std::string(GIALINT_SOURCE_DIR) + "/rules"});
  CHECK(run.out.empty());
  CHECK(run.err.empty());
  CHECK(run.status == 0);
}

TEST_CASE("pages show what gialint prints of cases of every kind: one report, two years, a corpus", "[cli]") {
  const std::filesystem::path rules = std::filesystem::path(GIALINT_SOURCE_DIR) / "rules";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(rules)) {
    if (entry.path().extension() != ".md") continue;
    INFO(entry.path());
    CHECK(bytes_of(entry.path()).find("```text\n\n```") == std::string::npos);  // nothing was printed
  }
  CHECK(bytes_of(rules / "history/growth.md").find("\n     : previous.txt:") != std::string::npos);
  CHECK(bytes_of(rules / "corpus/roll-up.md").find("\n     : b.txt:") != std::string::npos);
}

TEST_CASE("a page holds what the rule declares and what gialint prints of its cases", "[cli]") {
  const RulesFolder rules;
  const Outcome run = rules.docs();
  CHECK(run.status == 0);
  CHECK(run.out == "r/README.md\nr/test/error-word.md\n");
  const std::string page = bytes_of(rules.folder / "r/test/error-word.md");
  for (const char* piece : {"# test/error-word\n", "有“甲”字", "there is a 甲", "| 级别 · severity | `error` |",
                            "| 预设 · preset `gentle` | `info` |", "### one word", "我局甲处", "report.txt:1:3  错误  ",
                            "- another word\n"}) {
    INFO(piece);
    CHECK(page.find(piece) != std::string::npos);
  }
  CHECK(page.find("⟦") == std::string::npos);
  const std::string overview = bytes_of(rules.folder / "r/README.md");
  CHECK(overview.find("| [test/error-word](test/error-word.md) | error | info | ") != std::string::npos);
  CHECK(overview.find("- `gentle`: 从宽 · gentle\n") != std::string::npos);
}

TEST_CASE("docs --check names pages that are not up to date and writes nothing", "[cli]") {
  const RulesFolder rules;
  const Outcome none = rules.docs({"--check"});
  CHECK(none.status == 1);
  CHECK(none.out == "r/README.md\nr/test/error-word.md\n");
  CHECK_FALSE(std::filesystem::exists(rules.folder / "r/README.md"));
  CHECK(rules.docs().status == 0);
  CHECK(rules.docs({"--check"}).status == 0);
  CHECK(rules.docs().out.empty());
}

TEST_CASE("a page whose rule is gone is removed, and no other file", "[cli]") {
  const RulesFolder rules;
  CHECK(rules.docs().status == 0);
  std::filesystem::rename(rules.folder / "r/test/error-word.md", rules.folder / "r/test/old.md");
  rules.folder.write("r/test/own.md", "# by hand\n");
  const Outcome run = rules.docs();
  CHECK(run.status == 0);
  CHECK(run.out == "r/test/error-word.md\nr/test/old.md\n");
  CHECK_FALSE(std::filesystem::exists(rules.folder / "r/test/old.md"));
  CHECK(std::filesystem::exists(rules.folder / "r/test/own.md"));
}

TEST_CASE("what keeps pages from being written is a failure", "[cli]") {
  const RulesFolder rules;
  rules.folder.write("r/test/error-word.test", "no case\n");
  const Outcome run = rules.docs();
  CHECK(run.status == 2);
  CHECK(run.err.find("r/test/error-word.test:1: ") != std::string::npos);
  CHECK(gialint({"docs"}).status == 2);
  CHECK(gialint({"docs", "no-such-folder"}).status == 2);
}

}  // namespace
}  // namespace gialint
