#include "engine/cases/rule_check.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

/// A sound rule that speaks at every 甲; `more` are fields of its own, from line 4 on.
std::string sound_rule(const std::string& more = "") {
  return "return {\n  api = 1, since = \"0.1.0\", severity = \"error\", precision = \"high\", basis = { \"依据\" },\n"
         "  title = { zh = \"标题\", en = \"title\" }, help = { zh = \"做法\", en = \"help\" },\n" +
         more +
         "  messages = { found = { zh = \"有\", en = \"found\" } },\n  check = function(report, ctx)\n"
         "    for _, match in ipairs(report:find_all(\"甲\")) do ctx:emit { at = match, message = \"found\" } end\n"
         "  end,\n}\n";
}

const char* const both_cases =
    "=== one\n--- report\n一⟦1:甲⟧\n--- expect\n1 error found\n=== two\n--- report\n一\n--- expect\n";

struct CheckedFolder {
  ScratchFolder folder;
  void rule(const std::string& name, const std::string& text = sound_rule(),
            const std::string& cases = both_cases) const {
    folder.write(name + ".lua", text);
    if (!cases.empty()) folder.write(name + ".test", cases);
  }
  /// The faults at `path`, one a line, without the folder's own path; "?" when there is nothing to check.
  [[nodiscard]] std::string faults(const std::string& path) const {
    const Result<RuleCheck> check = check_rules((folder.path() / path).string(), 1);
    if (!check.ok()) return "?";
    std::string lines;
    for (const Failure& fault : check->faults) lines += to_string(fault, Language::en) + "\n";
    const std::string own = folder.path().string() + "/";
    for (std::size_t at = lines.find(own); at != std::string::npos; at = lines.find(own)) lines.erase(at, own.size());
    return lines;
  }
};

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

TEST_CASE("a sound pack, category and rule have no faults", "[cases]") {
  const CheckedFolder checked;
  checked.rule("rules/local/a");
  for (const char* path : {"", "rules", "rules/local", "rules/local/a.lua"}) {
    INFO(path);
    CHECK(checked.faults(path).empty());
  }
  CHECK(checked.faults("nothing") == "?");
  checked.folder.write("empty/a.txt", "");
  CHECK(checked.faults("empty") == "?");
}

TEST_CASE("all faults are told, by file and line", "[cases]") {
  const CheckedFolder checked;
  checked.rule("rules/local/a", sound_rule("  wrong = 1,\n  stability = \"never\",\n"), "");
  checked.rule("rules/local/b", "return {");
  checked.rule("rules/local/c");
  const std::string faults = checked.faults("rules");
  const std::size_t first = faults.find("rules/local/a.lua:1: no cases");
  const std::size_t second = faults.find("rules/local/a.lua:4: ");
  const std::size_t third = faults.find("rules/local/a.lua:5: ");
  const std::size_t fourth = faults.find("rules/local/b.lua:1: ");
  CHECK(first == 0);
  CHECK((first < second && second < third && third < fourth && fourth != std::string::npos));
  CHECK_FALSE(has(faults, "rules/local/c"));
}

TEST_CASE("a rule must be flagged by one case and silent on another, and its cases must have a rule", "[cases]") {
  const CheckedFolder checked;
  checked.rule("rules/local/a", sound_rule(), "=== two\n--- report\n一\n--- expect\n");
  checked.rule("rules/local/b", sound_rule(), "=== one\n--- report\n⟦1:甲⟧\n--- expect\n1 error found\n");
  checked.folder.write("rules/local/c.test", both_cases);
  CHECK(checked.faults("rules") ==
        "rules/local/a.test:1: no case that the rule flags\nrules/local/b.test:1: no case that the rule passes over\n"
        "rules/local/c.test: there is no rule c.lua beside it\n");
}

TEST_CASE("cases that fail are among the tests", "[cases]") {
  const CheckedFolder checked;
  checked.rule("rules/local/a", sound_rule(), "=== one\n--- report\n甲\n--- expect\n");
  const Result<RuleCheck> check = check_rules((checked.folder.path() / "rules").string(), 2);
  REQUIRE(check.ok());
  CHECK(check->rules == 1);
  CHECK(check->faults.empty());
  REQUIRE(check->tests.size() == 1);
  CHECK(check->tests[0].cases.at(0).status() == CaseStatus::failed);
}

TEST_CASE("a table that no form has is told at the line that requires it", "[cases]") {
  const CheckedFolder checked;
  checked.rule("rules/local/a", sound_rule("  requires = { \"title\",\n    \"table:nowhere\" },\n"));
  CHECK(has(checked.faults("rules"), "rules/local/a.lua:5: no form has table:nowhere"));
}

TEST_CASE("two rules that explain one sum are told, and their cases run all the same", "[cases]") {
  const CheckedFolder checked;
  checked.rule("rules/local/a", sound_rule("  explains = { \"x.y\" },\n"));
  checked.rule("rules/local/b", sound_rule("  explains = { \"x.y\" },\n"), "=== two\n--- report\n一\n--- expect\n");
  const std::string faults = checked.faults("rules");
  CHECK(has(faults, "rules/local/b.lua:4: "));
  CHECK(has(faults, "rules/local/b.test:1: no case that the rule flags"));
}

TEST_CASE("phrases and presets of a pack are looked at", "[cases]") {
  const CheckedFolder checked;
  checked.rule("rules/local/a");
  checked.folder.write("rules/presets/mine.toml",
                       "title = { zh = \"甲\", en = \"a\" }\n[rules]\n\"local/b\" = \"off\"\n");
  CHECK(has(checked.faults("rules"), "rules/presets/mine.toml:3"));
  checked.folder.write("rules/lexicon/words.toml", "x = 1\n");
  CHECK(has(checked.faults("rules"), "rules/lexicon/words.toml:1"));
}

TEST_CASE("of a plugin plugin.toml is looked at, and where its rules stand", "[cases]") {
  const CheckedFolder checked;
  checked.rule("p/rules/a");
  checked.folder.write("p/plugin.toml",
                       "schema = 1\nname = \"province\"\nversion = \"0.1.0\"\ngialint = \">=0.1\"\n"
                       "description = { zh = \"说明\", en = \"description\" }\n");
  checked.folder.write("p/presets/mine.toml",
                       "title = { zh = \"甲\", en = \"a\" }\n[rules]\n\"province/a\" = "
                       "\"off\"\n\"totals/*\" = \"off\"\n");
  CHECK(checked.faults("p").empty());
  CHECK(checked.faults("p/rules").empty());
  checked.rule("p/rules/deeper/b");
  checked.folder.write("p/plugin.toml", "name = 1\n");
  checked.rule("p/rules/c", "return {");
  const std::string faults = checked.faults("p");
  CHECK(has(faults, "p/plugin.toml:1"));
  CHECK(has(faults, "p/rules/deeper/b.lua: rules of a plugin stand in "));
  CHECK(has(faults, "p/rules/c.lua:1: "));
}

}  // namespace
}  // namespace gialint
