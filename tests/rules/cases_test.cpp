#include <algorithm>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/cases/expectation.hpp"
#include "engine/cases/rule_tests.hpp"

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

}  // namespace
}  // namespace gialint::test
