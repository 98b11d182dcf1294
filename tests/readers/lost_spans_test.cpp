#include "engine/readers/lost_spans.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/readers/lines.hpp"

namespace gialint {
namespace {

/// The columns at which the cells of each row stand, once put back: "0,1,2 | 1,2".
std::string columns_of(const std::vector<std::string>& lines) {
  std::vector<Block> blocks;
  for (const std::string& line : lines) append_row(blocks, read_row(line, 0, CellSeparator::pipe), !blocks.empty());
  restore_lost_spans(blocks);
  std::string columns;
  for (const GridRow& row : std::get<Grid>(blocks.front()).rows) {
    if (!columns.empty()) columns += " | ";
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      columns += (i == 0 ? "" : ",") + std::to_string(row.cells[i].column);
  }
  return columns;
}

}  // namespace

TEST_CASE("numbers of rows without a cell of a merged group end at one edge", "[readers]") {
  CHECK(columns_of({"|(三)|1.秘密|4|5|", "|2.禁止|6|7|"}) == "0,1,2,3 | 1,2,3");
  CHECK(columns_of({"|(一)| |4|5|", "|2.禁止|6|7|", "|3.危及| | |"}) == "0,1,2,3 | 1,2,3 | 1,2,3");
  CHECK(columns_of({"|组|（一）|１|-|", "|(二)|2|3.5|"}) == "0,1,2,3 | 1,2,3");
}

TEST_CASE("a row whose last cells are left out stays where it is", "[readers]") {
  CHECK(columns_of({"|规章|1|2|", "|文件|1|"}) == "0,1,2 | 0,1");
  CHECK(columns_of({"|规章|1|2|", "|文件|1|2|", "|说明|"}) == "0,1,2 | 0,1,2 | 0");
  CHECK(columns_of({"|规章|件数|", "|1|"}) == "0,1 | 0");
}

TEST_CASE("a header's row stands under the merged cells of the row above that are as wide", "[readers]") {
  CHECK(columns_of({"|注| |人| | | |", "|自然人|单位| |总计|", "|企业|机构|", "|新收| |1|2|3|6|"}) ==
        "0,1,2,3,4,5 | 2,3,4,5 | 3,4 | 0,1,2,3,4,5");
  // Two merged cells with one between them that goes on below.
  CHECK(columns_of({"|甲| |乙|丙| |", "|a|b|c|d|"}) == "0,1,2,3,4 | 0,1,3,4");
}

TEST_CASE("a header's row that fits in several places stays where it is", "[readers]") {
  CHECK(columns_of({"|甲| |乙| |", "|a|b|"}) == "0,1,2,3 | 0,1");
  CHECK(columns_of({"|甲|乙|丙|", "|a|b|"}) == "0,1,2 | 0,1");
}

TEST_CASE("cells whose places the format told keep them", "[readers]") {
  std::vector<Block> blocks;
  append_row(blocks, read_row("|组|(一)|4|5|", 0, CellSeparator::pipe), false);
  append_row(blocks, read_row("|(二)|6|7|", 0, CellSeparator::pipe), true);
  std::get<Grid>(blocks.front()).rows.front().cells.front().row_span = 2;
  restore_lost_spans(blocks);
  CHECK(std::get<Grid>(blocks.front()).rows[1].cells.front().column == 0);
}

}  // namespace gialint
