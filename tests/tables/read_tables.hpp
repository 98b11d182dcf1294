#pragma once

#include <string>

#include <catch2/catch.hpp>

#include "engine/tables/table.hpp"
#include "tests/support/outlines.hpp"

namespace gialint::test {

/// A text with its outline and tables.
struct ReadTables {
  ReadOutline read;
  Tables tables;
};

inline ReadTables read_tables(const std::string& text) {
  ReadOutline outline = read_outline(text);
  const TableReader reader(editions());
  const std::optional<int> year = outline.outline.title ? outline.outline.title->year : std::nullopt;
  Tables tables = reader.read(outline.outline, year);
  return {std::move(outline), std::move(tables)};
}

/// The cells of one row: numbers, "-" dash, "_" blank, "?" absent; "*" in front when the row is ambiguous.
inline std::string row(const ReadTables& result, const std::string& table, const std::string& id) {
  const Table* found = result.tables.table(table);
  REQUIRE(found != nullptr);
  const Row* line = found->row(id);
  REQUIRE(line != nullptr);
  std::string out = line->ambiguous ? "*" : "";
  for (const Cell& cell : line->cells) {
    if (&cell != &line->cells.front()) out += " ";
    switch (cell.state) {
      case CellState::number:
        out += to_string(cell.value);
        CHECK(result.read.source.slice(cell.span).find_first_not_of("+-0123456789.") == std::string_view::npos);
        break;
      case CellState::dash:
        out += "-";
        break;
      case CellState::blank:
        out += "_";
        break;
      case CellState::text:
        out += "t";
        break;
      case CellState::absent:
        out += "?";
        break;
    }
  }
  return out;
}

inline std::string label(const ReadTables& result, const std::string& table, const std::string& id) {
  const Label& found = result.tables.table(table)->row(id)->label;
  return found.found ? std::string(result.read.source.slice(found.span)) : "none";
}

/// Of section three, which holds the table of requests.
inline const std::string requests_heading = "三、收到和处理政府信息公开申请情况\n";

/// Section two as the form in force prints it.
inline const std::string art20 =
    "二、主动公开政府信息情况\n"
    "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n行政规范性文件 4 5 6\n"
    "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 7\n"
    "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 8\n行政强制 9\n"
    "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 10.25\n";

}  // namespace gialint::test
