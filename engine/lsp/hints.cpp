#include "engine/lsp/hints.hpp"

#include <cstddef>
#include <map>
#include <optional>

#include "engine/report/report.hpp"
#include "engine/tables/sums.hpp"

namespace gialint {
namespace {

struct Hint {
  Decimal sum;
  bool ties = true;
};

// By total; where several sums end in one, the first that does not tie.
std::map<CellRef, Hint> hints_of(const Table& table) {
  std::map<CellRef, Hint> hints;
  for (const FormSum& sum : sums_of(table)) {
    if (sum.left.size() != 1) continue;
    for (std::size_t line = 0; line < line_count(sum, table); ++line) {
      const std::optional<Figure> difference = residual(sum, table, line);
      if (!difference) continue;
      const CellRef at = sum.cell(line, sum.left.front());
      const Figure total = figure_of(table.rows[at.row].cells[at.column]).value_or(0);
      if (total == 0 && *difference == 0) continue;
      const auto [known, is_new] = hints.try_emplace(at, Hint{to_decimal(total - *difference), *difference == 0});
      if (!is_new && known->second.ties && *difference != 0) known->second = {to_decimal(total - *difference), false};
    }
  }
  return hints;
}

}  // namespace

void write_hints(JsonWriter& json, const View& view, Span span) {
  json.begin_array();
  if (const auto& report = view.analysis.result.report; report && report->kind == ReportKind::report) {
    for (const Table& table : report->tables.tables) {
      if (!table.found) continue;
      for (const auto& [at, hint] : hints_of(table)) {
        const Span cell = view.analysis.in_document(table.rows[at.row].cells[at.column].span);
        if (cell.end < span.begin || cell.begin > span.end) continue;
        json.begin_object().key("position");
        view.document.write_position(json, cell.end, view.client.unit);
        json.member("label", (hint.ties ? "= " : "≠ ") + to_string(hint.sum)).member("paddingLeft", true).end_object();
      }
    }
  }
  json.end_array();
}

}  // namespace gialint
