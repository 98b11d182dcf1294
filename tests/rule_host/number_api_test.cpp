#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("decimals are exact and mix with integers", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"ctx.decimal('0.1') + ctx.decimal('0.2')", "0.3"},
      {"ctx.decimal('0.1') * 3 == ctx.decimal('0.3')", "true"},
      {"ctx.decimal('0.5') + ctx.decimal('0.5')", "1"},
      {"math.type(ctx.decimal('0.5') * 2)", "integer"},
      {"1 - ctx.decimal('0.25')", "0.75"},
      {"-ctx.decimal('0.25')", "-0.25"},
      {"ctx.decimal('0.25') < 1", "true"},
      {"1 <= ctx.decimal('0.25')", "false"},
      {"ctx.decimal('0.25') == 1", "false"},
      {"ctx.decimal('2')", "2"},
      {"ctx.decimal(7)", "7"},
      {"ctx.decimal('0.25') .. '万元'", "0.25万元"},
      {"'共' .. ctx.decimal('0.25')", "共0.25"},
      {"report:cell('requests/carried/total').value * 2", "1"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression) == test.value);
  }
}

TEST_CASE("decimals refuse what they cannot do exactly", "[rule_host]") {
  CHECK(evaluate("ctx.decimal('0.5') + 0.5") == "failure: 规则出错：a Decimal does not mix with a float");
  CHECK(evaluate("ctx.decimal('0.5') + 'x'") == "failure: 规则出错：number expected, got string");
  CHECK(evaluate("ctx.decimal('0.5') < report") == "failure: 规则出错：number expected, got userdata");
  CHECK(evaluate("ctx.decimal('123456789.5') * ctx.decimal('123456789.123')") ==
        "failure: 规则出错：the result has more than 18 digits");
  CHECK(evaluate("ctx.decimal('0.5') .. report") == "failure: 规则出错：string expected, got userdata");
  CHECK(evaluate("ctx.decimal('many')") == "failure: 规则出错：decimal: no number of at most 18 digits");
}

TEST_CASE("a sum is nil as soon as one cell does not count", "[rule_host]") {
  CHECK(evaluate("ctx.sum(report.tables[1].rows[1].cells)") == "7");
  CHECK(evaluate("ctx.sum { report:cell('requests/carried/total'), report:cell('requests/carried/person') }") == "0.5");
  CHECK(evaluate("ctx.sum(report.tables[1].rows[2].cells)") == "nil");
  CHECK(evaluate("ctx.sum {}") == "0");
  CHECK(evaluate("ctx.sum { 1 }") == "failure: 规则出错：sum: Cell expected, got number");
  CHECK(evaluate("ctx.sum { report }") == "failure: 规则出错：sum: Cell expected, got Report");
}

}  // namespace gialint::test
