#include "engine/readers/html_text.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

/// The decoded pieces of `source`, each as text, or text=source where it is no copy.
std::string decode(std::string_view source) {
  HtmlDecoder decoder(source);
  std::string out;
  for (const HtmlPiece& piece : decoder.decode({0, static_cast<std::uint32_t>(source.size())})) {
    out += "[" + std::string(piece.text);
    const std::string_view from = source.substr(piece.source.begin, piece.source.size());
    if (from != piece.text) out += "=" + std::string(from);
    out += "]";
  }
  return out;
}

/// The lines that `source`, which holds no tags, is laid out in; a slash between them.
std::string lines(std::string_view source, bool preformatted = false) {
  std::vector<TextBlock> blocks;
  HtmlLines layout(source, &blocks);
  layout.set_preformatted(preformatted);
  HtmlDecoder decoder(source);
  for (const HtmlPiece& piece : decoder.decode({0, static_cast<std::uint32_t>(source.size())})) layout.add(piece);
  layout.end_block();
  std::string out;
  for (const TextBlock& block : blocks) out += (out.empty() ? "" : "/") + std::string(block.text.text());
  return out;
}

TextBlock block(std::string_view text, std::uint32_t begin) {
  TextBlock made;
  made.text.append(text, begin);
  made.span = made.text.source();
  return made;
}

}  // namespace

TEST_CASE("a character reference stands for its whole source", "[readers]") {
  CHECK(decode("甲&nbsp;乙") == "[甲][\u00A0=&nbsp;][乙]");
  CHECK(decode("&ldquo;&#12288;&#x4e00;&amp;amp;") == "[“=&ldquo;][\u3000=&#12288;][一=&#x4e00;][&=&amp;][amp;]");
  CHECK(decode("&#150;&#38;&hellip;") == "[–=&#150;][&=&#38;][…=&hellip;]");
  CHECK(decode("a&ltb&nbspc") == "[a][<=&lt][b][\u00A0=&nbsp][c]");
  CHECK(decode("&nosuch; & &; &# &#x; R&D ?a=1&b=2") == "[&nosuch; & &; &# &#x; R&D ?a=1&b=2]");
}

TEST_CASE("markup that a parser ignores is no text", "[readers]") {
  CHECK(decode("甲</nosuch>乙") == "[甲][乙]");
  CHECK(decode("1 < 2<!--x-->") == "[1 < 2]");
}

TEST_CASE("white space collapses as in a browser", "[readers]") {
  CHECK(lines("  a \t b\r\n c  ") == "a b c");
  CHECK(lines("甲乙\n    丙丁") == "甲乙丙丁");
  CHECK(lines("“甲”，\r\n“乙”") == "“甲”，“乙”");
  CHECK(lines("甲 乙") == "甲 乙");
  CHECK(lines("共有\n12件") == "共有 12件");
  CHECK(lines("&nbsp;&nbsp;甲&nbsp; 乙　") == "甲\u00A0 乙");
  CHECK(lines(" &nbsp; ") == "");
}

TEST_CASE("preformatted text keeps its lines and blanks", "[readers]") {
  CHECK(lines("甲  乙\r\n  丙\n\n丁", true) == "甲  乙/丙/丁");
}

TEST_CASE("a blank that stands for white space knows where that is", "[readers]") {
  const std::string_view source = "a \n b";
  std::vector<TextBlock> blocks;
  HtmlLines layout(source, &blocks);
  layout.add({source, {0, 5}});
  layout.end_block();
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].text.source({1, 2}) == Span{1, 4});
  CHECK(blocks[0].text.source({2, 3}) == Span{4, 5});
  CHECK(blocks[0].span == Span{0, 5});
}

TEST_CASE("the lines of a cell are one label again, but numbers stay apart", "[readers]") {
  CHECK(joined_lines({block("结果", 0), block("维持", 10)}).text() == "结果维持");
  CHECK(joined_lines({block("第20", 0), block("条", 10)}).text() == "第20条");
  CHECK(joined_lines({block("12", 0), block("34", 10)}).text() == "12 34");
  CHECK(joined_lines({block("12", 0), block("34", 10)}).source({2, 3}) == Span{2, 10});
  CHECK(joined_lines({}).empty());
}

}  // namespace gialint
