#include "engine/lint/lint.hpp"

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"

namespace gialint {
namespace {

// The settings in which everything is on.
LintOptions everything() {
  LintOptions options;
  for (const char* id : {"test/error-word", "test/info-word", "test/warning-word", "input/undecodable",
                         "input/not-a-report", "input/unsupported-year"})
    options.rules[id] = {};
  return options;
}

FileResult lint(const std::string& bytes, const LintOptions& options, Language language = Language::zh,
                std::optional<Encoding> encoding = std::nullopt) {
  Result<SourceText> source = SourceText::from_bytes("a.txt", bytes, encoding);
  if (!source.ok()) FAIL(to_string(source.failure(), Language::zh));
  Linter linter(sample_pack(), language);
  return linter.lint(std::make_shared<const SourceText>(std::move(*source)), options);
}

std::vector<std::string> rules_of(const FileResult& result) {
  std::vector<std::string> rules;
  for (const Diagnostic& diagnostic : result.diagnostics)
    rules.push_back(diagnostic.rule + " " + std::string(severity_name(diagnostic.severity)));
  return rules;
}

using Rules = std::vector<std::string>;

TEST_CASE("diagnostics come in reading order", "[lint]") {
  const FileResult result = lint(sample_report, everything());
  CHECK(result.path == "a.txt");
  CHECK(rules_of(result) == Rules{"test/info-word info", "test/error-word error", "test/warning-word warning"});
  CHECK(result.rule_failures.empty());
}

TEST_CASE("a rule that is not in the settings is off, the engine's own too", "[lint]") {
  LintOptions options;
  options.rules["test/error-word"].severity = Severity::info;
  CHECK(rules_of(lint(sample_report, options)) == Rules{"test/error-word info"});
  CHECK(lint("Nothing of the kind.\n", options).diagnostics.empty());
}

TEST_CASE("of bytes that no character stands for the first twenty places are told, and the rest is counted", "[lint]") {
  std::string text = sample_report;
  for (int i = 0; i < 25; ++i) text += "\xFF正文";
  LintOptions options;
  options.rules["input/undecodable"] = {};
  const FileResult result = lint(text, options, Language::en, Encoding::utf8);
  REQUIRE(result.diagnostics.size() == 21);
  CHECK(result.diagnostics[20].message_id == "more");
  CHECK(result.diagnostics[20].message == "from here on 5 more places are no UTF-8, which are not listed");
}

TEST_CASE("bytes that no character stands for are an error each, with their offset in the file", "[lint]") {
  const std::string text = std::string("\xEF\xBB\xBF") + sample_report + "\xFF\xFE和\xFF\n";
  const FileResult result = lint(text, everything(), Language::en, Encoding::utf8);
  REQUIRE(result.diagnostics.size() == 5);
  const Diagnostic& first = result.diagnostics[3];
  CHECK(first.rule == "input/undecodable");
  CHECK(first.severity == Severity::error);
  const std::size_t offset = 3 + std::string(sample_report).size();
  CHECK(first.message ==
        "from byte " + std::to_string(offset) + " of the file (counted from 0) on, 2 bytes are no UTF-8");
  CHECK(first.facts == std::vector<Fact>{{"encoding", "UTF-8"}, {"length", "2"}, {"offset", std::to_string(offset)}});
  CHECK(result.diagnostics[4].facts[2].value == std::to_string(offset + 5));
}

TEST_CASE("what is no report is an error when named, an info in a folder, and no rule looks at it", "[lint]") {
  LintOptions options = everything();
  CHECK(rules_of(lint("甲乙丙丁。\n", options)) == Rules{"input/not-a-report error"});
  const FileResult section = lint("一、总体情况\n认真落实。\n", options);
  REQUIRE(rules_of(section) == Rules{"input/not-a-report error"});
  CHECK(section.diagnostics.front().facts == std::vector<Fact>{{"heading", "一、总体情况"}});
  const std::string title = "青石县民政局2023年政府信息公开工作年度报告\n";
  const FileResult list = lint(title + title + title, options);
  REQUIRE(rules_of(list) == Rules{"input/not-a-report error"});
  CHECK(list.diagnostics.front().facts == std::vector<Fact>{{"count", "3"}});
  options.named = false;
  CHECK(rules_of(lint("甲乙丙丁。\n", options)) == Rules{"input/not-a-report info"});
  options.rules["input/not-a-report"].severity = Severity::warning;
  CHECK(rules_of(lint("甲乙丙丁。\n", options)) == Rules{"input/not-a-report warning"});
}

TEST_CASE("a fragment is looked at as it is", "[lint]") {
  LintOptions options = everything();
  options.fragment = true;
  CHECK(rules_of(lint("甲乙。\n", options)) == Rules{"test/error-word error", "test/warning-word warning"});
}

TEST_CASE("of a report for a year before every form nothing else is said", "[lint]") {
  const FileResult result = lint("青山县水务局2012年政府信息公开工作年度报告\n\n我局甲处。\xFF\n", everything(),
                                 Language::zh, Encoding::utf8);
  CHECK(rules_of(result) == Rules{"input/unsupported-year info"});
  CHECK(result.diagnostics[0].message.find("2012 年度") == 0);
}

}  // namespace
}  // namespace gialint
