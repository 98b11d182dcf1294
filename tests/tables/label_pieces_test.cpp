#include "engine/tables/label_pieces.hpp"

#include <catch2/catch.hpp>

#include "engine/text/normalize.hpp"
#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

constexpr AlignmentCosts costs;
const std::string overdue = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请";

/// What the pieces of `text`, all of them, may be as a label of `wording`.
std::vector<std::u32string> labels(const std::string& wording, const std::string& text) {
  const test::TokenText read(text);
  LabelPieces pieces(read.tokens, test::current_form(), costs);
  pieces.begin(test::element("requests", wording));
  for (std::size_t i = 0; i < read.tokens.size(); ++i) {
    if (!pieces.add(i)) return {};
  }
  std::vector<std::u32string> out;
  for (const LabelPieces::Variant& variant : pieces.variants()) out.push_back(variant.text);
  return out;
}

}  // namespace

TEST_CASE("a label is put together from the lines it was broken into", "[tables]") {
  CHECK(labels("一、本年新收政府信息公开申请数量", "一、本年新收政府信息\n公开申请数量\n") ==
        std::vector{fold_text("一、本年新收政府信息公开申请数量")});
}

TEST_CASE("a piece of a group's label between two lines of a label is taken both ways", "[tables]") {
  const std::vector<std::u32string> found =
      labels(overdue, "1.申请人无正当理由逾期不补正、行政\n（六）其他\n机关不再处理其政府信息公开申请\n");
  REQUIRE(found.size() == 2);
  CHECK(found[1] == fold_text(overdue));
}

TEST_CASE("what has grown too long to be the label is none", "[tables]") {
  CHECK(labels("2.重复申请", "重复申请\n要求提供公开出版物\n无正当理由大量反复申请\n").empty());
}

TEST_CASE("a number is a piece only with words behind it on its line", "[tables]") {
  const test::TokenText read("（三）不予公开 1 属于国家秘密 0 0\n3\n");
  const LabelPieces pieces(read.tokens, test::current_form(), costs);
  REQUIRE(read.tokens.size() == 6);
  CHECK(pieces.is_piece(1));
  CHECK_FALSE(pieces.is_piece(3));
  CHECK_FALSE(pieces.is_piece(5));
  CHECK_FALSE(pieces.is_piece(6));
}

TEST_CASE("a label of the form among the first pieces is remembered", "[tables]") {
  const test::TokenText read("信息内容\n本年处理决定数量\n");
  LabelPieces pieces(read.tokens, test::current_form(), costs);
  pieces.begin(test::element("art20_5", "本年处理决定数量"));
  REQUIRE(pieces.add(0));
  CHECK_FALSE(pieces.variants().front().holds_label);
  REQUIRE(pieces.add(1));
  CHECK(pieces.variants().front().holds_label);
}

}  // namespace gialint
