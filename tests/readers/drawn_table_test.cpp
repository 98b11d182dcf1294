#include "engine/readers/drawn_table.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

std::string read(const std::string& text, Format format = Format::plain) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, format);
  CHECK(test::first_wrong_place(source, blocks) == "");
  return test::dump(blocks);
}

/// The cells of the first grid with their places in it: "text@column+columns/rows".
std::string places(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  REQUIRE_FALSE(blocks.empty());
  std::string out;
  for (const GridRow& row : std::get<Grid>(blocks.front()).rows) {
    for (const GridCell& cell : row.cells) {
      out += std::string(cell.text.text()) + "@" + std::to_string(cell.column) + "+" +
             std::to_string(cell.column_span) + "/" + std::to_string(cell.row_span) + " ";
    }
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("what stands between rules and bars are cells, with what they span", "[readers]") {
  const std::string drawn =
      "┌──────────────────┐\n"
      "│第二十条          │\n"
      "├──────────┬───┬───┤\n"
      "│          │甲 │乙 │\n"
      "│规章      ├───┼───┤\n"
      "│          │1  │2  │\n"
      "└──────────┴───┴───┘\n";
  CHECK(places(drawn) == "第二十条@0+3/1 \n规章@0+1/2 甲@1+1/1 乙@2+1/1 \n1@1+1/1 2@2+1/1 \n");
  CHECK(read("上文\n" + drawn + "下文\n") == "T 上文\n|第二十条|\n|规章|甲|乙|\n|1|2|\nT 下文\n");
}

TEST_CASE("a drawing of + and - is read alike, whatever its characters were counted in", "[readers]") {
  // By code points, as links draws.
  CHECK(read("   +------------+\n   |第二十条第（一）项   |\n   |------------|\n   |信息内容   |本年  |\n   "
             "|-------+----|\n"
             "   |规章     |0   |\n   +------------+\n") == "|第二十条第（一）项|\n|信息内容|本年|\n|规章|0|\n");
  // Each row ruled off: a cell of two lines is one.
  CHECK(read("+------+---+\n| 社会 | 1 |\n| 公益 |   |\n+======+===+\n| 其他 | 2 |\n+------+---+\n") ==
        "|社会公益|1|\n|其他|2|\n");
  // Only the header is: each line is a row.
  CHECK(read("+------+---+\n| 内容 | 数 |\n+------+---+\n| 社会 | 1 |\n| 公益 |   |\n| 其他 | 2 |\n+------+---+\n") ==
        "|内容|数|\n|社会|1|\n|公益||\n|其他|2|\n");
}

TEST_CASE("under dashes a line is a row, and what stands below them its column", "[readers]") {
  CHECK(read("  ---------- ------ ------\n   规章        0      \n                      12\n  ---------- ------ "
             "------\n") == "|规章|0||\n|||12|\n");
  CHECK(read("  内容         数\n  ---------- ----\n  规章          0\n\n下文\n") == "|内容|数|\n|规章|0|\nT 下文\n");
}

TEST_CASE("where blank lines part the rows, a cell has several lines", "[readers]") {
  CHECK(read("  -------- ----\n  社会       1\n  公益\n\n  其他       2\n  -------- ----\n") ==
        "|社会公益|1|\n|其他|2|\n");
  CHECK(read("  -------------\n  内容      数\n  -------- ----\n  社会       1\n  公益\n\n  其他       2\n  "
             "-------------\n") == "|内容|数|\n|社会公益|1|\n|其他|2|\n");
}

TEST_CASE("in Markdown the cells of a drawing have no markup", "[readers]") {
  CHECK(read("# 甲\n\n  ----------------- ------\n  [规章]{lang=\"zh\"}   **3**\n  ----------------- ------\n",
             Format::markdown) == "H1 甲\n|规章|3|\n");
}

TEST_CASE("a printed data frame has its columns' right edges under their numbers", "[readers]") {
  CHECK(read("         0    1\n0     信息内容   数量\n1       规章  NaN\n2     许可 a    3\n下文\n") ==
        "|信息内容|数量|\n|规章||\n|许可 a|3|\nT 下文\n");
  CHECK(read("   0   1   2   3   4   5   6   7   8   9   10\n0   甲   乙   丙   丁   戊   己   庚   辛   壬   癸   子\n"
             "1   0   0   0   0   0   0   0   0   0   0   9\n") ==
        "|甲|乙|丙|丁|戊|己|庚|辛|壬|癸|子|\n|0|0|0|0|0|0|0|0|0|0|9|\n");
  CHECK(read("  0  1  2\n3  4  5\n") == "T 0  1  2\nT 3  4  5\n");
}

TEST_CASE("one column around text is a frame, and what it leaves is read", "[readers]") {
  CHECK(read("+-----------+\n| 一、总体  |\n|           |\n| ---- ---- |\n| 规章 0    |\n| ---- ---- "
             "|\n+-----------+\n下文\n") == "T 一、总体\n|规章|0|\nT 下文\n");
  CHECK(read("+--------------+\n| # 甲         |\n+--------------+\n", Format::markdown) == "H1 甲\n");
  CHECK(read("┌────────┐\n│┌──────┐│\n││正文  ││\n│└──────┘│\n└────────┘\n") == "T 正文\n");
}

TEST_CASE("rules by themselves are no tables", "[readers]") {
  CHECK(read("-------\n正文\n-------\n") == "T -------\nT 正文\nT -------\n");
  CHECK(read("+---+\n+---+\n") == "T +---+\nT +---+\n");
  CHECK(read("--- ---\n正文\n") == "T --- ---\nT 正文\n");
  CHECK(read("+ 甲\n- 乙\n") == "T + 甲\nT - 乙\n");
}

}  // namespace gialint
