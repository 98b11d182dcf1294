#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a node tells what stands before and behind a part of it, and how far it is from other words",
          "[rule_host]") {
  const std::string prose = "report:section('overall').paragraphs[1]";
  static const std::vector<Expectation> cases = {
      {":before(report:section('overall').paragraphs[1]:find('收到')).text", "共"},
      {":after(report:section('overall').paragraphs[1]:find('公开 开工作')).text", "扎实。"},
      {":sub(1, 3):distance('共收到', 2)", "0"},
      {":sub(1, 3):distance('已收到', 2)", "1"},
      {":sub(1, 3):distance('办结率', 2)", "nil"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(prose + test.expression) == test.value);
  }
}

TEST_CASE("lists of paragraphs are searched for items, lone words and what was pasted", "[rule_host]") {
  const std::string list = "report:section('overall').paragraphs";
  CHECK(evaluate("#" + list + ":items()") == "0");
  CHECK(evaluate("#" + list + ":lone('条')") == "0");
  CHECK(evaluate("#" + list + ":pasted(6)") == "0");
  CHECK(evaluate(list + ":repeats({})[1].whole.text") == "开 开");
}

}  // namespace gialint::test
