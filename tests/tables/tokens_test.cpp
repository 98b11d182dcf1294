#include "engine/tables/tokens.hpp"

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/page_numbers.hpp"
#include "engine/text/unicode.hpp"
#include "tests/support/forms.hpp"
#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

/// Tokens as they follow: labels folded, values as numbers, "-" for a dash, "_" for a blank; lines parted by "/".
std::string tokens(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  std::string out;
  std::uint32_t line = 1;
  const FormSequence form(test::editions().back());
  const TokenList list = read_tokens(blocks, 0, blocks.size(), find_page_numbers(blocks, form.edition()), form);
  for (const Token& token : list.tokens) {
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

TEST_CASE("letters that look like digits are a value that is no number", "[tables]") {
  const SourceText source = test::source_text("规章\t〇\tl2\n行政许可\tO\t件\n");
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  const FormSequence form(test::editions().back());
  std::string states;
  for (const Token& token : read_tokens(blocks, 0, blocks.size(), {}, form).tokens) {
    const bool value = token.kind == Token::Kind::value;
    states += value ? std::string(state_name(token.state)) + (token.readable ? "! " : " ") : "label ";
  }
  CHECK(states == "label text text label text label ");
}

TEST_CASE("a header over several columns that is printed with each is one label", "[tables]") {
  CHECK(tokens("申请人情况/自然人\t法人或其他组织/商业企业\t法人或其他组织/科研机构\n行政诉讼：复议后起诉\n") ==
        "申请人情况 自然人 法人或其他组织 商业企业 科研机构 / 行政诉讼 复议后起诉");
}

TEST_CASE("a word for a sign and the number behind it are one", "[tables]") {
  CHECK(tokens("行政许可 435 减 7 0 增 1,204\n") == "行政许可 435 -7 0 1204");
  CHECK(tokens("本年 增 减 规章\n") == "本年 增 减 规章");
}

TEST_CASE("page numbers are set aside", "[tables]") {
  CHECK(tokens("重复申请 0\n- 3 -\n其他 0\n") == "重复申请 0 / 其他 0");
  CHECK(tokens("重复申请 0\n— 3 —\n其他 0\n") == "重复申请 0 / 其他 0");
}

TEST_CASE("a unit or a remark behind a number is kept apart from it", "[tables]") {
  const test::TokenText read("规章 3件 1,204 宗 251000元 2（含1件上年结转） 5*\n");
  REQUIRE(read.tokens.size() == 7);
  CHECK(read.tokens[1].state == CellState::number);
  CHECK(read.tokens[1].value == Decimal(3));
  CHECK(read.source.slice(read.tokens[1].span) == "3件");
  CHECK(read.source.slice(read.tokens[1].unit) == "件");
  CHECK(read.tokens[2].unit.empty());
  CHECK(read.source.slice(read.tokens[4].unit) == "元");
  CHECK(read.tokens[5].state == CellState::text);
  CHECK(read.tokens[5].readable);
  CHECK(read.tokens[5].value == Decimal(2));
  CHECK(read.tokens[6].readable);
}

TEST_CASE("a cell whose number was broken is text, a cell that holds a row is the row", "[tables]") {
  const test::TokenText broken("规章\t1 2\t0\t0\n");
  REQUIRE(broken.tokens.size() == 4);
  CHECK(broken.tokens[1].state == CellState::text);
  CHECK_FALSE(broken.tokens[1].readable);
  CHECK(tokens("规章\t0 1 2\n") == "规章 0 1 2");
}

TEST_CASE("a label that a merged cell prints again and again is one label", "[tables]") {
  const test::TokenText read("一、本年新收\t一、本年新收\t一、本年新收\t0\t0\n");
  REQUIRE(read.tokens.size() == 3);
  CHECK(read.tokens[0].extent == Extent{0, 3});
  CHECK(tokens("规章\t规章\n规章\t0\n") == "规章 / 规章 0");
}

TEST_CASE("a header that a page break repeated is taken out", "[tables]") {
  test::TokenText read(
      "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范\n"
      "本年制发件数 本年废止件数 现行有效件数\n性文件 0 0 0\n信息内容 本年处理决定数量\n");
  drop_repeated_headers(read.tokens);
  std::string words;
  for (const Token& token : read.tokens) {
    if (token.kind == Token::Kind::label) words += std::string(token.text) + " ";
  }
  CHECK(words == "信息内容 本年制发件数 本年废止件数 现行有效件数 规章 行政规范 性文件 信息内容 本年处理决定数量 ");
}

TEST_CASE("a token knows where it stands across its line", "[tables]") {
  const test::TokenText text("  规章　0 12\n");
  REQUIRE(text.tokens.size() == 3);
  CHECK(text.tokens[0].extent == Extent{2, 6});
  CHECK(text.tokens[1].extent == Extent{8, 9});
  CHECK(text.tokens[2].extent == Extent{10, 12});
  CHECK(text.tokens[0].width == 0);
  const test::TokenText grid("规章\t\t12\n");
  CHECK(grid.tokens[2].extent == Extent{2, 3});
  CHECK(grid.tokens[2].width == 3);
}

TEST_CASE("a sentence is no label", "[tables]") {
  std::string sentence;
  for (int i = 0; i < 30; ++i) sentence += "认真落实";
  CHECK(tokens(sentence + "\n规章 0\n") == "… / 规章 0");
}

}  // namespace gialint
