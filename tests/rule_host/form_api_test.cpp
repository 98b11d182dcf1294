#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a rule reads the form", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"report.form.name", "试用格式"},
      {"report.form.document_number", "试办〔2021〕1号"},
      {"report.form.document_title", "关于印发试用格式的通知"},
      {"report.form.title_core", "政府信息公开工作年度报告"},
      {"report.form.first_report_year", "2021"},
      {"report.form.last_report_year", "nil"},
      {"#report.form.sections", "5"},
      {"report.form.sections[2].id", "active"},
      {"report.form:section('requests').heading", "三、收到和处理情况"},
      {"report.form:section('requests').numeral", "三"},
      {"report.form:section('requests').title", "收到和处理情况"},
      {"report.form:section('requests').order", "3"},
      {"report.form:section('requests').kind", "table"},
      {"report.form:section('requests').tables[1]", "requests"},
      {"table.concat(report.form:section('overall').accepted, '|')", "总体工作情况"},
      {"#report.form:section('overall').deviant", "0"},
      {"report.form:section('none')", "nil"},
      {"report.form.period_start", "01-01"},
      {"report.form.period_end", "12-31"},
      {"#report.form:section('overall').topics", "2"},
      {"#report.form:section('active').topics", "0"},
      {"report.form:section('overall').topics[1].id", "supervision"},
      {"report.form:section('overall').topics[1].title", "监督保障"},
      {"table.concat(report.form:section('overall').topics[1].keywords, '|')", "监督|保障"},
      {"report.form:section('overall').topics[1].pattern", "监督|保障"},
      {"report.form:section('overall').topics[1].required", "true"},
      {"report.form:section('overall').topics[1].expected", "false"},
      {"report.form:section('overall').topics[1].part_of", ""},
      {"report.form:section('overall').topics[2].expected", "true"},
      {"report.form:section('overall').topics[2].required_for[1]", "people_government"},
      {"report.form:section('overall').topics[2].advised_for[1]", "town_government"},
      {"#report.form:section('overall').topics[2].all_of", "2"},
      {"report.form:section('overall').topics[2].all_of[2][2]", "问责"},
      {"report.form:section('overall').topics[2].part_of", "supervision"},
      {"report.form.tables[2].id", "litigation"},
      {"report.form:table('requests').label_column", "信息内容"},
      {"report.form:table('requests').caption", ""},
      {"report.form:table('requests').note", ""},
      {"report.form:table('none')", "nil"},
      {"report.form:table('requests').rows[2].label", "上年结转"},
      {"report.form:table('requests'):row('carried').id", "carried"},
      {"report.form:table('requests'):row('carried').role", ""},
      {"report.form:table('requests'):row('none')", "nil"},
      {"report.form:table('requests'):column('total').label", "总计"},
      {"report.form:table('requests'):column('none')", "nil"},
      {"report.form:table('requests'):row('carried').folded", "上年结转"},
      {"report.form:table('requests'):column('total').folded", "总计"},
      {"report.form:table('requests'):column('total').signed", "false"},
      {"#report.form.floors", "1"},
      {"report.form.floors[1].id", "requests.floor"},
      {"report.form.floors[1].table", "requests"},
      {"report.form.floors[1].scope", "row"},
      {"report.form.floors[1].severity", "warning"},
      {"report.form.floors[1].left[1]", "total"},
      {"table.concat(report.form.floors[1].right, '|')", "person|company"},
      {"table.concat(report.form.floors[1].minus, '|')", "company"},
      {"report.form == report.expected_form", "true"},
      {"report.form:section('overall') == report.form:section('active')", "false"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression) == test.value);
  }
}

TEST_CASE("a form has no place in the report", "[rule_host]") {
  CHECK(evaluate("report.form.text") == "failure: 规则出错：Form has no field 'text'");
  const RuleOutcome outcome = run_rule("ctx:emit { at = report.form, message = 'plain' }");
  REQUIRE(outcome.failures.size() == 1);
  CHECK(outcome.failures[0].failure.what.zh == "规则出错：at: Node expected, got Form");
}

}  // namespace gialint::test
