#include "engine/tables/tokens.hpp"

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "engine/text/unicode.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

/// Tokens as they follow: labels folded, values as numbers, "-" for a dash, "_" for a blank; lines parted by "/".
std::string tokens(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  std::string out;
  std::uint32_t line = 1;
  for (const Token& token : read_tokens(blocks, 0, blocks.size(), test::editions().back().placeholders)) {
    if (!out.empty()) out += token.line == line ? " " : " / ";
    line = token.line;
    if (token.kind == Token::Kind::blank) {
      out += "_";
    } else if (token.kind == Token::Kind::label) {
      out += token.prose ? "…" : to_utf8(token.folded);
    } else {
      out += token.state == CellState::dash ? "-" : to_string(token.value);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("words and numbers of a line are tokens, and so are cells", "[tables]") {
  CHECK(tokens("规章 0 12 1,204\n行政许可\t３\t\t\n") == "规章 0 12 1204 / 行政许可 3 _ _");
  CHECK(tokens("行政事业性收费 20.35\n") == "行政事业性收费 20.35");
  CHECK(tokens("(一) 予以公开\t0\n") == "一予以公开 0");
  CHECK(tokens("规章\t0 1 2\n") == "规章 0 1 2");
}

TEST_CASE("the number in front of a label belongs to the label", "[tables]") {
  CHECK(tokens("1.属于国家秘密 0 0\n") == "1属于国家秘密 0 0");
  CHECK(tokens("1. 属于国家秘密 0 0\n") == "1 属于国家秘密 0 0");
  CHECK(tokens("2 重复申请 0 0\n3\n") == "2 重复申请 0 0 / 3");
}

TEST_CASE("what stands for none is a value of its own kind", "[tables]") {
  CHECK(tokens("规章 - — /\n") == "规章 - - -");
  CHECK(tokens("规章\t无\t0\n") == "规章 - 0");
}

TEST_CASE("a page number between dashes is set aside", "[tables]") {
  CHECK(tokens("重复申请 0\n- 3 -\n其他 0\n") == "重复申请 0 / 其他 0");
  CHECK(tokens("重复申请 0\n— 3 —\n其他 0\n") == "重复申请 0 / 其他 0");
}

TEST_CASE("a sentence is no label", "[tables]") {
  std::string sentence;
  for (int i = 0; i < 30; ++i) sentence += "认真落实";
  CHECK(tokens(sentence + "\n规章 0\n") == "… / 规章 0");
}

}  // namespace gialint
