#include "engine/tables/sums.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace gialint {
namespace {

constexpr int figure_scale = 4;
constexpr std::array<Figure, figure_scale + 1> powers = {1, 10, 100, 1'000, figure_of_one};
constexpr Figure largest_figure = 100'000'000'000'000'000;

}  // namespace

std::optional<Figure> figure_of(Decimal number) {
  if (number.scale() > figure_scale) return std::nullopt;
  const Figure factor = powers[static_cast<std::size_t>(figure_scale - number.scale())];
  if (number.units() > largest_figure / factor || number.units() < -largest_figure / factor) return std::nullopt;
  return number.units() * factor;
}

std::optional<Figure> figure_of(const Cell& cell) {
  if (!cell.counts()) return std::nullopt;
  if (cell.state == CellState::dash) return 0;
  return figure_of(cell.value);
}

Decimal to_decimal(Figure figure) {
  return Decimal::scaled(figure, figure_scale).value_or(Decimal(figure / figure_of_one));
}

std::span<const FormSum> sums_of(const Table& table) {
  if (table.form == nullptr || table.edition == nullptr) return {};
  const std::vector<FormTable>& forms = table.edition->tables;
  const auto form =
      std::find_if(forms.begin(), forms.end(), [&](const FormTable& each) { return &each == table.form; });
  return table.edition->sums.of_table(static_cast<std::size_t>(form - forms.begin()));
}

std::size_t line_count(const FormSum& sum, const Table& table) {
  return sum.scope == IdentityScope::per_row ? table.rows.size() : table.columns.size();
}

std::optional<Figure> residual(const FormSum& sum, const Table& table, std::size_t line) {
  Figure total = 0;
  const auto add_terms = [&](const std::vector<std::size_t>& terms, Figure sign) {
    return std::all_of(terms.begin(), terms.end(), [&](std::size_t term) {
      const CellRef at = sum.cell(line, term);
      if (at.row >= table.rows.size() || at.column >= table.rows[at.row].cells.size()) return false;
      const std::optional<Figure> value = figure_of(table.rows[at.row].cells[at.column]);
      if (value) total += sign * *value;
      return value.has_value();
    });
  };
  if (!add_terms(sum.left, 1) || !add_terms(sum.right, -1) || !add_terms(sum.minus, 1)) return std::nullopt;
  return total;
}

}  // namespace gialint
