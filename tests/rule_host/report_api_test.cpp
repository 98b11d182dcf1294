#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a rule reads the report, its title and its sections", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"report.year", "2023"},
      {"report.organ_kind", "department"},
      {"report.organ.kind", "department"},
      {"report.organ.from", "title"},
      {"report.organ.doubtful", "false"},
      {"report.format", "markdown"},
      {"report.undecodable", "0"},
      {"report.previous", "nil"},
      {"report.title.text", "甲县乙局 2023年政府信息公开工作年度报告"},
      {"report.title.organ.text", "甲县乙局"},
      {"report.title.organ_name", "甲县乙局"},
      {"report.title.year", "2023"},
      {"report.title.year_node.text", "2023"},
      {"report.title.core:start().line", "1"},
      {"report.title.match", "official"},
      {"report.title.wording", "政府信息公开工作年度报告"},
      {"report.title.place", "title"},
      {"#report.preface", "1"},
      {"report.preface[1].text", "根据要求编制本报告。"},
      {"report.preface[1].place", "preface"},
      {"report.preface[1].heading", "false"},
      {"report.preface[1].heading_level", "0"},
      {"#report.sections", "3"},
      {"report.sections[4]", "nil"},
      {"report.sections[2].id", "requests"},
      {"report:section('overall').text", "一、总体情况"},
      {"report:section('overall').place", "section/overall"},
      {"report:section('overall').numeral.text", "一、"},
      {"report:section('overall').title.text", "总体情况"},
      {"report:section('overall').number", "1"},
      {"report:section('overall').style", "comma"},
      {"report:section('overall').level", "2"},
      {"report:section('overall').mark.text", "##"},
      {"report:section('overall').mark.column", "1"},
      {"report:section('other').mark.empty", "true"},
      {"report:section('other').position", "3"},
      {"report:section('other').order", "5"},
      {"report:section('other').in_order", "true"},
      {"report:section('other').match", "official"},
      {"report:section('other').wording", "其他事项"},
      {"report:section('other').form.heading", "六、其他事项"},
      {"report:section('other').body:find('无').line", "13"},
      {"report:section('overall').paragraphs[1].text", "共收到申请3件，办结率达到百分之百。公开 开工作扎实。"},
      {"report:section('overall').paragraphs[1].place", "section/overall"},
      {"report:section('overall').heading == report:section('overall').heading", "true"},
      {"report:section('litigation')", "nil"},
      {"report:section('no_such')", "nil"},
      {"report:table('requests').id", "requests"},
      {"report:table('litigation')", "nil"},
      {"report:cell('requests/received/total').value", "4"},
      {"report:cell('litigation/received/total').state", "absent"},
      {"report:cell('requests/received/none')", "nil"},
      {"report:cell('none/received/total')", "nil"},
      {"report.form.id", "2021"},
      {"report.expected_form.id", "2021"},
      {"report:find('上年结转').line", "10"},
      {"report.paragraphs[1] == (report.preface[1] or report.sections[1].paragraphs[1])", "true"},
      {"report.paragraphs:find('办结率(达到)').groups[1].text", "达到"},
      {"report.paragraphs:find('办结率').place", "section/overall"},
      {"report.paragraphs:find('决不')", "nil"},
      {"#report.paragraphs:with('公开') .. report.paragraphs:with('办结率')[1].place", "1section/overall"},
      {"report:section('overall').paragraphs:with('办结率')[1] == report:section('overall').paragraphs[1]", "true"},
      {"report.sections:find('x')", "failure: 规则出错：only lists of paragraphs can be searched"},
      {"report.paragraphs.found", "failure: 规则出错：a list takes whole numbers as index, not 'found'"},
      {"report:finish().line", "14"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression) == test.value);
  }
}

TEST_CASE("a gap stands at the next section found in the form's order, else at the end", "[rule_host]") {
  CHECK(evaluate("report:gap('litigation').line") == "12");
  CHECK(evaluate("report:gap('section/active').line") == "7");
  CHECK(evaluate("report:gap('active').place") == "section/active");
  CHECK(evaluate("report:gap('other').line") == "14");
  CHECK(evaluate("report:gap('active').empty") == "true");
  CHECK(evaluate("report:gap('nothing')") == "failure: 规则出错：gap: the form has no section 'nothing'");
}

TEST_CASE("a report without title and year has none", "[rule_host]") {
  FakeReport fake = fake_report();
  fake.report.outline.title.reset();
  fake.report.year.reset();
  const auto pack =
      load_rules({{"test/rule.lua", rule_text("if report.title == nil and report.year == nil then "
                                              "ctx:emit { at = report:start(), message = 'plain' } end")}});
  const RuleOutcome outcome = RuleRunner(pack, Language::zh).run(fake.report, all_on(*pack));
  CHECK(outcome.failures.empty());
  CHECK(outcome.diagnostics.size() == 1);
}

}  // namespace gialint::test
