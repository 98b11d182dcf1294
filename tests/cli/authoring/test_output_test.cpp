#include "engine/cli/authoring/test_output.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

CaseResult result(CaseFault fault, bool todo = false) {
  CaseResult each;
  each.title = "a \"b\" \x01";
  each.line = 7;
  each.todo = todo;
  each.outcome.fault = fault;
  each.outcome.variant = CaseVariant::crlf;
  return each;
}

TestRun run_of(std::vector<CaseResult> cases) {
  TestRun run;
  TestFileResult& file = run.results.emplace_back();
  file.file.file = "r/c/x.test";
  file.file.id = "c/x";
  file.cases = std::move(cases);
  return run;
}

TEST_CASE("every sort of case is counted once", "[cli]") {
  TestRun run = run_of({result(CaseFault::none), result(CaseFault::differs), result(CaseFault::differs, true),
                        result(CaseFault::none, true), result(CaseFault::rule_failed)});
  run.results[0].cases[0].outcome.not_in_gb18030 = true;
  TestTotals totals = totals_of(run);
  CHECK(totals.cases == 5);
  CHECK(totals.passed == 1);
  CHECK(totals.failed == 2);
  CHECK(totals.to_do == 1);
  CHECK(totals.broken == 1);
  CHECK(test_summary(totals, Language::en) ==
        "1 files, 5 cases: 1 passed, 2 failed, 1 to do; 1 could not be run; 1 not run in GB18030");
  CHECK(status_of(totals, false) == Status::failed);
  totals.broken = 0;
  CHECK(status_of(totals, false) == Status::diagnostics);
  totals.failed = 0;
  totals.unreached = 1;
  CHECK(status_of(totals, false) == Status::clean);
  CHECK(status_of(totals, true) == Status::diagnostics);
}

TEST_CASE("each fault has its own sentence, which names the variant", "[cli]") {
  const TestFile file = run_of({}).results[0].file;
  for (const CaseFault fault : {CaseFault::differs, CaseFault::fixed_differs, CaseFault::no_message,
                                CaseFault::rule_failed, CaseFault::unsound}) {
    const std::string told = case_report(file, result(fault), Language::en);
    CHECK(told.rfind("r/c/x.test:7: error: case 'a \"b\" \\u{1}' (CRLF)", 0) == 0);
    CHECK(told.find(" [c/x]\n") != std::string::npos);
  }
  CHECK(case_report(file, result(CaseFault::none), Language::en).empty());
  CHECK(case_report(file, result(CaseFault::differs, true), Language::en).empty());
  CaseResult unsound = result(CaseFault::unsound);
  unsound.outcome.failure = {{"", 9}, {"w", "w"}};  // a line of its own
  CHECK(case_report(file, unsound, Language::en).rfind("r/c/x.test:9: ", 0) == 0);
}

TEST_CASE("a long marked text is cut, and stays on its line", "[cli]") {
  CaseResult each = result(CaseFault::differs);
  std::string marked = "一\n";
  for (int i = 0; i < 50; ++i) marked += "甲";
  each.outcome.difference = {{'-', "1 error a", marked, ""}, {'+', "1 error b", "", "消息"}, {' ', "text", {}, ""}};
  const std::string told = case_report(run_of({}).results[0].file, each, Language::zh);
  CHECK(told.find("  - 1 error a  ⟦一\\n甲") != std::string::npos);
  CHECK(told.find("…⟧\n  + 1 error b  ⟦⟧  消息\n    text\n") != std::string::npos);
}

TEST_CASE("JUnit holds what XML can hold", "[cli]") {
  const std::string xml = test_output(run_of({result(CaseFault::differs)}), "junit", Language::en);
  CHECK(xml.find("name=\"a &quot;b&quot; \xEF\xBF\xBD\"") != std::string::npos);
  CHECK(xml.find("file=\"r/c/x.test\" line=\"7\"") != std::string::npos);
  CHECK(xml.find('\x01') == std::string::npos);
}

}  // namespace
}  // namespace gialint
