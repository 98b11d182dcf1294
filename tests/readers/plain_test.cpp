#include "engine/readers/plain.hpp"

#include <catch2/catch.hpp>

#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

std::string read(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_plain(source);
  CHECK(test::first_wrong_place(source, blocks) == "");
  return test::dump(blocks);
}

}  // namespace

TEST_CASE("plain text is lines, and runs of lines with cells are grids", "[readers]") {
  CHECK(read("标题\n\n  一、总体情况  \n正文\n") == "T 标题\nT 一、总体情况\nT 正文\n");
  CHECK(read("信息内容\t本年制发件数\n规章\t0\n\n行政许可\t0\t\t\n") ==
        "|信息内容|本年制发件数|\n|规章|0|\n|行政许可|0|||\n");
  CHECK(read("\t规章\n\t0\n\t\n\t1\n") == "|规章|\n|0|\n||\n|1|\n");
  CHECK(read("甲|1|2\n乙|3|4\n") == "|甲|1|2|\n|乙|3|4|\n");
}

TEST_CASE("indented lines, marks and entities of other formats are plain text", "[readers]") {
  CHECK(read("    （一）进一步加大公开力度\n") == "T （一）进一步加大公开力度\n");
  CHECK(read("**二是**&nbsp;<http://a.cn/>\n") == "T **二是**&nbsp;<http://a.cn/>\n");
  CHECK(read("\t2023年，我局认真落实。\n") == "T 2023年，我局认真落实。\n");
}

TEST_CASE("every kind of line end parts lines", "[readers]") {
  CHECK(read("甲\r\n乙\r丙\n丁") == "T 甲\nT 乙\nT 丙\nT 丁\n");
  CHECK(read("规章\t0\r\n行政许可\t1\r\n") == "|规章|0|\n|行政许可|1|\n");
}

TEST_CASE("a blank line before a block is remembered", "[readers]") {
  const SourceText source = test::source_text("甲\n乙\n\n丙\n");
  const std::vector<Block> blocks = read_plain(source);
  REQUIRE(blocks.size() == 3);
  CHECK(std::get<TextBlock>(blocks[0]).after_blank);
  CHECK_FALSE(std::get<TextBlock>(blocks[1]).after_blank);
  CHECK(std::get<TextBlock>(blocks[2]).after_blank);
}

TEST_CASE("cells with blank lines between them are one table", "[readers]") {
  CHECK(read("规章 |\n\n1 |\n\n|\n\n|\n\n文件 |\n\n2 |\n") == "|规章|\n|1|\n||\n||\n|文件|\n|2|\n");
  const SourceText source = test::source_text("规章 |\n\n1 |\n\n正文\n\n文件 |\n\n甲 | 1\n\n");
  const std::vector<Block> blocks = read_plain(source);
  REQUIRE(blocks.size() == 4);  // text ends a table, and so does a row of several cells
  CHECK(std::get<Grid>(blocks.front()).rows.size() == 2);
}

TEST_CASE("a bar by itself is an empty cell behind a bar, else it parts two texts", "[readers]") {
  CHECK(read("规章 |\n|\n0 |\n") == "|规章|\n||\n|0|\n");
  CHECK(read("规章\n\n|\n\n0\n") == "T 规章\nT 0\n");
  CHECK(read("| 0|\n\n|\n\n3\n") == "|0|\n||\nT 3\n");
}

TEST_CASE("what pandoc leaves for a table is a picture, not text", "[readers]") {
  const SourceText source = test::source_text("三、收到和处理政府信息公开申请情况\n\n[TABLE]\n\n正文\n");
  const std::vector<Block> blocks = read_plain(source);
  REQUIRE(blocks.size() == 2);
  CHECK(std::get<TextBlock>(blocks.front()).before_picture);
}

}  // namespace gialint
