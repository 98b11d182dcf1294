#include "reporters/equations.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "engine/diagnostics/diagnostic.hpp"

namespace gialint {
namespace {

std::optional<CellRef> cell_at(const Table& table, std::string_view place) {
  const std::optional<CellName> name = split_cell_name(place);
  if (!name || name->table != table.id) return std::nullopt;
  const std::optional<std::size_t> row = table.form->row_index(name->row);
  const std::optional<std::size_t> column = table.form->column_index(name->column);
  if (!row || !column) return std::nullopt;
  return CellRef{*row, *column};
}

bool holds(const std::vector<CellRef>& cells, CellRef cell) {
  return std::find(cells.begin(), cells.end(), cell) != cells.end();
}

bool is_about(const Explanation& explanation, CellRef cell) {
  return std::any_of(explanation.broken.begin(), explanation.broken.end(), [&](const BrokenIdentity& broken) {
    return holds(broken.left, cell) || holds(broken.right, cell) || holds(broken.minus, cell);
  });
}

/// Nothing in the diagnostic says which explanation it comes from; one that names no other cells than those of its
/// sums, and at least two of them, can come from no other.
bool is_about(const Explanation& explanation, const Table& table, const Diagnostic& diagnostic) {
  const auto fits = [&](std::string_view place) {
    const std::optional<CellRef> cell = cell_at(table, place);
    return cell && is_about(explanation, *cell);
  };
  return explanation.table == table.id && !diagnostic.related.empty() && fits(diagnostic.place) &&
         std::all_of(diagnostic.related.begin(), diagnostic.related.end(),
                     [&](const Related& related) { return !related.source && fits(related.place); });
}

class Equation {
 public:
  Equation(const Table& table, const BrokenIdentity& broken) : table_(table), broken_(broken) {}

  [[nodiscard]] std::string text() const {
    const bool per_row = broken_.identity->scope == IdentityScope::per_row;
    std::string text = per_row ? row_name(broken_.line) : column_name(broken_.line);
    if (!text.empty()) text += "：";
    text += side(broken_.left, {}, broken_.left_sum, true);
    text += " ≠ ";
    return text + side(broken_.right, broken_.minus, broken_.right_sum, false);
  }

 private:
  [[nodiscard]] std::string row_name(std::size_t row) const {
    const FormRow& form = table_.form->rows[row];
    return form.short_label.empty() ? form.label : form.short_label;
  }
  [[nodiscard]] const std::string& column_name(std::size_t column) const { return table_.form->columns[column].label; }

  [[nodiscard]] std::string term(CellRef cell) const {
    const std::string name =
        broken_.identity->scope == IdentityScope::per_row ? column_name(cell.column) : row_name(cell.row);
    return fmt::format("{} {}", name, to_string(table_.rows[cell.row].cells[cell.column].value));
  }

  [[nodiscard]] std::string side(const std::vector<CellRef>& plus, const std::vector<CellRef>& minus, Decimal sum,
                                 bool sum_last) const {
    std::string terms;
    std::size_t count = 0;
    const auto add = [&](const std::vector<CellRef>& cells, std::string_view sign) {
      for (const CellRef cell : cells) {
        const bool alone = plus.size() + minus.size() == 1;
        if (!alone && table_.rows[cell.row].cells[cell.column].value == Decimal()) continue;
        if (count++ > 0 || sign == "−") terms += fmt::format("{}{} ", count > 1 ? " " : "", sign);
        terms += term(cell);
      }
    };
    add(plus, "+");
    add(minus, "−");
    if (count == 0) return to_string(sum);
    if (count == 1 && minus.empty()) return terms;
    return sum_last ? fmt::format("{} = {}", terms, to_string(sum)) : fmt::format("{} = {}", to_string(sum), terms);
  }

  const Table& table_;
  const BrokenIdentity& broken_;
};

}  // namespace

std::vector<std::string> broken_equations(const Report& report, const Diagnostic& diagnostic) {
  std::vector<std::string> equations;
  for (const Explanation& explanation : report.totals) {
    const Table* const table = report.tables.table(explanation.table);
    if (table == nullptr || !is_about(explanation, *table, diagnostic)) continue;
    for (const BrokenIdentity& broken : explanation.broken) equations.push_back(Equation(*table, broken).text());
    break;
  }
  return equations;
}

}  // namespace gialint
