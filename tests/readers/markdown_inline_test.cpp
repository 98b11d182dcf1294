#include "engine/readers/markdown_inline.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/readers/html_parts.hpp"

namespace gialint {
namespace {

std::string read(const std::string& text) {
  const HtmlParts parts = find_html_parts(text);
  const MappedText read = MarkdownInline(text, parts.hidden).read({0, static_cast<std::uint32_t>(text.size())});
  return std::string(read.text());
}

}  // namespace

TEST_CASE("emphasis is taken off where it is some", "[readers]") {
  CHECK(read("受理申请**件，**全部**办结") == "受理申请件，全部**办结");
  CHECK(read("受理申请**件") == "受理申请**件");
  CHECK(read("**（一）公开。**2023年*公开*11件，***全部***办结") == "（一）公开。2023年公开11件，全部办结");
  CHECK(read("__一、总体情况__") == "一、总体情况");
  CHECK(read("__（一）公开。__2023年_公开_") == "（一）公开。2023年_公开_");
  CHECK(read("*注：5*3=15") == "*注：5*3=15");
  CHECK(read("收到__件，其中__件，____年，a_b_c") == "收到__件，其中__件，____年，a_b_c");
}

TEST_CASE("links, images and spans with attributes leave their text", "[readers]") {
  CHECK(read("见[门户[新]网站](http://a.cn/b)下载") == "见门户[新]网站下载");
  CHECK(read("![图](a.png)文[注]") == "图文[注]");
  CHECK(read("[信息]{style=\"font-size: 12px\"}内容[3]{.underline}") == "信息内容3");
  CHECK(read("[4]{.deletion author=\"张\"}3[5]{style=\"text-decoration:line-through\"}") == "3");
  CHECK(read("[2023]{x}") == "[2023]{x}");
  CHECK(read("[甲](没有闭合") == "[甲](没有闭合");
}

TEST_CASE("what is struck out and marks of notes are no text", "[readers]") {
  CHECK(read("~~4~~3件，<del>5</del>6") == "3件，6");
  CHECK(read("3^1^件，总计[^2]，m^2^") == "3件，总计，m^2^");
  CHECK(read("[^1]: 说明") == "说明");
  CHECK(read("1~3月，5~6月，~~~~") == "1~3月，5~6月，~~~~");
  CHECK(read("3<sup>1</sup>") == "3");
}

TEST_CASE("escapes, references, tags and comments", "[readers]") {
  CHECK(read("1\\. 公开 `政策` &lt;办法&gt;&#8212;&amp;&unknown;\\") == "1. 公开 政策 <办法>—&&unknown;");
  CHECK(read("<span style=\"a:b\">甲</span><!-- 乙 -->丙<a href=\"http://a.cn/\">丁</a><o:p></o:p>") == "甲丙丁");
  CHECK(read("网站<http://a.cn/>，邮箱<a@b.cn>，1 < 2 > 1") == "网站<http://a.cn/>，邮箱<a@b.cn>，1 < 2 > 1");
  CHECK(read("社会<br>公益 12<br/>34") == "社会公益 12 34");
}

TEST_CASE("text that stays knows its bytes", "[readers]") {
  const std::string text = "a **甲**&lt;乙";
  const MappedText read = MarkdownInline(text, {}).read({0, static_cast<std::uint32_t>(text.size())});
  REQUIRE(read.text() == "a 甲<乙");
  CHECK(read.source({2, 5}) == Span{4, 7});
  CHECK(read.source({5, 6}) == Span{9, 13});
}

TEST_CASE("any number of marks takes linear time", "[readers]") {
  // Each of these took time in the square of its size once; a minute of these would be noticed.
  for (const std::string mark : {"[", "](", "<", "*", "_a", "~~", "^", "\\|", "&", "![", "]{"}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += mark;
    CHECK(read(text).size() <= text.size());
  }
}

}  // namespace gialint
