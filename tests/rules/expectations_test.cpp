#include "tests/support/expectations.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/rules/rule_lint.hpp"
#include "tests/support/marked_text.hpp"

namespace gialint::test {
namespace {

TEST_CASE("marks are taken out of a text and their places kept", "[support]") {
  const Result<MarkedText> marked = MarkedText::parse("本年新收 ⟦1:5⟦a:8⟧⟧ 件⟦b:⟧，⟦无⟧");
  REQUIRE(marked.ok());
  CHECK(marked->text == "本年新收 58 件，无");
  REQUIRE(marked->marks.size() == 4);
  CHECK(marked->mark("1")->span == Span{13, 15});
  CHECK(marked->mark("a")->span == Span{14, 15});
  CHECK(marked->mark("b")->span == Span{19, 19});
  CHECK(marked->mark("c") == nullptr);
  CHECK(marked->marks[3].label.empty());
}

TEST_CASE("a mark that is not closed, or not opened, is refused", "[support]") {
  CHECK_FALSE(MarkedText::parse("⟦1:58").ok());
  CHECK_FALSE(MarkedText::parse("58⟧").ok());
}

TEST_CASE("a case file is read part by part", "[support]") {
  const Result<std::vector<RuleCase>> cases = read_rule_cases(R"(=== first
--- options
least = 3
words = ["甲", "乙"]
--- report
⟦1:甲⟧

⟦a:乙⟧
--- expect
1 error differs found="甲 \"乙\"" sum=12 related=a,a
--- fixed
丙
=== todo: second
--- report
乙
--- expect
)",
                                                              "x.test");
  REQUIRE(cases.ok());
  REQUIRE(cases->size() == 2);
  const RuleCase& first = (*cases)[0];
  CHECK(first.title == "first");
  CHECK(first.report == "⟦1:甲⟧\n\n⟦a:乙⟧");
  CHECK(std::get<std::int64_t>(first.options.at("least")) == 3);
  CHECK(std::get<std::vector<std::string>>(first.options.at("words")) == std::vector<std::string>{"甲", "乙"});
  REQUIRE(first.expected.size() == 1);
  CHECK(first.expected[0].facts == std::vector<Fact>{{"found", "甲 \"乙\""}, {"sum", "12"}});
  CHECK(first.expected[0].related == std::vector<std::string>{"a", "a"});
  CHECK(to_string(first.expected[0]) == R"(1 error differs found="甲 \"乙\"" sum=12 related=a,a)");
  CHECK(first.fixed == "丙");
  CHECK((*cases)[1].todo);
  CHECK((*cases)[1].expected.empty());
}

TEST_CASE("a mistake in a case file is named with its line", "[support]") {
  const auto failure = [](const char* text) { return to_string(read_rule_cases(text, "x.test").failure()); };
  CHECK(failure("text\n") == "x.test:1: text outside of a part");
  CHECK(failure("=== a\n--- reprot\n").rfind("x.test:2: ", 0) == 0);
  CHECK(failure("=== a\n--- report\nx\n--- expect\n1 fatal differs\n").rfind("x.test:5: ", 0) == 0);
  CHECK(failure("=== a\n--- options\nx: 3\n").rfind("x.test:3: ", 0) == 0);
  CHECK(failure("=== a\n--- expect\n").rfind("x.test:1: ", 0) == 0);
}

TEST_CASE("fixes are applied from left to right, and of two that overlap the first", "[support]") {
  std::vector<Diagnostic> diagnostics(3);
  diagnostics[0].fix = Fix{FixSafety::safe, "", {{{2, 4}, "X"}}};
  diagnostics[1].fix = Fix{FixSafety::safe, "", {{{0, 1}, ""}, {{6, 6}, "!"}}};
  diagnostics[2].fix = Fix{FixSafety::safe, "", {{{3, 5}, "Y"}}};
  CHECK(apply_fixes("abcdef", diagnostics) == "bXef!");
}

TEST_CASE("the expectations of a whole report name line, column, severity, rule and marked text", "[support]") {
  FileResult result;
  result.source = source_of("a.txt", "第一行\n本年\t58\n");
  Diagnostic diagnostic;
  diagnostic.rule = "totals/balance";
  diagnostic.severity = Severity::error;
  diagnostic.span = {13, 19};
  result.diagnostics.push_back(diagnostic);
  CHECK(expectation_lines(result) == "2:2 error totals/balance \"年\\t58\"\n");
}

}  // namespace
}  // namespace gialint::test
