#include "engine/tables/sums.hpp"

#include <optional>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/forms.hpp"

namespace gialint {
namespace {

/// The newest form's table of requests, every cell 0.
Table table_of_requests() {
  const Edition& edition = test::editions().back();
  Table table;
  table.id = "requests";
  table.edition = &edition;
  table.form = edition.table("requests");
  table.columns.resize(table.form->columns.size());
  table.rows.resize(table.form->rows.size());
  for (Row& row : table.rows) {
    row.cells.resize(table.columns.size());
    for (Cell& cell : row.cells) cell.state = CellState::number;
  }
  return table;
}

}  // namespace

TEST_CASE("a figure is exact to the ten-thousandth, and no larger than a line of them can be added up", "[tables]") {
  CHECK(figure_of(Decimal(58)) == 58 * figure_of_one);
  CHECK(figure_of(*Decimal::parse("-0.25")) == -2'500);
  CHECK(figure_of(*Decimal::parse("0.00001")) == std::nullopt);
  CHECK(figure_of(Decimal(10'000'000'000'000)).has_value());
  CHECK(figure_of(Decimal(10'000'000'000'001)) == std::nullopt);
  CHECK(to_decimal(-2'500) == *Decimal::parse("-0.25"));
  CHECK(to_decimal(58 * figure_of_one) == Decimal(58));
}

TEST_CASE("a dash is 0 and what does not count is no figure", "[tables]") {
  Cell cell;
  CHECK(figure_of(cell) == std::nullopt);
  cell.state = CellState::dash;
  CHECK(figure_of(cell) == 0);
  cell.state = CellState::number;
  cell.value = Decimal(3);
  CHECK(figure_of(cell) == 3 * figure_of_one);
  cell.certainty = Certainty::ambiguous;
  CHECK(figure_of(cell) == std::nullopt);
}

TEST_CASE("what a sum leaves over in a line is left minus right, plus what the right side subtracts", "[tables]") {
  Table table = table_of_requests();
  const FormSum& total = sums_of(table).front();
  REQUIRE(total.scope == IdentityScope::per_row);
  CHECK(line_count(total, table) == table.rows.size());
  CHECK(residual(total, table, 0) == 0);
  table.rows[0].cells[total.left.front()].value = Decimal(5);
  table.rows[0].cells[total.right.front()].value = Decimal(2);
  CHECK(residual(total, table, 0) == 3 * figure_of_one);
  CHECK(residual(total, table, 1) == 0);

  const FormSum& column = sums_of(table).back();
  REQUIRE(column.scope == IdentityScope::per_column);
  CHECK(line_count(column, table) == table.columns.size());
}

TEST_CASE("a line with a cell that does not count, or is not there, leaves nothing over", "[tables]") {
  Table table = table_of_requests();
  const FormSum& total = sums_of(table).front();
  table.rows[0].cells[total.right.front()].state = CellState::blank;
  CHECK(residual(total, table, 0) == std::nullopt);
  table.rows[1].cells.pop_back();
  CHECK(residual(total, table, 1) == std::nullopt);
  CHECK(residual(total, table, table.rows.size()) == std::nullopt);
}

TEST_CASE("a table without a form has no sums", "[tables]") { CHECK(sums_of(Table{}).empty()); }

}  // namespace gialint
