#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a rule finds the shared shapes of rules in gia", "[rule_host]") {
  CHECK(evaluate("type(gia.totals)") == "function");
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
  const std::string before = evaluate("type(gia.totals)");
  CHECK_FALSE(evaluate("(function() gia.totals = nil return 1 end)()") == "1");
  CHECK(evaluate("type(gia.totals)") == before);
}

namespace {

/// A rule that `constructor`, a function of gia, makes of the usual fields and `own`.
std::string made_rule(const std::string& constructor, const std::string& own) {
  return "return gia." + constructor + R"( {
  api = 1, since = "0.1.0", severity = "warning", precision = "high",
  title = { zh = "题目", en = "title" }, help = { zh = "怎么办", en = "what to do" }, basis = { "依据" },
  )" + own +
         " }";
}

/// The messages of such a rule on the fake report, each with the text it marks; "failure: …" when it fails.
std::vector<std::string> said(const std::string& constructor, const std::string& own) {
  const Result<RulePack> pack = RulePack::load({{"test/rule.lua", made_rule(constructor, own)}});
  if (!pack) return {"failure: " + pack.failure().what.zh};
  const FakeReport fake = fake_report();
  const auto shared = std::make_shared<const RulePack>(*pack);
  const RuleOutcome outcome = RuleRunner(shared, Language::zh, {}).run(fake.report, all_on(*shared));
  std::vector<std::string> lines;
  for (const RuleFailure& failure : outcome.failures) lines.push_back("failure: " + failure.failure.what.zh);
  for (const Diagnostic& each : outcome.diagnostics) {
    lines.push_back(std::string(fake_text.substr(each.span.begin, each.span.size())) + ": " + each.message);
    for (const Related& related : each.related) lines.push_back("  " + related.message);
    for (const Edit& edit : each.fix ? each.fix->edits : std::vector<Edit>())
      lines.push_back("  > " + edit.replacement);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a sum is a rule", "[rule_host]") {
  CHECK(said("sum", "table = 'requests', per = 'row', total = 'person', parts = { 'company' }") ==
        Lines{"2: “本年新收”的“自然人”为 2，各项之和为 1", "  “企业”为 1"});
  CHECK(said("sum", "table = 'requests', per = 'row', total = 'person', parts = { 'person' }, minus = { 'company' }") ==
        Lines{"2: “本年新收”的“自然人”为 2，各项之和为 1", "  “自然人”为 2", "  减去“企业” 1"});
  // What the totals of the form explain already is not said twice.
  CHECK(said("sum", "table = 'requests', per = 'row', total = 'total', parts = { 'person', 'company' }").empty());
  CHECK(said("sum", "table = 'requests', per = 'column', total = 'received', parts = { 'carried' }")[0] ==
        "2: “自然人”的“本年新收”为 2，各项之和为 0");
  // A table that is not there, a cell that does not count: nothing.
  CHECK(said("sum", "table = 'litigation', per = 'row', total = 'total', parts = { 'person' }").empty());
  CHECK(said("sum", "per = 'row', total = 'total', parts = {}")[0].find("table: string expected") != std::string::npos);
}

TEST_CASE("what the totals explain of some sums is a rule", "[rule_host]") {
  const std::string own =
      "explains = { 'requests.total' }, fixable = 'unsafe', line = { zh = '“{line}”行', en = '{line}' }";
  const Lines lines = said("totals", own);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] ==
        "4: “本年新收”行“总计”填写为 4：“总计”为 4，各项之和为 3；另一合计要求这里是 3，同一合计中另有一处也不符");
  CHECK(lines[3] == "  > 3");
  const Lines sides = said("totals", own + ", sides = { zh = '两边为 {left} 和 {right}', en = '{left} and {right}' }");
  CHECK(sides[0].find("填写为 4：两边为 4 和 3；另一") != std::string::npos);
  CHECK(said("totals", "explains = { 'requests.floor' }, line = { zh = '', en = '' }").empty());
  CHECK(said("totals", "line = { zh = '', en = '' }")[0].find("explains: table expected") != std::string::npos);
}

TEST_CASE("a section that must be there, and what it must say, are rules", "[rule_host]") {
  CHECK(said("required_section", "section = 'overall'").empty());
  CHECK(said("required_section", "section = 'overall', says = '办结率'").empty());
  CHECK(said("required_section", "section = 'overall', says = '收费'")[0].find("没有写到规定的内容") !=
        std::string::npos);
  CHECK(said("required_section", "section = 'active'")[0].find(": 缺少“主动公开情况”") != std::string::npos);
}

TEST_CASE("a wording is a rule, with a fix where it may have one", "[rule_host]") {
  CHECK(said("wording", "pattern = '办结率', want = '答复率', fixable = 'suggestion'") ==
        Lines{"办结率: “办结率”应为“答复率”", "  > 答复率"});
  CHECK(said("wording", "pattern = '办(结率)', want = '结比'") == Lines{"结率: “结率”应为“结比”"});
  CHECK(said("wording", "pattern = '办结率'") == Lines{"办结率: 不应有“办结率”"});
  CHECK(said("wording", "pattern = '办结率', want = '办结率'").empty());
}

TEST_CASE("cells that must agree are a rule", "[rule_host]") {
  CHECK(said("equal_cells", "cells = { 'requests/received/person', 'requests/received/company' }") ==
        Lines{"1: “本年新收”的“企业”为 1，“本年新收”的“自然人”为 2，应当一致", "  “本年新收”的“自然人”为 2"});
  CHECK(said("equal_cells", "cells = { 'requests/received/person', 'litigation/received/person' }").empty());
}

}  // namespace gialint::test
