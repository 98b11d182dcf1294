#include "engine/lsp/navigation.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "engine/lsp/claim_reading.hpp"
#include "engine/report/report.hpp"
#include "engine/tables/sums.hpp"

namespace gialint {
namespace {

// A cell by its table.
struct Place {
  std::size_t table = 0;
  CellRef cell;
};

const Cell* cell_at(const Report& report, const Place& place) {
  const std::vector<Table>& tables = report.tables.tables;
  if (place.table >= tables.size() || place.cell.row >= tables[place.table].rows.size()) return nullptr;
  const std::vector<Cell>& cells = tables[place.table].rows[place.cell.row].cells;
  return place.cell.column < cells.size() ? &cells[place.cell.column] : nullptr;
}

// Collects places in the text, in its order and each once.
class Locations {
 public:
  explicit Locations(const View& view) : view_(view), report_(view.analysis.result.report.get()) {}

  [[nodiscard]] const Report* report() const { return report_; }

  void add(Span span) {
    if (!span.empty()) spans_.push_back(span);
  }
  void add(const Place& place) {
    if (const Cell* cell = cell_at(*report_, place)) add(cell->span);
  }
  void write(JsonWriter& json) {
    std::sort(spans_.begin(), spans_.end());
    spans_.erase(std::unique(spans_.begin(), spans_.end()), spans_.end());
    json.begin_array();
    for (const Span span : spans_) {
      json.begin_object().member("uri", view_.document.uri()).key("range");
      view_.write_range(json, span);
      json.end_object();
    }
    json.end_array();
  }

  // Whether the offset lies in the span, or just behind it, where a cursor stands after a number was typed.
  [[nodiscard]] bool touches(Span span, std::uint32_t offset) const {
    const Span inside = view_.analysis.in_document(span);
    return !span.empty() && inside.begin <= offset && offset <= inside.end;
  }

  [[nodiscard]] std::optional<Place> cell_under(std::uint32_t offset) const {
    for (std::size_t table = 0; table < report_->tables.tables.size(); ++table) {
      const std::vector<Row>& rows = report_->tables.tables[table].rows;
      for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].cells.size(); ++column) {
          if (touches(rows[row].cells[column].span, offset)) return Place{table, {row, column}};
        }
      }
    }
    return std::nullopt;
  }

 private:
  const View& view_;
  const Report* report_;
  std::vector<Span> spans_;
};

// Calls `use` with each of the form's sums that `place` is a part of, and the line of it.
template <class Use>
void for_each_sum(const Report& report, const Place& place, const Use& use) {
  const Table& table = report.tables.tables[place.table];
  for (const FormSum& sum : sums_of(table)) {
    if (sum.sign_of(place.cell) != 0) use(sum, sum.line_of(place.cell));
  }
}

}  // namespace

void write_definition(JsonWriter& json, const View& view, std::uint32_t offset) {
  Locations locations(view);
  if (const Report* const report = locations.report()) {
    for (const Claim& claim : report->claims) {
      const ClaimReading* const reading = reading_of(claim);
      if (reading == nullptr || !locations.touches(claim.span, offset)) continue;
      for (const ClaimReading::Term& term : reading->terms) locations.add(Place{term.table, {term.row, term.column}});
    }
    if (const std::optional<Place> place = locations.cell_under(offset)) {
      for_each_sum(*report, *place, [&](const FormSum& sum, std::size_t line) {
        if (!sum.is_total(place->cell)) return;
        for (const std::vector<std::size_t>* terms : {&sum.right, &sum.minus}) {
          for (const std::size_t term : *terms) locations.add(Place{place->table, sum.cell(line, term)});
        }
      });
    }
  }
  locations.write(json);
}

void write_references(JsonWriter& json, const View& view, std::uint32_t offset) {
  Locations locations(view);
  const Report* const report = locations.report();
  if (const std::optional<Place> place = report ? locations.cell_under(offset) : std::nullopt) {
    for (const Claim& claim : report->claims) {
      const ClaimReading* const reading = reading_of(claim);
      if (reading == nullptr) continue;
      const bool meant = std::any_of(reading->terms.begin(), reading->terms.end(), [&](const ClaimReading::Term& term) {
        return term.table == place->table && CellRef{term.row, term.column} == place->cell;
      });
      if (meant) locations.add(claim.span);
    }
    for_each_sum(*report, *place, [&](const FormSum& sum, std::size_t line) {
      if (sum.left.size() == 1 && !sum.is_total(place->cell))
        locations.add(Place{place->table, sum.cell(line, sum.left.front())});
    });
  }
  locations.write(json);
}

}  // namespace gialint
