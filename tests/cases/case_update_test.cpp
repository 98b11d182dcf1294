#include "engine/cases/case_update.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

CaseOutcome found(std::vector<ExpectedDiagnostic> diagnostics, std::optional<std::string> fixed = std::nullopt) {
  CaseOutcome outcome;
  outcome.fault = CaseFault::differs;
  outcome.found = std::move(diagnostics);
  outcome.fixed = std::move(fixed);
  return outcome;
}

std::string updated(const std::string& text, const std::vector<CaseOutcome>& outcomes) {
  return update_cases(text, *read_rule_cases(text, "x.test"), outcomes);
}

const ExpectedDiagnostic a = {"1", "error", "a", {}, {}};
const ExpectedDiagnostic b = {"2", "info", "b", {{"n", "甲 乙"}}, {"x"}};

TEST_CASE("only the lines that are wrong are written anew", "[cases]") {
  const std::string head = "# why\n\n=== one\n--- report\n⟦1:甲⟧  \n--- expect\n";
  const std::string tail = "\n=== two\n--- report\n乙\n--- expect\n2 info b related=x  n=\"甲 乙\"\n";
  CHECK(updated(head + "1  error a\n1 error c\n" + tail, {found({a, b}), CaseOutcome()}) ==
        head + "1  error a\n2 info b n=\"甲 乙\" related=x\n" + tail);
  CHECK(updated(head + "1 error c\n" + tail, {found({}), found({})}) ==
        head + "\n=== two\n--- report\n乙\n--- expect\n");
  CHECK(updated(head + tail, {found({a}), CaseOutcome()}) == head + "1 error a\n" + tail);
}

TEST_CASE("what is right, to do, or was not told stays to the byte", "[cases]") {
  const std::string text = "=== todo: one\n--- report\n甲\n--- expect\n1 error c\n=== two\n--- report\n乙";
  CaseOutcome failed;
  failed.fault = CaseFault::rule_failed;
  CHECK(updated(text, {found({a}), failed}) == text);
}

TEST_CASE("a case that expects nothing in writing gets its expectation at its end", "[cases]") {
  CHECK(updated("=== one\n--- report\n甲", {found({a})}) == "=== one\n--- report\n甲\n--- expect\n1 error a\n");
  CHECK(updated("=== one\n--- report\n甲\n--- expect", {found({a})}) ==
        "=== one\n--- report\n甲\n--- expect\n1 error a\n");
  CHECK(updated("=== one\n--- report\n甲\n=== two\n--- report\n乙\n", {found({a}), CaseOutcome()}) ==
        "=== one\n--- report\n甲\n--- expect\n1 error a\n=== two\n--- report\n乙\n");
}

TEST_CASE("the fixed text is written anew, in the file's own line ends", "[cases]") {
  CHECK(updated("=== one\r\n--- report\r\n甲\r\n--- expect\r\n--- fixed\r\n丙\r\n丁\r\n", {found({a}, "乙\n丁")}) ==
        "=== one\r\n--- report\r\n甲\r\n--- expect\r\n1 error a\r\n--- fixed\r\n乙\r\n丁\r\n");
}

}  // namespace
}  // namespace gialint
