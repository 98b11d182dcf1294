#include "engine/cases/rule_case.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a case file is read part by part", "[cases]") {
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
  CHECK(first.fixed == "丙");
  CHECK((*cases)[1].todo);
  CHECK((*cases)[1].expected.empty());
}

TEST_CASE("a mistake in a case file is named with its line", "[cases]") {
  const auto failure = [](const char* text) {
    return to_string(read_rule_cases(text, "x.test").failure(), Language::en);
  };
  CHECK(failure("text\n") ==
        "x.test:1: text outside of a part: a case begins with '=== title', and has --- report, --- expect, …");
  CHECK(failure("=== a\n--- reprot\n").rfind("x.test:2: ", 0) == 0);
  CHECK(failure("=== a\n--- report\nx\n--- expect\n1 fatal differs\n").rfind("x.test:5: ", 0) == 0);
  CHECK(failure("=== a\n--- options\nx: 3\n").rfind("x.test:3: ", 0) == 0);
  CHECK(failure("=== a\n--- expect\n").rfind("x.test:1: ", 0) == 0);
  CHECK(failure("=== a\n--- report\nx\n--- expect\n--- expect\n").rfind("x.test:5: ", 0) == 0);
  CHECK(failure("=== a\n--- report\nx\n--- report\ny\n").rfind("x.test:4: ", 0) == 0);
  CHECK(failure("").rfind("x.test:1: no case", 0) == 0);
  CHECK(failure("=== \xC4\xE3\n").rfind("x.test: a file of cases is UTF-8", 0) == 0);
  CHECK(read_rule_cases("", "x.test").failure().what.zh.rfind("没有用例", 0) == 0);
}

TEST_CASE("a case file from a Windows editor reads like any other", "[cases]") {
  const Result<std::vector<RuleCase>> cases = read_rule_cases(
      "\xEF\xBB\xBF=== first \r\n--- report\r\n甲\r\n乙\r\n--- expect\r\n1 error differs\r\n\r\n=== second\r\n--- "
      "report\r\n丙",
      "x.test");
  if (!cases.ok()) FAIL(to_string(cases.failure(), Language::zh));
  REQUIRE(cases->size() == 2);
  CHECK(cases->at(0).title == "first");
  CHECK(cases->at(0).report == "甲\n乙");
  CHECK(cases->at(0).expected.at(0).message_id == "differs");
  CHECK(cases->at(1).report == "丙");
}

TEST_CASE("where a case expects something is known to the byte", "[cases]") {
  const std::string text =
      "# why\n=== first\n--- report\n甲\n--- expect\n1 error a\n 2 error  b\n\n=== second\n--- report\n乙\n--- "
      "expect\n--- fixed\n丙\n";
  const Result<std::vector<RuleCase>> cases = read_rule_cases(text, "x.test");
  REQUIRE(cases.ok());
  const auto slice = [&](const FileRange& range) { return text.substr(range.begin, range.end - range.begin); };
  const RuleCase& first = cases->at(0);
  CHECK(slice(first.expect_range.value()) == "1 error a\n 2 error  b\n");
  CHECK(first.expected_lines == std::vector<std::string>{"1 error a", " 2 error  b"});
  CHECK(text.substr(first.end, 10) == "=== second");
  CHECK(slice(cases->at(1).expect_range.value()).empty());
  CHECK(slice(cases->at(1).fixed_range.value()) == "丙\n");
  CHECK(cases->at(1).end == text.size());
}

}  // namespace
}  // namespace gialint
