#include "reporters/excerpt.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

int cells(std::string_view text, int ambiguous_width = 1) {
  int sum = 0;
  for (const char32_t character : to_utf32(text)) sum += cell_width(character, ambiguous_width);
  return sum;
}

/// The excerpt with its marks below: what a person sees.
std::string drawn(std::string_view line, std::string_view phrase, int width = 60, int ambiguous_width = 1) {
  const Excerpt excerpt = make_excerpt(line, span_of(line, phrase), width, ambiguous_width);
  return excerpt.text + "\n" + std::string(static_cast<std::size_t>(excerpt.mark_column), ' ') +
         std::string(static_cast<std::size_t>(excerpt.mark_cells), '^');
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST_CASE("marks stand below wide characters, two cells each", "[reporters]") {
  CHECK(drawn("本年新收58件", "58") == "本年新收58件\n        ^^");
  CHECK(drawn("a本年", "本") == "a本年\n ^^");
  CHECK(drawn("𠮷林😀申请", "申请") == "𠮷林😀申请\n      ^^^^");
}

TEST_CASE("a tab goes to the next multiple of eight", "[reporters]") {
  CHECK(drawn("规章\t0\t12", "12") == "规章    0       12\n                ^^");
  CHECK(drawn("规章\t0", "\t") == "规章    0\n    ^^^^");
}

TEST_CASE("ambiguous characters take the cells that were asked for", "[reporters]") {
  CHECK(drawn("“申请”58", "58") == "“申请”58\n      ^^");
  CHECK(drawn("“申请”58", "58", 60, 2) == "“申请”58\n        ^^");
}

TEST_CASE("a combining mark takes no cell", "[reporters]") { CHECK(drawn("e\u0301 12", "12") == "e\u0301 12\n  ^^"); }

TEST_CASE("controls are shown and take the cells of what is shown", "[reporters]") {
  CHECK(drawn("\x1b[31m12", "12") == "\\u{1b}[31m12\n          ^^");
}

TEST_CASE("a span of no width has one mark, at the line's end too", "[reporters]") {
  const Excerpt at_start = make_excerpt("四、其他", {0, 0}, 60, 1);
  CHECK(at_start.mark_column == 0);
  CHECK(at_start.mark_cells == 1);
  const Excerpt at_end = make_excerpt("四、其他", {12, 12}, 60, 1);
  CHECK(at_end.mark_column == 8);
  CHECK(at_end.mark_cells == 1);
  const Excerpt empty = make_excerpt("", {0, 0}, 60, 1);
  CHECK(empty.text.empty());
  CHECK(empty.mark_cells == 1);
}

TEST_CASE("a long line is cut on both sides of what is marked", "[reporters]") {
  const std::string line = repeated("申请", 50) + "58件" + repeated("办理", 50);
  CHECK(drawn(line, "58", 24) == "…请申请申请58件办理办理…\n           ^^");
  CHECK(drawn(line, "58", 25) == "…请申请申请58件办理办理…\n           ^^");
  CHECK_FALSE(make_excerpt(line, span_of(line, "58"), 24, 1).is_whole);
}

TEST_CASE("a long line is cut on one side when what is marked is near an end", "[reporters]") {
  const std::string line = "本年" + repeated("申请", 50) + "完毕";
  CHECK(drawn(line, "本年", 24) == "本年申请申请申请申请申…\n^^^^");
  CHECK(drawn(line, "完毕", 24) == "…请申请申请申请申请完毕\n                   ^^^^");
}

TEST_CASE("what is marked may be wider than the terminal", "[reporters]") {
  const std::string line = repeated("申请", 50);
  const Excerpt excerpt = make_excerpt(line, {0, static_cast<std::uint32_t>(line.size())}, 24, 1);
  CHECK(excerpt.mark_column == 0);
  CHECK(excerpt.mark_cells == 22);
}

TEST_CASE("whatever is marked in a line of any width, the excerpt fits and its marks lie in it", "[reporters]") {
  const std::string line = repeated("申a“\t”\u0301请😀é", 40);
  for (std::uint32_t begin = 0; begin <= line.size(); begin += 7) {
    for (const std::uint32_t length : {0U, 1U, 9U, 400U}) {
      for (const int width : {-5, 20, 33, 80}) {
        for (const int ambiguous : {1, 2}) {
          const Excerpt excerpt = make_excerpt(line, {begin, begin + length}, width, ambiguous);
          CAPTURE(begin, length, width, ambiguous, excerpt.text);
          REQUIRE(cells(excerpt.text, ambiguous) <= std::max(width, 20));
          REQUIRE(excerpt.mark_column >= 0);
          REQUIRE(excerpt.mark_cells >= 1);
          REQUIRE(excerpt.mark_column + excerpt.mark_cells <= std::max(width, 20) + 1);
          REQUIRE(excerpt.text.find("\uFFFD") == std::string::npos);  // no character cut in half
        }
      }
    }
  }
}

TEST_CASE("a line of a million characters costs no more than its window", "[reporters]") {
  const std::string line = repeated("申", 1'000'000) + "58" + repeated("请", 1'000'000);
  const Excerpt excerpt = make_excerpt(line, span_of(line, "58"), 24, 1);
  CHECK(excerpt.text == "…申申申申申58请请请请请…");
  CHECK(excerpt.mark_column == 11);
}

}  // namespace
}  // namespace gialint
