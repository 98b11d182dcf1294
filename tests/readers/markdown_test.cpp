#include "engine/readers/markdown.hpp"

#include <catch2/catch.hpp>

#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

std::string read(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_markdown(source);
  CHECK(test::first_wrong_place(source, blocks) == "");
  return test::dump(blocks);
}

}  // namespace

TEST_CASE("Markdown headings keep their level, marks are no text", "[readers]") {
  CHECK(read("# 标题\n\n## 一、总体情况 ##\n#### 四、复议\n") == "H1 标题\nH2 一、总体情况\nH4 四、复议\n");
  CHECK(read("总体情况\n===\n主动公开\n---\n") == "H1 总体情况\nH2 主动公开\n");
  CHECK(read("#无空格\n####### 七个\n") == "T #无空格\nT ####### 七个\n");
}

TEST_CASE("emphasis, links, code marks, tags and escapes leave their text", "[readers]") {
  CHECK(read("**1. 主动公开情况。**公开信息11件\n") == "T 1. 主动公开情况。公开信息11件\n");
  CHECK(read("见[门户网站](http://a.cn/b)下载\n") == "T 见门户网站下载\n");
  CHECK(read("网站<http://a.cn/>查阅<br>\n") == "T 网站<http://a.cn/>查阅\n");
  CHECK(read("1\\. 公开 `政策` &lt;办法&gt;\n") == "T 1. 公开 政策 <办法>\n");
  CHECK(read("![](a.png)\n") == "");
}

TEST_CASE("list items and quotations are text without their marks", "[readers]") {
  CHECK(read("- 1、信息公开时间方面\n* 二\n> 引文\n") == "L 1、信息公开时间方面\nL 二\nT 引文\n");
  CHECK(read("---\n***\n```\n代码\n```\n") == "T 代码\n");
}

TEST_CASE("lines of tabs and pipe tables are grids, their emphasis set aside", "[readers]") {
  CHECK(read("规章\t0\t0\t0\n行政许可\t**3**\t\t\n") == "|规章|0|0|0|\n|行政许可|3|||\n");
  CHECK(read("|信息内容|数量|\n|---|---|\n|规章|0|\n") == "|信息内容|数量|\n|规章|0|\n");
}

TEST_CASE("a table in HTML is a grid, wherever its lines end", "[readers]") {
  CHECK(read("## 二、公开\n\n<table><tr><td colspan=\"2\">规章</td><td>0</td></tr></table>\n## 三、申请\n") ==
        "H2 二、公开\n|规章|0|\nH2 三、申请\n");
  CHECK(read("正文\n<TABLE>\n<tr>\n<td>规章</td>\n\n<td>0</td><td>1</td>\n</tr>\n</TABLE>以上\n# 下文\n") ==
        "T 正文\n|规章|0|1|\nT 以上\nH1 下文\n");
  CHECK(read("正文<table>\n# 下文\n") == "T 正文\nH1 下文\n");
}

TEST_CASE("an indented line is text, never code", "[readers]") {
  CHECK(read("正文\n\n    （一）缩进四格\n") == "T 正文\nT （一）缩进四格\n");
}

TEST_CASE("text without markup still knows its bytes", "[readers]") {
  const SourceText source = test::source_text("- **甲乙**丙丁\n");
  const std::vector<Block> blocks = read_markdown(source);
  REQUIRE(blocks.size() == 1);
  const auto& block = std::get<TextBlock>(blocks[0]);
  REQUIRE(block.text.text() == "甲乙丙丁");
  CHECK(source.slice(block.text.source({6, 9})) == "丙");
  CHECK(source.slice(block.span) == "- **甲乙**丙丁");
}

}  // namespace gialint
