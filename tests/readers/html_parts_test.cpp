#include "engine/readers/html_parts.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string slices(std::string_view source, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += "(" + std::string(source.substr(span.begin, span.size())) + ")";
  return out;
}

std::string tables(std::string_view source) { return slices(source, find_html_parts(source).tables); }
std::string hidden(std::string_view source) { return slices(source, find_html_parts(source).hidden); }

std::string breaks(std::string_view source) {
  std::string out;
  for (const HtmlBreak& each : find_html_parts(source).breaks)
    out += std::string(source.substr(each.tag.begin, each.tag.size())) + std::to_string(each.heading_level);
  return out;
}

}  // namespace

TEST_CASE("the attributes of a tag are found by name", "[readers]") {
  CHECK(html_attribute("<p class=\"a b\" STYLE='x:y'>", "style") == "x:y");
  CHECK(html_attribute("<p class=\"a b\" style='x:y'>", "class") == "a b");
  CHECK(html_attribute("<td colspan = 2>", "colspan") == "2");
  CHECK(html_attribute("<br hidden/>", "hidden").empty());
  CHECK(html_attribute("<p data-style='a'>", "style").empty());
  CHECK(html_attribute("<p style=", "style").empty());
  CHECK(html_attribute("<p style='a", "style") == "a");
}

TEST_CASE("a table that holds a cell is found wherever it stands", "[readers]") {
  CHECK(tables("甲<table><tr><td>1</td></tr></table>乙\n<TABLE>\n<th>2</TABLE>") ==
        "(<table><tr><td>1</td></tr></table>)(<TABLE>\n<th>2</TABLE>)");
  CHECK(tables("<html><body><table><td>1<table><td>2</table></table></body></html>") ==
        "(<table><td>1<table><td>2</table></table>)");
  CHECK(tables("标签 <table> 和 </table> 没有单元格").empty());
  CHECK(tables("正文<table><td>不闭合\n下文").empty());
  CHECK(tables("正文\n  <table><td>不闭合\n下文") == "(<table><td>不闭合\n下文)");
}

TEST_CASE("comments, scripts, what is struck out or not shown and marks of notes are hidden", "[readers]") {
  CHECK(hidden("甲<!-- 乙\n丙 -->丁<style>p{}</style>") == "(<!-- 乙\n丙 -->)(p{})");
  CHECK(hidden("<del>4</del><ins>3</ins><S>5</S>") == "(<del>4</del>)(<S>5</S>)");
  CHECK(hidden("<span style=\"display:none\">甲<span>乙</span>丙</span>丁") ==
        "(<span style=\"display:none\">甲<span>乙</span>丙</span>)");
  CHECK(hidden("<span class=msoDel><del>4</del></span>") == "(<span class=msoDel><del>4</del></span>)");
  CHECK(hidden("3<sup>1</sup>件，10m<sup>2</sup>，总计<sup>（见附件）</sup>") == "(<sup>1</sup>)");
}

TEST_CASE("a tag that is broken over lines is no text of either", "[readers]") {
  CHECK(hidden("次数：<span\nid=\"hits\">128</span>次") == "(<span\nid=\"hits\">)");
  // The line that a block begins stays ended.
  CHECK(hidden("甲<div\r\nclass=\"con\">乙</div>") == "(\nclass=\"con\">)");
  CHECK(breaks("甲<div\nclass=\"con\">乙") == "<div\nclass=\"con\">0");
  CHECK(hidden("甲 <乙\n丙>").empty());
  CHECK(hidden("<b\n>").empty());
}

TEST_CASE("what is not closed hides nothing", "[readers]") {
  CHECK(hidden("甲<del>乙\n丙").empty());
  CHECK(hidden("甲<!-- 乙").empty());
  CHECK(hidden("甲<script>乙").empty());
  CHECK(tables("甲<del>乙\n<table><td>1</table>") == "(<table><td>1</table>)");
  CHECK(tables("<title>\n<table><td>1</table>") == "(<table><td>1</table>)");
}

TEST_CASE("what is hidden holds no table and ends no line", "[readers]") {
  CHECK(tables("<div style='display:none'><table><td>1</table></div><table><td>2</table>") == "(<table><td>2</table>)");
  CHECK(breaks("甲<br>乙<div hidden style='display:none'><p>丙</p></div><h2>丁</h2>戊") == "<br>0<h2>2</h2>0");
}

TEST_CASE("block elements and line breaks end a line outside of tables", "[readers]") {
  CHECK(breaks("<p>甲<br/>乙</p><b>丙</b><table><p><td>丁</table>") == "<p>0<br/>0</p>0");
  CHECK(breaks("<h1>甲<br>乙</h1>丙") == "<h1>1<br>1</h1>0");
}

TEST_CASE("within tables too, what is no text is found for a reader that takes them for text", "[readers]") {
  const std::string source = "<table><td>3<sup>1</sup><td><del>4</del>";
  CHECK(slices(source, find_hidden_html(source, 0)) == "(<sup>1</sup>)(<del>4</del>)");
  CHECK(find_hidden_html(source, 24).size() == 1);
}

}  // namespace gialint
