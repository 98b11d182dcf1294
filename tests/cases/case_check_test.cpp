#include "engine/cases/case_check.hpp"

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"

namespace gialint {
namespace {

/// What the sample rule `id` makes of the one case in `text`.
CaseOutcome outcome_of(const std::string& text, const std::string& id = "test/error-word") {
  const std::shared_ptr<const Pack> pack = sample_pack();
  const Result<std::vector<RuleCase>> cases = read_rule_cases(text, "x.test");
  REQUIRE(cases.ok());
  return CaseChecker(pack).check(*pack->rules->find(id), cases->at(0));
}

std::string told(const CaseOutcome& outcome) {
  std::string lines;
  for (const DifferenceLine& line : outcome.difference)
    lines += std::string(1, line.sign) + " " + line.text + "|" + line.marked.value_or("?") + "|" + line.message + "\n";
  return lines;
}

TEST_CASE("a case passes when the rule says just what is expected, in every variant", "[cases]") {
  const CaseOutcome outcome = outcome_of("=== a\n--- report\n乙\n此⟦1:甲⟧\n--- expect\n1 error found word=甲\n");
  CHECK(outcome.fault == CaseFault::none);
  CHECK(outcome.variant == CaseVariant::gb18030);
  CHECK_FALSE(outcome.not_in_gb18030);
  CHECK(outcome.reached == std::set<std::string>{"found"});
  CHECK(outcome_of("=== a\n--- report\n此乙\n--- expect\n").fault == CaseFault::none);
}

TEST_CASE("what is missing and what is too much stand side by side, with the marked text", "[cases]") {
  const CaseOutcome outcome = outcome_of(
      "=== a\n--- report\n⟦1:甲⟧，⟦2:乙⟧，甲，⟦3:甲⟧\n--- expect\n1 error found word=甲\n2 error found word=甲\n3 "
      "error found word=甲\n");
  CHECK(outcome.fault == CaseFault::differs);
  CHECK(outcome.variant == CaseVariant::zh);
  CHECK(outcome.found.size() == 3);
  CHECK(told(outcome) ==
        "  1 error found word=甲|甲|\n- 2 error found word=甲|乙|\n"
        "+ 1:5-1:6 error found word=甲|甲|这里有“甲”字\n  3 error found word=甲|甲|\n");
}

TEST_CASE("options are held against those of the rule", "[cases]") {
  const std::string report = "--- report\n乙\n--- expect\n";
  CaseOutcome outcome = outcome_of("=== a\n--- options\nlimt = 3\n" + report, "test/warning-word");
  CHECK(outcome.fault == CaseFault::unsound);
  CHECK(outcome.failure.where == FilePlace{"", 3});
  CHECK(outcome.failure.what.zh.find("limit") != std::string::npos);
  outcome = outcome_of("=== a\n--- options\nlimit = \"x\"\n" + report, "test/warning-word");
  CHECK(outcome.fault == CaseFault::unsound);
}

TEST_CASE("a case that cannot be run says why", "[cases]") {
  CHECK(outcome_of("=== a\n--- report\n⟦1:甲\n--- expect\n").fault == CaseFault::unsound);
  CHECK(outcome_of("=== a\n--- report\n \n--- expect\n").fault == CaseFault::unsound);
}

TEST_CASE("a difference of texts shows the lines that differ and their neighbours", "[cases]") {
  const CaseOutcome outcome = outcome_of("=== a\n--- report\n一\n二\n三\n四\n--- expect\n--- fixed\n一\n二\n参\n四\n");
  CHECK(outcome.fault == CaseFault::fixed_differs);
  CHECK(outcome.fixed == "一\n二\n三\n四");
  CHECK(told(outcome) == "  二|?|\n- 参|?|\n+ 三|?|\n  四|?|\n");
}

}  // namespace
}  // namespace gialint
