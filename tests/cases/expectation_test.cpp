#include "engine/cases/expectation.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("what a case expects is written as it is read", "[cases]") {
  const std::string line = R"(1 error differs found="甲 \"乙\"" sum=12 related=a,a)";
  const Result<std::vector<RuleCase>> cases =
      read_rule_cases("=== a\n--- report\n甲\n--- expect\n" + line + "\n", "x.test");
  REQUIRE(cases.ok());
  CHECK(to_string(cases->at(0).expected.at(0)) == line);
}

TEST_CASE("a diagnostic is told in the marks of the case, and in lines and columns where there is none", "[cases]") {
  const MarkedText report = *MarkedText::parse("一行\n⟦1:甲⟧乙⟦a:丙⟧");
  const MarkedText previous = *MarkedText::parse("⟦p:丁⟧");
  const auto source = std::make_shared<const SourceText>(*SourceText::from_bytes("report.txt", report.text));
  const auto before = std::make_shared<const SourceText>(*SourceText::from_bytes("previous.txt", previous.text));
  const std::vector<MarkedSource> sources = {{"", report, *source}, {"previous:", previous, *before}};
  Diagnostic diagnostic;
  diagnostic.severity = Severity::info;
  diagnostic.message_id = "found";
  diagnostic.span = report.mark("1")->span;
  diagnostic.facts = {{"n", "3"}};
  diagnostic.related.resize(3);
  diagnostic.related[0].span = report.mark("a")->span;
  diagnostic.related[1].span = previous.mark("p")->span;
  diagnostic.related[1].source = before;
  diagnostic.related[2].span = {7, 13};
  CHECK(to_string(describe(diagnostic, sources[0], sources)) == "1 info found n=3 related=a,previous:p,2:1-2:3");
  diagnostic.span = {10, 10};
  CHECK(describe(diagnostic, sources[0], sources).label == "2:2-2:2");
}

}  // namespace
}  // namespace gialint
