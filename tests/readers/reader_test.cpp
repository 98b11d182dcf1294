#include "engine/readers/reader.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("a heading mark or a pipe table shows Markdown, nothing else does", "[readers]") {
  CHECK(detect_format("正文\n## 一、总体情况\n") == Format::markdown);
  CHECK(detect_format("# 标题") == Format::markdown);
  CHECK(detect_format("|甲|乙|\r\n|---|:-:|\r\n") == Format::markdown);
  CHECK(detect_format("一是**通过政府网公开信息**。\n- 一、总体情况\n") == Format::plain);
  CHECK(detect_format("#无空格的井号\n####### 七个\n甲|乙\n- 3 -\n") == Format::plain);
  CHECK(detect_format("\t本年新收\t0\t0\n    缩进\n") == Format::plain);
  CHECK(detect_format("") == Format::plain);
}

TEST_CASE("HTML is found by what it holds, and links, images and line breaks in other texts are none", "[readers]") {
  CHECK(detect_format("一、总体情况\n主动公开情况。\n<table><tr><td>规章</td><td>0</td></tr></table>\n二、其他\n") ==
        Format::markdown);
  CHECK(detect_format("<table><tr><td><p>一、总体情况</p></td></tr><tr><td>正文</td></tr></table>\n") == Format::html);
  CHECK(detect_format("<!DOCTYPE html>\n<html># 标题") == Format::html);
  CHECK(detect_format("\n<div><p>一、总体情况</p><p>正文</p></div>") == Format::html);
  CHECK(detect_format("网站<http://a.cn/>\n<img src=\"a.png\"/>\n正文<br></p>\n") == Format::plain);
  CHECK(detect_format("## 一、总体情况\n\n正文<br>\n<table><tr><td>1</td></tr></table>\n\n很长的一段正文。\n") ==
        Format::markdown);
}

TEST_CASE("a format is known by its name and its short name", "[readers]") {
  CHECK(format_named("plain") == Format::plain);
  CHECK(format_named("text") == Format::plain);
  CHECK(format_named("markdown") == Format::markdown);
  CHECK(format_named("md") == Format::markdown);
  CHECK(format_named("html") == Format::html);
  CHECK(format_named("htm") == Format::html);
  CHECK(format_named("docx") == Format::word);
  CHECK_FALSE(format_named("word").has_value());
  CHECK(format_name(Format::plain) == "plain");
  CHECK(format_name(Format::markdown) == "markdown");
  CHECK(format_name(Format::html) == "html");
}

}  // namespace gialint
