#include "tests/support/expectations.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/rules/rule_lint.hpp"

namespace gialint::test {
namespace {

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
