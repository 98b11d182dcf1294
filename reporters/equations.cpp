#include "reporters/equations.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include "engine/diagnostics/diagnostic.hpp"

namespace gialint {
namespace {

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
    if (table == nullptr) continue;
    for (const BrokenIdentity& broken : explanation.broken) {
      const FailedSum sum{broken.identity->id, broken.line_id(*table->form)};
      const std::vector<FailedSum>& named = diagnostic.sums;
      if (std::find(named.begin(), named.end(), sum) == named.end()) continue;
      equations.push_back(Equation(*table, broken).text());
    }
  }
  return equations;
}

}  // namespace gialint
