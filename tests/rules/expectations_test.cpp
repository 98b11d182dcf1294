#include "tests/support/expectations.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/rules/rule_lint.hpp"

namespace gialint::test {
namespace {

TEST_CASE("fixes are applied from left to right, and of two that overlap the first", "[support]") {
  std::vector<Diagnostic> diagnostics(3);
  diagnostics[0].fix = Fix{FixSafety::safe, "", {{{2, 4}, "X"}}};
  diagnostics[1].fix = Fix{FixSafety::safe, "", {{{0, 1}, ""}, {{6, 6}, "!"}}};
  diagnostics[2].fix = Fix{FixSafety::safe, "", {{{3, 5}, "Y"}}};
  CHECK(apply_fixes("abcdef", diagnostics) == "bXef!");
}

TEST_CASE("what a case expects is written as it is read", "[support]") {
  const std::string line = R"(1 error differs found="甲 \"乙\"" sum=12 related=a,a)";
  const Result<std::vector<RuleCase>> cases =
      read_rule_cases("=== a\n--- report\n甲\n--- expect\n" + line + "\n", "x.test");
  REQUIRE(cases.ok());
  CHECK(to_string(cases->at(0).expected.at(0)) == line);
}

TEST_CASE("the expectations of a whole report name line, column, severity, rule and marked text", "[support]") {
  FileResult result;
  result.source = source_of("a.txt", "第一行\n本年\t58\n");
  Diagnostic diagnostic;
  diagnostic.rule = "totals/balance";
  diagnostic.severity = Severity::error;
  diagnostic.span = {13, 19};
  result.diagnostics.push_back(diagnostic);
  CHECK(expectation_lines(result) == "2:2 error totals/balance \"年\\t58\"\n");
}

}  // namespace
}  // namespace gialint::test
