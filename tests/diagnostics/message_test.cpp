#include "engine/diagnostics/message.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("placeholders are found, and other braces refused", "[diagnostics]") {
  CHECK(*placeholders("{b}：{a} 与 {b}") == std::vector<std::string>{"a", "b"});
  CHECK(placeholders("没有")->empty());
  for (const char* const wrong : {"{", "}", "{}", "{A}", "{a b}", "{{a}}", "a}b", "{1}"}) {
    INFO(wrong);
    CHECK_FALSE(placeholders(wrong).ok());
  }
}

TEST_CASE("a message is rendered once: braces in a value stay", "[diagnostics]") {
  CHECK(*render("“{row}”为 {sum}", {{"row", "{sum}"}, {"sum", "3"}}) == "“{sum}”为 3");
  CHECK(*render("{a}{a}", {{"a", "x"}}) == "xx");
  CHECK(render("{a}", {{"b", "x"}}).failure().what.en == "no value in data for {a}");
}

TEST_CASE("a message comes apart at its placeholders, and other braces are text", "[diagnostics]") {
  const auto dump = [](std::string_view message) {
    std::string out;
    for (const MessagePiece& piece : pieces_of(message)) {
      out.append(piece.text).append("|").append(piece.name).append("|");
    }
    return out;
  };
  CHECK(dump("a{b}c{d}") == "a|b|c|d|||");
  CHECK(dump("没有") == "没有||");
  CHECK(dump("{{a}} {A} {") == "{|a|} {A} {||");
}

TEST_CASE("what a message will take is known before it is made", "[diagnostics]") {
  const std::vector<Fact> facts = {{"a", "12345"}, {"b", ""}};
  for (const std::string message : {"", "x", "{a}", "{a}件{b}、{a}"})
    CHECK(rendered_size(message, facts) == (*render(message, facts)).size());
}

TEST_CASE("names are lower case words", "[diagnostics]") {
  CHECK(is_name("came_in2"));
  CHECK_FALSE(is_name(""));
  CHECK_FALSE(is_name("2a"));
  CHECK_FALSE(is_name("A"));
  CHECK_FALSE(is_name("a-b"));
}

}  // namespace gialint
