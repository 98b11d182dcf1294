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

TEST_CASE("a format is known by its name and its short name", "[readers]") {
  CHECK(format_named("plain") == Format::plain);
  CHECK(format_named("text") == Format::plain);
  CHECK(format_named("markdown") == Format::markdown);
  CHECK(format_named("md") == Format::markdown);
  CHECK_FALSE(format_named("word").has_value());
  CHECK(format_name(Format::plain) == "plain");
  CHECK(format_name(Format::markdown) == "markdown");
}

}  // namespace gialint
