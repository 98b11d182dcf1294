#include "engine/tables/spelling.hpp"

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

/// The words of a text that spell `wording`, "/" between them, each with its line behind it.
std::string spelled(const std::string& text, std::u32string_view wording) {
  const test::TokenText read(text);
  std::vector<std::size_t> words;
  for (std::size_t i = 0; i < read.tokens.size(); ++i) {
    if (read.tokens[i].kind == Token::Kind::label) words.push_back(i);
  }
  std::string out;
  for (const std::size_t word : spell(read.tokens, words, wording)) {
    out += (out.empty() ? "" : "/") + to_utf8(read.tokens[word].folded) + std::to_string(read.tokens[word].line);
  }
  return out;
}

}  // namespace

TEST_CASE("a wording is spelled by pieces with other words between them", "[tables]") {
  CHECK(spelled("无法\n重复申请\n提供\n", U"无法提供") == "无法1/提供3");
  CHECK(spelled("无法提供\n", U"无法提供") == "无法提供1");
  CHECK(spelled("无法\n提货\n", U"无法提供").empty());
  CHECK(spelled("提供\n无法\n", U"无法提供").empty());
}

TEST_CASE("of two pieces alike, the one that stands under the one before it is taken", "[tables]") {
  CHECK(spelled("其他      补正\n结果      结果\n", U"其他结果") == "其他1/结果2");
  const test::TokenText read("其他      补正\n结果      结果\n");
  CHECK(stands_under(read.tokens[2], read.tokens[0]));
  CHECK_FALSE(stands_under(read.tokens[3], read.tokens[0]));
  CHECK_FALSE(stands_under(read.tokens[0], read.tokens[2]));
}

}  // namespace gialint
