#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a rule reads claims and mentions", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"#report.claims", "1"},
      {"report.claims[1].text", "3"},
      {"report.claims[1].measure", "requests.received"},
      {"report.claims[1].value", "3"},
      {"report.claims[1].low", "3"},
      {"report.claims[1].high", "9"},
      {"report.claims[1].exactness", "at_least"},
      {"report.claims[1].in_words", "false"},
      {"report.claims[1].ambiguous", "false"},
      {"report.claims[1].weak", "false"},
      {"report.claims[1].scope", "own"},
      {"report.claims[1].year", "nil"},
      {"report.claims[1].section", "overall"},
      {"report.claims[1].place", "section/overall"},
      {"report.claims[1].clause.text", "共收到申请3件"},
      {"report.claims[1].cell_at_fault", "false"},
      {"#report.claims[1].readings", "2"},
      {"report.claims[1].readings[1].label", "新收加结转"},
      {"report.claims[1].readings[1].sum", "3.5"},
      {"report.claims[1].readings[1].cells[2].place", "requests/carried/person"},
      {"#report.claims[1].readings[1].cells", "2"},
      {"report.claims[1].readings[1].minus[1].value", "0.5"},
      {"report.claims[1].readings[2].sum", "nil"},
      {"#report.mentions", "1"},
      {"report.mentions[1].kind", "count"},
      {"report.mentions[1].value", "3"},
      {"report.mentions[1].low", "3"},
      {"report.mentions[1].high", "3"},
      {"report.mentions[1].exactness", "exact"},
      {"report.mentions[1].unit", "件"},
      {"report.mentions[1].unit_node.text", "件"},
      {"report.mentions[1].section", "overall"},
      {"report.mentions[1].place", "section/overall"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression) == test.value);
  }
}

}  // namespace gialint::test
