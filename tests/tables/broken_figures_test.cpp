#include "engine/tables/broken_figures.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/read_tables.hpp"

namespace gialint::test {
namespace {

std::string pieces(const ReadTables& result, const Cell& cell) {
  std::string out(result.read.source.slice(cell.span));
  for (const Span span : cell.rest) out += "+" + std::string(result.read.source.slice(span));
  return out;
}

}  // namespace

TEST_CASE("a figure too wide for its cell is joined under the column that it stands in", "[tables]") {
  const ReadTables result =
      read_tables(requests_heading +
                  "                                   204\n"
                  "一、本年新收政府信息公开申请数量   5      0      0      0      0      0      204\n"
                  "                                                                             5\n"
                  "二、上年结转政府信息公开申请数量   103    0      0      0      0      0      103\n"
                  "（一）予以公开                     214    0      0      0      0      0      214\n"
                  "（二）部分公开                     3      0      0      0      0      0      3\n");
  CHECK(row(result, "requests", "new_received") == "2045 0 0 0 0 0 2045");
  CHECK(row(result, "requests", "carried_over") == "103 0 0 0 0 0 103");
  const Row& line = *result.tables.table("requests")->row("new_received");
  CHECK(pieces(result, line.cells.front()) == "204+5");
  CHECK(pieces(result, line.cells.back()) == "204+5");
}

TEST_CASE("where only the order is known, the row's sum tells which pieces make a figure", "[tables]") {
  const ReadTables result = read_tables(requests_heading +
                                        "一、本年新收政府信息公开申请数量\n204\n5 0 0 0 0 0 204\n5\n"
                                        "二、上年结转政府信息公开申请数量\n103 0 0 0 0 0 103\n"
                                        "（一）予以公开\n214 0 0 0 0 0 214\n");
  CHECK(row(result, "requests", "new_received") == "2045 0 0 0 0 0 2045");
}

TEST_CASE("a piece shorter than its cell is no piece of a figure", "[tables]") {
  const ReadTables result =
      read_tables(requests_heading +
                  "一、本年新收政府信息公开申请数量   7      0      0      0      0      0      7\n"
                  "                                   20                                        20\n"
                  "二、上年结转政府信息公开申请数量   5      0      0      0      0      0      5\n"
                  "（一）予以公开                     214    0      0      0      0      0      214\n");
  for (const std::vector<Table>* tables : {&result.tables.tables, &result.tables.unreadable}) {
    for (const Table& table : *tables) {
      for (const Row& line : table.rows) {
        for (const Cell& cell : line.cells) CHECK(cell.rest.empty());
      }
    }
  }
  const Table* const table = result.tables.table("requests");
  CHECK((table == nullptr || table->row("carried_over")->ambiguous));
}

}  // namespace gialint::test
