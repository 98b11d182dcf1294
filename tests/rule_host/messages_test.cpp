#include "engine/rule_host/messages.hpp"

#include <catch2/catch.hpp>

namespace gialint::test {

TEST_CASE("placeholders are found, and other braces refused", "[rule_host]") {
  CHECK(*placeholders("{b}：{a} 与 {b}") == std::vector<std::string>{"a", "b"});
  CHECK(placeholders("没有")->empty());
  for (const char* const wrong : {"{", "}", "{}", "{A}", "{a b}", "{{a}}", "a}b", "{1}"}) {
    INFO(wrong);
    CHECK_FALSE(placeholders(wrong).ok());
  }
}

TEST_CASE("a message is rendered once: braces in a value stay", "[rule_host]") {
  CHECK(*render("“{row}”为 {sum}", {{"row", "{sum}"}, {"sum", "3"}}) == "“{sum}”为 3");
  CHECK(*render("{a}{a}", {{"a", "x"}}) == "xx");
  CHECK(render("{a}", {{"b", "x"}}).failure().what == "no value in data for {a}");
}

TEST_CASE("a text goes on one line", "[rule_host]") {
  CHECK(one_line("本年度\n止件数") == "本年度止件数");
  CHECK(one_line("本年度 \r\n\t止件数") == "本年度止件数");
  CHECK(one_line("two\nwords") == "two words");
  CHECK(one_line("2\n件") == "2 件");
  CHECK(one_line("\n 两端 \n") == "两端");
  CHECK(one_line("公开 开") == "公开 开");
  CHECK(one_line("“引”—号") == "“引”—号");
  CHECK(one_line(std::string("a\0b", 3)) == "a b");
}

TEST_CASE("bytes that are no UTF-8 are recognised", "[rule_host]") {
  CHECK(is_utf8("中文 abc \xEF\xBF\xBD"));
  CHECK_FALSE(is_utf8("\xE4\xB8"));
  CHECK_FALSE(is_utf8("a\xFF"));
}

TEST_CASE("names are lower case words", "[rule_host]") {
  CHECK(is_name("came_in2"));
  CHECK_FALSE(is_name(""));
  CHECK_FALSE(is_name("2a"));
  CHECK_FALSE(is_name("A"));
  CHECK_FALSE(is_name("a-b"));
}

}  // namespace gialint::test
