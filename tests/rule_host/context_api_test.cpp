#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

namespace {

Diagnostic only(const RuleOutcome& outcome) {
  for (const RuleFailure& failure : outcome.failures) {
    FAIL(to_string(failure.failure, Language::zh));
  }
  REQUIRE(outcome.diagnostics.size() == 1);
  return outcome.diagnostics[0];
}

std::string failure_of(const RuleOutcome& outcome) {
  REQUIRE(outcome.failures.size() == 1);
  CHECK(outcome.diagnostics.empty());
  CHECK(to_string(outcome.failures[0].failure.where) == "rules/test/rule.lua:12");
  constexpr std::string_view prefix = "规则出错：";
  return outcome.failures[0].failure.what.zh.substr(prefix.size());
}

const char* const fixable = "fixable = 'safe',";

}  // namespace

TEST_CASE("a rule emits a diagnostic with facts and related places", "[rule_host]") {
  const Diagnostic diagnostic =
      only(run_rule("ctx:emit { at = report:cell('requests/received/total'), message = 'value', data = { v = 4, a = "
                    "ctx.decimal('0.5') },"
                    " related = { { at = report:cell('requests/received/person') },"
                    " { at = report:section('other'), message = 'value', data = { v = 'x' } }, { at = report.title, "
                    "message = 'value' } } }"));
  CHECK(diagnostic.rule == "test/rule");
  CHECK(diagnostic.severity == Severity::warning);
  CHECK(fake_text.substr(diagnostic.span.begin, diagnostic.span.size()) == "4");
  CHECK(diagnostic.place == "requests/received/total");
  CHECK(diagnostic.message_id == "value");
  CHECK(diagnostic.message == "值为 4");
  CHECK(diagnostic.facts == std::vector<Fact>{{"a", "0.5"}, {"v", "4"}});
  REQUIRE(diagnostic.related.size() == 3);
  CHECK(diagnostic.related[0].place == "requests/received/person");
  CHECK(diagnostic.related[0].message.empty());
  CHECK(diagnostic.related[1].message == "值为 x");
  CHECK(diagnostic.related[2].message == "值为 4");  // the diagnostic's own data
  CHECK_FALSE(diagnostic.fix);
  CHECK(diagnostic.emission == 0);
}

TEST_CASE("severity and place can be given", "[rule_host]") {
  const Diagnostic diagnostic = only(
      run_rule("ctx:emit { at = report.title.year_node, message = 'plain', severity = 'info', place = 'title/year' }"));
  CHECK(diagnostic.severity == Severity::info);
  CHECK(diagnostic.place == "title/year");
}

TEST_CASE("a value that spans lines is shown on one", "[rule_host]") {
  const Diagnostic diagnostic =
      only(run_rule("ctx:emit { at = report, message = 'value', data = { v = '本年度\\n止件数' } }"));
  CHECK(diagnostic.message == "值为 本年度止件数");
  CHECK(diagnostic.facts[0].value == "本年度止件数");
}

