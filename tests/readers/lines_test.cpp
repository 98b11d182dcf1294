#include "engine/readers/lines.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("tabs and bars make cells, an indented sentence does not", "[readers]") {
  struct Case {
    const char* line;
    CellSeparator separator;
  };
  for (const Case& each :
       {Case{"规章\t0\t0\t0", CellSeparator::tab}, Case{"\t0", CellSeparator::tab},
        Case{"行政许可\t0\t\t", CellSeparator::tab}, Case{"\t", CellSeparator::tab},
        Case{"\t2023年，我局认真落实。全年公开75项。", CellSeparator::none}, Case{"|规章|0|0|", CellSeparator::pipe},
        Case{"规章|0|0", CellSeparator::pipe}, Case{"首页|公开", CellSeparator::none},
        Case{"规章 0 0 0", CellSeparator::none}, Case{"", CellSeparator::none}}) {
    CAPTURE(each.line);
    CHECK(cell_separator(each.line) == each.separator);
  }
}

TEST_CASE("a row keeps every cell with its place, blank ones too", "[readers]") {
  const std::string line = "一、本年新收\t\t 12 \t0\t";
  const GridRow row = read_row(line, 100, CellSeparator::tab);
  REQUIRE(row.cells.size() == 5);
  CHECK(row.cells[0].text.text() == "一、本年新收");
  CHECK(row.cells[0].span == Span{100, 118});
  CHECK(row.cells[1].text.empty());
  CHECK(row.cells[1].span == Span{119, 119});
  CHECK(row.cells[2].text.text() == "12");
  CHECK(row.cells[2].span == Span{121, 123});
  CHECK(row.cells[3].column == 3);
  CHECK(row.cells[4].text.empty());
  CHECK(row.cells[4].span.begin == 100 + line.size());
}

TEST_CASE("the bars at a pipe row's edges part nothing", "[readers]") {
  const GridRow framed = read_row("| 规章 | 0 | |", 0, CellSeparator::pipe);
  REQUIRE(framed.cells.size() == 3);
  CHECK(framed.cells[0].text.text() == "规章");
  CHECK(framed.cells[2].text.empty());
  CHECK(read_row("规章|0|1", 0, CellSeparator::pipe).cells.size() == 3);
  CHECK(is_pipe_rule("|---|:--:|"));
  CHECK_FALSE(is_pipe_rule("|甲|"));
  CHECK_FALSE(is_pipe_rule("-----"));
}

TEST_CASE("only the second line of a pipe table rules off its header", "[readers]") {
  std::vector<Block> blocks;
  CHECK_FALSE(rules_off_header("| - | - |", CellSeparator::pipe, blocks, false));
  CHECK(rules_off_header("|---|---|", CellSeparator::pipe, blocks, false));
  append_row(blocks, read_row("|甲|乙|", 0, CellSeparator::pipe), false);
  CHECK(rules_off_header("| - | - |", CellSeparator::pipe, blocks, true));
  append_row(blocks, read_row("|1|2|", 10, CellSeparator::pipe), true);
  CHECK_FALSE(rules_off_header("| - | - |", CellSeparator::pipe, blocks, true));
}

TEST_CASE("columns that are blank in every row at the left edge are an indent", "[readers]") {
  std::vector<Block> blocks;
  append_row(blocks, read_row("\t规章", 0, CellSeparator::tab), false);
  append_row(blocks, read_row("\t0", 10, CellSeparator::tab), true);
  append_row(blocks, read_row("\t", 20, CellSeparator::tab), true);
  drop_indent_columns(blocks);
  REQUIRE(blocks.size() == 1);
  const Grid& grid = std::get<Grid>(blocks[0]);
  REQUIRE(grid.rows.size() == 3);
  for (const GridRow& row : grid.rows) {
    REQUIRE(row.cells.size() == 1);
    CHECK(row.cells[0].column == 0);
  }
}

TEST_CASE("a bar at one end makes a cell, one within a line does where rows show it", "[readers]") {
  CHECK(cell_separator("规章 |") == CellSeparator::pipe);
  CHECK(cell_separator("|") == CellSeparator::pipe);
  CHECK(cell_separator("正文一句。|") == CellSeparator::none);
  CHECK(cell_separator("首页|新闻") == CellSeparator::none);
  CHECK(cell_separator("规章| 0", {LineSyntax::markdown, true, ""}) == CellSeparator::pipe);
  CHECK(cell_separator("内容| 数量", {LineSyntax::markdown, false, "---|---"}) == CellSeparator::pipe);
  CHECK(cell_separator("甲\\|乙\\|丙", {LineSyntax::markdown, false, ""}) == CellSeparator::none);
  CHECK(cell_separator("甲\\|乙\\|丙") == CellSeparator::pipe);
}

TEST_CASE("an escaped bar is text in Markdown", "[readers]") {
  const GridRow row = read_row("| 甲\\|乙 | 丙\\| |", 0, CellSeparator::pipe, LineSyntax::markdown);
  REQUIRE(row.cells.size() == 2);
  CHECK(row.cells[0].text.text() == "甲\\|乙");
  CHECK(ends_in_bar("甲|", LineSyntax::markdown));
  CHECK_FALSE(ends_in_bar("甲\\|", LineSyntax::markdown));
}

}  // namespace gialint
