#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/cases/expectation.hpp"
#include "engine/cases/rule_tests.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::test {
namespace {

const FoundTests& project_tests() {
  static const FoundTests found = find_tests({GIALINT_SOURCE_DIR "/rules"}, std::nullopt);
  return found;
}

const std::vector<TestFileResult>& project_results() {
  static const std::vector<TestFileResult> results = [] {
    std::vector<TestFileResult> all;
    TestOptions options;
    options.coverage = true;
    options.jobs = std::max(1U, std::thread::hardware_concurrency());
    run_tests(project_tests().files, options, [&](TestFileResult result) {
      all.push_back(std::move(result));
      return true;
    });
    return all;
  }();
  return results;
}

std::string told(const CaseOutcome& outcome) {
  std::string lines =
      "  (" + std::string(variant_name(outcome.variant)) + ") " + to_string(outcome.failure, Language::zh) + "\n";
  for (const DifferenceLine& line : outcome.difference)
    lines += "  " + std::string(1, line.sign) + " " + line.text + "  ⟦" + escaped(line.marked.value_or("")) + "⟧ " +
             line.message + "\n";
  return lines;
}

TEST_CASE("every rule says what its cases expect, in both languages, with CRLF and in GB18030", "[rules]") {
  for (const Failure& failure : project_tests().failures) FAIL_CHECK(to_string(failure, Language::zh));
  std::size_t in_gb18030 = 0;
  for (const TestFileResult& result : project_results()) {
    for (const Failure& failure : result.failures) FAIL_CHECK(to_string(failure, Language::zh));
    for (const CaseResult& each : result.cases) {
      INFO(result.file.file.string() << ":" << each.line << ": " << each.title << "\n" << told(each.outcome));
      CHECK((each.status() == CaseStatus::passed || each.status() == CaseStatus::to_do));
      if (!each.outcome.not_in_gb18030) ++in_gb18030;
    }
  }
  CHECK(in_gb18030 >= project_tests().files.size());
}

TEST_CASE("every rule has a case that it flags and one that it passes over", "[rules]") {
  CHECK(project_tests().untested.empty());
  for (const TestFileResult& result : project_results()) {
    INFO(result.file.file.string());
    const auto flagged = [](const CaseResult& each) { return !each.outcome.found.empty(); };
    CHECK(std::any_of(result.cases.begin(), result.cases.end(), flagged));
    CHECK_FALSE(std::all_of(result.cases.begin(), result.cases.end(), flagged));
  }
}

TEST_CASE("every message is said in a case", "[rules]") {
  using Message = std::pair<std::string, std::string>;  // the rule, "" for those of a constructor; the message's id
  const RulePack& rules = *project_pack()->rules;
  std::set<Message> all;
  std::set<Message> said;
  for (const TestFileResult& result : project_results()) {
    const Rule* const rule = rules.find(result.file.id);
    REQUIRE(rule != nullptr);
    // Rules that declare no messages have those of their constructor: a case of one of them is a case for all.
    const bool declares = rule->file.text.find("messages") != std::string::npos;
    std::set<std::string> unreached;
    for (const UnreachedMessage& message : result.unreached) unreached.insert(message.id);
    for (const auto& message : rule->info.messages) {
      const Message key{declares ? result.file.id : "", message.first};
      all.insert(key);
      if (unreached.count(message.first) == 0) said.insert(key);
    }
  }
  for (const Message& message : all) {
    INFO(message.first << ": no case says the message " << message.second);
    CHECK(said.count(message) == 1);
  }
  CHECK(all.size() > rules.rules().size());
}

}  // namespace
}  // namespace gialint::test