TEST_CASE("an emission that is not well formed is a rule error", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"{ message = 'plain' }", "at: Node expected, got nil"},
      {"{ at = 3, message = 'plain' }", "at: Node expected, got number"},
      {"{ at = report }", "message: id of a message expected, got nil"},
      {"{ at = report, message = 'plan' }", "the rule has no message 'plan'; did you mean 'plain'?"},
      {"{ at = report, message = 'value' }", "message 'value': no value in data for {v}"},
      {"{ at = report, message = 'value', data = { v = true } }",
       "data.v: string, integer or Decimal expected, got boolean"},
      {"{ at = report, message = 'value', data = { v = 0.5 } }",
       "data.v: string, integer or Decimal expected, got float"},
      {"{ at = report, message = 'value', data = { v = report } }",
       "data.v: string, integer or Decimal expected, got userdata"},
      {"{ at = report, message = 'value', data = { v = ('中'):sub(1, 2) } }",
       "data.v: a character was cut in two; use node:sub or utf8"},
      {"{ at = report, message = 'value', data = { 'x' } }", "data: names are lower case letters, digits and '_'"},
      {"{ at = report, message = 'plain', data = 3 }", "data: table expected, got number"},
      {"{ at = report, mesage = 'plain' }", "emit has no field 'mesage'; did you mean 'message'?"},
      {"{ at = report, message = 'plain', severity = 'fatal' }", "severity: 'error', 'warning' or 'info' expected"},
      {"{ at = report, message = 'plain', place = 3 }", "place: string expected, got number"},
      {"{ at = report, message = 'plain', related = { report } }",
       "related: { at =, message =, data = } expected, got userdata"},
      {"{ at = report, message = 'plain', related = { { message = 'plain' } } }", "related.at: Node expected, got nil"},
      {"{ at = report, message = 'plain', related = { { at = report, text = 'x' } } }",
       "related has no field 'text'; did you mean 'at'?"},
      {"{ at = report, message = 'plain', explains = 'requests.total' }", "explains: Explanation expected, got string"},
      {"{ at = report, message = 'plain', fix = { message = 'plain', edits = { ctx.edit.delete(report) } } }",
       "a fix from a rule that does not declare 'fixable'"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    const std::string what = failure_of(run_rule(std::string("ctx:emit ") + test.expression));
    // The nearest name is the text layer's business.
    CHECK(what.substr(0, what.find(';')) == std::string(test.value).substr(0, std::string(test.value).find(';')));
  }
}

TEST_CASE("a diagnostic carries the sums of the explanation that it tells", "[rule_host]") {
  const Diagnostic diagnostic =
      only(run_rule("local e = report:explanations()[1] ctx:emit { at = report, message = 'plain', explains = e }",
                    "explains = { 'requests.total' },"));
  CHECK(diagnostic.sums == std::vector<FailedSum>{{"requests.total", "received"}, {"requests.balance", "total"}});
  CHECK(only(run_rule("ctx:emit { at = report, message = 'plain', explains = nil }")).sums.empty());
}

TEST_CASE("related and fix may be false: the fruit of 'and'", "[rule_host]") {
  CHECK(
      only(run_rule("ctx:emit { at = report, message = 'plain', related = false, fix = nil and {} }")).related.empty());
}

TEST_CASE("a fix carries its edits in order", "[rule_host]") {
  const Diagnostic diagnostic = only(
      run_rule("local s = report:section('overall') ctx:emit { at = s, message = 'plain', fix = { message = 'change',"
               " data = { want = '第一部分' }, edits = { ctx.edit.insert_after(s.title, '！'), "
               "ctx.edit.replace(s.numeral, '第一部分 '),"
               " ctx.edit.insert_before(s.mark, '\\n'), ctx.edit.delete(s.mark) } } }",
               fixable));
  REQUIRE(diagnostic.fix);
  CHECK(diagnostic.fix->safety == FixSafety::safe);
  CHECK(diagnostic.fix->message == "改为“第一部分”");
  REQUIRE(diagnostic.fix->edits.size() == 4);
  CHECK(diagnostic.fix->edits[0].replacement == "\n");
  CHECK(fake_text.substr(diagnostic.fix->edits[1].span.begin, 2) == "##");
  CHECK(diagnostic.fix->edits[1].replacement.empty());
  CHECK(diagnostic.fix->edits[2].replacement == "第一部分 ");
  CHECK(diagnostic.fix->edits[3].span.empty());
}

TEST_CASE("a fix may promise less than the rule declares, never more", "[rule_host]") {
  const std::string body =
      "ctx:emit { at = report, message = 'plain', fix = { message = 'plain', safety = 'SAFETY', "
      "edits = { ctx.edit.delete(report:find('无')) } } }";
  const auto with = [&body](const std::string& safety) {
    std::string text = body;
    return text.replace(text.find("SAFETY"), 6, safety);
  };
  CHECK(only(run_rule(with("unsafe"), fixable)).fix->safety == FixSafety::unsafe);
  CHECK(only(run_rule(with("suggestion"), "fixable = 'unsafe',")).fix->safety == FixSafety::suggestion);
  CHECK(failure_of(run_rule(with("safe"), "fixable = 'unsafe',")) ==
        "fix.safety is 'safe', but the rule declares fixable = 'unsafe'");
  CHECK(failure_of(run_rule(with("unsafe"), "fixable = 'suggestion',")) ==
        "fix.safety is 'unsafe', but the rule declares fixable = 'suggestion'");
  CHECK(failure_of(run_rule(with("sure"), fixable)) == "fix.safety: 'safe', 'unsafe' or 'suggestion' expected");
}

