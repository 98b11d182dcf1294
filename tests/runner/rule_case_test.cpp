#include "engine/runner/rule_case.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a case file is read part by part", "[runner]") {
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

TEST_CASE("a mistake in a case file is named with its line", "[runner]") {
  const auto failure = [](const char* text) { return to_string(read_rule_cases(text, "x.test").failure()); };
  CHECK(failure("text\n") == "x.test:1: text outside of a part");
  CHECK(failure("=== a\n--- reprot\n").rfind("x.test:2: ", 0) == 0);
  CHECK(failure("=== a\n--- report\nx\n--- expect\n1 fatal differs\n").rfind("x.test:5: ", 0) == 0);
  CHECK(failure("=== a\n--- options\nx: 3\n").rfind("x.test:3: ", 0) == 0);
  CHECK(failure("=== a\n--- expect\n").rfind("x.test:1: ", 0) == 0);
}

}  // namespace
}  // namespace gialint
