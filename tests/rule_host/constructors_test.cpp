#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a rule finds the shared shapes of rules in gia", "[rule_host]") {
  CHECK(evaluate("type(gia.report_totals)") == "function");
  CHECK(evaluate("type(gia)") == "userdata");
}

TEST_CASE("what rules share cannot be changed by one of them", "[rule_host]") {
  const std::string before = evaluate("type(gia.report_totals)");
  CHECK_FALSE(evaluate("(function() gia.report_totals = nil return 1 end)()") == "1");
  CHECK(evaluate("type(gia.report_totals)") == before);
}

}  // namespace gialint::test
