#include "engine/rule_host/field_lines.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint::test {

TEST_CASE("the fields of the table that a file returns have their lines", "[rule_host]") {
  const std::map<std::string, int> lines = field_lines(R"(-- return { no = 1 }
local function f() if true then return { no = 2 } end end
local text = [[ return { no = 3 } ]]
return {
  api = 1, since = "0,1}",  -- a comment, with = signs
  basis = { "a", "b",
            "c" },
  messages = {
    one = { zh = "{x}",
            en = '"}' }, ["two"] = {},
  },
  sum = f(1, { no = 4 }),
  check = function(report, ctx)
    local t = { no = 5, no = 6 }
    if t then no = 7 elseif ctx then no = 8 else no = 9 end
    for i = 1, 2 do no = i end
    repeat local x = function() end until true
  end;
  last = 1 == 2,
}
)");
  CHECK(lines.at("") == 4);
  CHECK(lines.at("api") == 5);
  CHECK(lines.at("since") == 5);
  CHECK(lines.at("basis") == 6);
  CHECK(lines.at("basis/2") == 6);
  CHECK(lines.at("basis/3") == 7);
  CHECK(lines.at("messages/one/zh") == 9);
  CHECK(lines.at("messages/one/en") == 10);
  CHECK(lines.at("messages/two") == 10);
  CHECK(lines.at("sum") == 12);
  CHECK(lines.at("check") == 13);
  CHECK(lines.at("last") == 19);
  CHECK(lines.count("no") == 0);
  CHECK(lines.size() == 15);
}

TEST_CASE("a file that returns no table written out has the line of its return alone", "[rule_host]") {
  CHECK(field_lines("local rule = {}\nreturn rule") == std::map<std::string, int>{{"", 2}});
  CHECK(field_lines("") == std::map<std::string, int>{{"", 1}});
}

TEST_CASE("text that is no Lua ends all the same", "[rule_host]") {
  for (const char* const text :
       {"return {", "return { [", "return { a = { b = ", "return { [[", "return '", "--[==[", "return { } }",
        "return { a = (((", "[", "return {{{{{{", "return { [1", "\\", "return { a = '\\"}) {
    INFO(text);
    CHECK(field_lines(text).count("") == 1);
  }
  CHECK(field_lines("return " + std::string(100000, '{')).count("") == 1);
}

}  // namespace gialint::test
