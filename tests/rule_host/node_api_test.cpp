#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a node finds and cuts, and places map back to the source", "[rule_host]") {
  const std::string prose = "report:section('overall').paragraphs[1]";
  static const std::vector<Expectation> cases = {
      {":find('达到百').text", "达到百"},  // across a line break of the source
      {":find('达到百').line", "5"},
      {":find('到百').line", "6"},
      {":find('到百').column", "1"},
      {":find('到百').place", "section/overall"},
      {":find('没有')", "nil"},
      {":find('(\\\\d)件(x)?').groups[1].text", "3"},
      {":find('(\\\\d)件(x)?').groups[2]", "false"},
      {":find('件'):find('件').text", "件"},
      {":find('申请(\\\\d)件'):find('(\\\\d)').column", "6"},
      {":find('件').groups", "table"},
      {":find_all('[公开]')[3].text", "开"},
      {".text == 'x'", "false"},
      {":matches('.*扎实。')", "true"},
      {":matches('扎实')", "false"},
      {":sub(1, 2).text", "共收"},
      {":sub(-3).text", "扎实。"},
      {":sub(-3, -2).text", "扎实"},
      {":sub(3, 2).text", ""},
      {":sub(0, 100).text", "共收到申请3件，办结率达到百分之百。公开 开工作扎实。"},
      {":sub(100).empty", "true"},
      {":start().column", "1"},
      {":finish().line", "6"},
      {".folded", "共收到申请3件办结率达到百分之百公开开工作扎实"},
      {":repeats({})[1].whole.text", "开 开"},
      {":repeats({})[1].first.column", "8"},
      {":repeats({})[1].second.text", "开"},
      {":repeats({})[1].length", "1"},
      {":repeats({})[1].blank", "true"},
      {":find('办结') == report:section('overall').paragraphs[1]:find('办结')", "true"},
      {":find('办结') == report:section('overall').paragraphs[1]:find('公开')", "false"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(prose + test.expression) == test.value);
  }
}

TEST_CASE("characters that stand twice inside a wording of the form are found", "[rule_host]") {
  FakeReport fake = fake_report();
  fake.edition->phrases = {U"公开工作"};
  const std::string body =
      "for _, r in ipairs(report:section('overall').paragraphs[1]:doubled()) do "
      "ctx:emit { at = r.whole, message = 'value', data = { v = r.first.text .. r.length } } end";
  const auto pack = load_rules({{"a/x.lua", rule_text(body)}});
  const RuleOutcome outcome = RuleRunner(pack, Language::zh).run(fake.report, all_on(*pack));
  REQUIRE(outcome.failures.empty());
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].message == "值为 开1");
  CHECK(fake.report.source->slice(outcome.diagnostics[0].span) == "开 开");
}

TEST_CASE("a list is walked from 1 and cannot be changed", "[rule_host]") {
  CHECK(evaluate("(function() local n = 0 for i, s in ipairs(report.sections) do n = n * 10 + s.order + i - i end "
                 "return n end)()") == "135");
  CHECK(evaluate(
            "(function() local n = '' for i, s in pairs(report.sections) do n = n .. i .. s.id end return n end)()") ==
        "1overall2requests3other");
  CHECK(evaluate("select('#', table.unpack(report.sections))") == "3");
  CHECK(evaluate("report.sections[0]") == "nil");
  CHECK(evaluate("report.sections.first") == "failure: 规则出错：a list takes whole numbers as index, not 'first'");
  CHECK_THAT(evaluate("table.insert(report.sections, 1)"), Catch::Contains("table expected, got list"));
}

}  // namespace gialint::test
