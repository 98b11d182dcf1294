#include <memory>

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {
namespace {

/// What a Lua expression over `report` gives in a pack with the name table `places`.
RuleOutcome run_with_places(const std::string& body, std::string places) {
  auto names = std::make_shared<NameTables>();
  names->add("places", std::move(places), "rules/names/places.txt");
  const FakeReport fake = fake_report();
  Result<RulePack> pack = RulePack::load({{"test/rule.lua", rule_text(body)}}, names);
  REQUIRE(pack.ok());
  const auto shared = std::make_shared<const RulePack>(*std::move(pack));
  return RuleRunner(shared, Language::zh).run(fake.report, all_on(*shared));
}

TEST_CASE("a rule finds the names of a table in a node, with their place and all they may mean", "[rule_host]") {
  const RuleOutcome outcome = run_with_places(
      "for _, name in ipairs(report.title:names('places')) do\n"
      "  local v = tostring(name.full) .. ' ' .. name.meanings[1].path .. ' ' .. (name.meanings[2] or { above = '-' "
      "}).above .. name.meanings[1].written .. name.meanings[1].depth .. ' ' .. name.after:sub(1, 2).text\n"
      "  ctx:emit { at = name.at, message = 'value', data = { v = v } }\n"
      "  ctx:emit { at = name.before:finish(), message = 'plain' }\n"
      "end",
      "大省\n 甲县\n乙局|长\n小省\n 甲县\n");
  REQUIRE(outcome.failures.empty());
  REQUIRE(outcome.diagnostics.size() == 4);
  const Span first = place_in(fake_text, "甲县");
  const Span second = place_in(fake_text, "乙局");
  CHECK(outcome.diagnostics[0].span == Span{first.begin, first.begin});
  CHECK(outcome.diagnostics[1].span == first);
  CHECK(outcome.diagnostics[1].facts.at(0).value == "true 大省/甲县/ 小省/大省甲县2 乙局");
  CHECK(outcome.diagnostics[2].span == Span{second.begin, second.begin});
  CHECK(outcome.diagnostics[3].span == second);
  CHECK(outcome.diagnostics[3].facts.at(0).value == "false 乙局长/ -乙局长1  2");
}

TEST_CASE("a table that is not there, or is none, is the rule's failure", "[rule_host]") {
  const auto failure = [](const std::string& body, const std::string& places) {
    const RuleOutcome outcome = run_with_places(body, places);
    REQUIRE(outcome.failures.size() == 1);
    return outcome.failures[0].failure.what.zh;
  };
  CHECK(failure("report:names('people')", "大省\n") == "规则出错：no name table 'people'");
  CHECK(failure("report:names('places')", "大\n") == "规则出错：rules/names/places.txt:1: 名称和简称都至少要有两个字");
}

}  // namespace
}  // namespace gialint::test
