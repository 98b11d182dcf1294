#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a rule finds the shared shapes of rules in gia", "[rule_host]") {
  CHECK(evaluate("type(gia.report_totals)") == "function");
  CHECK(evaluate("type(gia)") == "userdata");
}

TEST_CASE("a rule names rows, columns and tables as its neighbours do", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"gia.row_name(report.tables[1].rows[1])", "本年新收"},
      {"gia.column_name(report.tables[1].columns[3])", "总计"},
      {"gia.column_name(report.tables[2].columns[3])", "总计"},  // not found: as on the form
      {"gia.line_name(report:cell('requests/received/total'))", "本年新收"},
      {"gia.table_name(report.tables[1])", "收到和处理情况"},
      {"gia.table_place(report.tables[1]).text", "自然人"},
      {"gia.table_place(report.tables[2]).empty", "true"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression) == test.value);
  }
}

TEST_CASE("a habit is said once, with nine more of its places", "[rule_host]") {
  const RuleOutcome outcome = run_rule(
      "local places = {} for i = 1, 30 do places[i] = report:sub(i, i) end "
      "gia.emit_at_first(ctx, places, { message = 'value', data = { v = #places } })",
      "");
  CHECK(outcome.failures.size() == 1);  // the rule declares no message `also`
  const std::string declared = "messages = { value = { zh = '{v}', en = '{v}' }, also = { zh = '也', en = 'too' } },";
  const RuleOutcome said = run_rule(
      "local places = {} for i = 1, 30 do places[i] = report:sub(i, i) end "
      "gia.emit_at_first(ctx, places, { message = 'value', data = { v = #places } })",
      declared);
  REQUIRE(said.diagnostics.size() == 1);
  CHECK(said.diagnostics[0].related.size() == 9);
  CHECK(said.diagnostics[0].facts.at(0).value == "30");
}

TEST_CASE("words become one pattern, whatever stands in them", "[rule_host]") {
  CHECK(evaluate("gia.any_of({ '甲', 'a.b' })") == "(?:\\Q甲\\E|\\Qa.b\\E)");
  CHECK(evaluate("gia.any_of({ '公开', '公开工作', '年报' })") == "(?:\\Q公开工作\\E|\\Q公开\\E|\\Q年报\\E)");
  CHECK(evaluate("gia.any_of({ 1 })") == "failure: 规则出错：any_of: list of strings expected");
  CHECK(evaluate("report.title:find(gia.any_of({ '丙', '乙局' })).text") == "乙局");
  CHECK(evaluate("report.title:find(gia.any_of({ '乙.' }))") == "nil");
}

TEST_CASE("a short name keeps the order of the long one's characters", "[rule_host]") {
  CHECK(evaluate("gia.abbreviates('人社局', '青石县人力资源和社会保障局')") == "true");
  CHECK(evaluate("gia.abbreviates('民政局', '民政局')") == "true");
  CHECK(evaluate("gia.abbreviates('', '民政局')") == "true");
  CHECK(evaluate("gia.abbreviates('社人局', '青石县人力资源和社会保障局')") == "false");
  CHECK(evaluate("gia.abbreviates('民政局', '政局')") == "false");
}

TEST_CASE("what rules share cannot be changed by one of them", "[rule_host]") {
  const std::string before = evaluate("type(gia.report_totals)");
  CHECK_FALSE(evaluate("(function() gia.report_totals = nil return 1 end)()") == "1");
  CHECK(evaluate("type(gia.report_totals)") == before);
}

}  // namespace gialint::test