TEST_CASE("a fix that is not well formed is a rule error", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"{ message = 'plain' }", "fix.edits: list of at least one edit expected"},
      {"{ message = 'plain', edits = {} }", "fix.edits: list of at least one edit expected"},
      {"{ message = 'plain', edits = { report } }", "fix.edits: what ctx.edit gives expected, got userdata"},
      {"{ message = 'plain', edits = { { replacement = 'x' } } }",
       "fix.edits: what ctx.edit gives expected, got table"},
      {"{ edits = { ctx.edit.delete(report.title) } }", "message: id of a message expected, got nil"},
      {"{ message = 'plain', edits = { ctx.edit.delete(report.title), ctx.edit.delete(report.title.organ) } }",
       "fix.edits: two edits overlap"},
      {"{ message = 'plain', edits = { ctx.edit.insert_after(report, 'a'), ctx.edit.insert_after(report, 'b') } }",
       "fix.edits: two edits overlap"},
      {"{ message = 'plain', edits = { ctx.edit.replace(report:cell('requests/received/total'), '3') } }",
       "fix: a change to a number is never safe"},
      {"{ message = 'plain', edits = { ctx.edit.replace(report.claims[1]:sub(1, 1), '3') } }",
       "fix: a change to a number is never safe"},
      {"{ message = 'plain', edits = { ctx.edit.replace(report.title, ('中'):sub(1, 1)) } }",
       "edit: a character was cut in two; use node:sub or utf8"},
      {"{ message = 'plain', edits = { ctx.edit.replace(report.title) } }", "edit: string expected, got no value"},
      {"'x'", "fix: table expected, got string"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(failure_of(run_rule(std::string("ctx:emit { at = report, message = 'plain', fix = ") + test.expression + " }",
                              fixable)) == test.value);
  }
}

TEST_CASE("need ends a rule without a failure, and keeps what it said before", "[rule_host]") {
  CHECK(only(run_rule("ctx:emit { at = report, message = 'plain' } ctx:need(report:table('litigation')) error('no')"))
            .message == "有误");
  CHECK(evaluate("ctx:need(report:table('requests')).id") == "requests");
  CHECK(evaluate("ctx:need(nil)") == "nothing");
}

TEST_CASE("a rule sees its options, the defaults and those that are set", "[rule_host]") {
  const std::string fields = R"(options = {
    words = { type = "list", default = { "甲", "乙" }, doc = { zh = "词", en = "words" } },
    least = { type = "integer", default = 3, min = 1, doc = { zh = "数", en = "number" } },
    strict = { type = "boolean", default = false, doc = { zh = "严", en = "strict" } },
    mode = { type = "choice", values = { "a", "b" }, default = "a", doc = { zh = "式", en = "mode" } } },)";
  const std::string expression =
      "table.concat(ctx.options.words, '+') .. ctx.options.least .. "
      "tostring(ctx.options.strict) .. ctx.options.mode";
  CHECK(evaluate(expression, fields) == "甲+乙3falsea");
  CHECK(evaluate("(function() ctx.options.least = 9 return ctx.options.least end)()", fields) == "9");

  const FakeReport fake = fake_report();
  const auto pack =
      load_rules({{"test/rule.lua", rule_text("ctx:emit { at = report, message = 'value', data = { v = " + expression +
                                                  " } } ctx.options.least = 100",
                                              fields)}});
  RuleRunner runner(pack, Language::en);
  RuleSettings settings = all_on(*pack);
  settings["test/rule"].options = {{"words", std::vector<std::string>{"丙"}}, {"strict", true}};
  CHECK(only(runner.run(fake.report, settings)).message == "value '丙3truea'");
  CHECK(only(runner.run(fake.report, all_on(*pack))).message == "value '甲+乙3falsea'");
}

}  // namespace gialint::test
