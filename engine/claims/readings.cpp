#include "engine/claims/readings.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/tables/sums.hpp"

namespace gialint {
namespace {

using Term = ClaimReading::Term;

const Cell& cell_of(const Tables& tables, const Term& term) {
  return tables.tables[term.table].rows[term.row].cells[term.column];
}

/// Adds the cells that `path` names; false when the form does not have them.
bool add_terms(const CellPath& path, bool minus, const Tables& tables, std::vector<Term>& terms) {
  const auto table = std::find_if(tables.tables.begin(), tables.tables.end(),
                                  [&](const Table& candidate) { return candidate.id == path.table; });
  if (table == tables.tables.end() || table->form == nullptr || table->edition == nullptr) return false;
  const auto members = [&](const std::string& name, bool group, bool rows) -> std::vector<std::string> {
    if (!group) return {name};
    const FormGroup* found = table->edition->group(name);
    return found == nullptr || found->table != path.table ? std::vector<std::string>()
           : rows                                         ? found->rows
                                                          : found->columns;
  };
  const std::vector<std::string> rows = members(path.row, path.row_group, true);
  const std::vector<std::string> columns = members(path.column, path.column_group, false);
  if (rows.empty() || columns.empty()) return false;
  for (const std::string& row : rows) {
    for (const std::string& column : columns) {
      const std::optional<std::size_t> row_index = table->form->row_index(row);
      const std::optional<std::size_t> column_index = table->form->column_index(column);
      if (!row_index || !column_index || *row_index >= table->rows.size() ||
          *column_index >= table->rows[*row_index].cells.size()) {
        return false;
      }
      terms.push_back({static_cast<std::size_t>(table - tables.tables.begin()), *row_index, *column_index, minus});
    }
  }
  return true;
}

std::optional<Decimal> sum_of(const std::vector<Term>& terms, const Tables& tables) {
  std::optional<Decimal> sum = Decimal(0);
  for (const Term& term : terms) {
    const Cell& cell = cell_of(tables, term);
    if (!cell.counts() || !sum) return std::nullopt;
    sum = term.minus ? subtract(*sum, cell.value) : add(*sum, cell.value);
  }
  return sum;
}

/// How the sums of the form that hold a cell come out.
enum class Sums { unknown, tie, fail };

/// With the figure that is printed in the cell changed by `change`.
Sums sums_through(const Term& at, Figure change, const Tables& tables) {
  const Table& table = tables.tables[at.table];
  const CellRef cell{at.row, at.column};
  Sums result = Sums::unknown;
  for (const FormSum& sum : sums_of(table)) {
    const int sign = sum.sign_of(cell);
    if (sign == 0) continue;
    const std::optional<Figure> left_over = residual(sum, table, sum.line_of(cell));
    if (!left_over) continue;
    if (*left_over + sign * change != 0) return Sums::fail;
    result = Sums::tie;
  }
  return result;
}

}  // namespace

std::vector<ClaimReading> resolve_readings(const Measure& measure, const Tables& tables) {
  std::vector<ClaimReading> readings;
  for (const MeasureReading& form : measure.readings) {
    ClaimReading reading;
    reading.label = form.label;
    reading.part = form.part;
    std::vector<Term> conditions;
    const auto add_all = [&](const std::vector<CellPath>& paths, bool minus, std::vector<Term>& terms) {
      return std::all_of(paths.begin(), paths.end(),
                         [&](const CellPath& path) { return add_terms(path, minus, tables, terms); });
    };
    if (!add_all(form.cells, false, reading.terms) || !add_all(form.minus, true, reading.terms) ||
        !add_all(form.when_zero, false, conditions)) {
      continue;
    }
    const bool applies = std::all_of(conditions.begin(), conditions.end(), [&](const Term& term) {
      const Cell& cell = cell_of(tables, term);
      return cell.counts() && cell.value.is_zero();
    });
    if (!applies) continue;
    reading.sum = sum_of(reading.terms, tables);
    // 251000元 printed in a column of 万元: which of the two the number is, nobody can tell.
    const bool own_unit = std::any_of(reading.terms.begin(), reading.terms.end(),
                                      [&](const Term& term) { return !cell_of(tables, term).unit.empty(); });
    if (measure.cell_exponent != 0 && own_unit) reading.sum.reset();
    readings.push_back(std::move(reading));
  }
  return readings;
}

bool agrees(const Claim& claim, const ClaimReading& reading) {
  const Decimal sum = *reading.sum;
  if (reading.part || claim.part) return claim.low <= sum;
  if (claim.low <= sum && sum <= claim.high) return true;
  // 47.1万元 in the prose and 47.12 in the cell: one of them is rounded, whichever shows fewer places.
  const bool whole = sum.is_integer() && claim.step == Decimal(1);
  if (whole) return false;
  const Decimal printed_step = Decimal::scaled(1, sum.scale()).value_or(Decimal(0));
  const Decimal step = std::max(claim.step, printed_step);
  const std::optional<Decimal> off = claim.value < sum ? subtract(sum, claim.value) : subtract(claim.value, sum);
  return !off || *off < step;
}

ClaimVerdict judge(const Claim& claim) {
  bool agreed = false;
  for (const ClaimReading& reading : claim.readings) {
    if (!reading.sum) return ClaimVerdict::unknown;
    agreed = agreed || agrees(claim, reading);
  }
  if (agreed) return ClaimVerdict::agrees;
  return claim.readings.empty() || claim.cell_at_fault ? ClaimVerdict::unknown : ClaimVerdict::contradicted;
}

bool are_cells_in_doubt(const std::vector<ClaimReading>& readings, const Tables& tables) {
  return std::any_of(readings.begin(), readings.end(), [&](const ClaimReading& reading) {
    return std::any_of(reading.terms.begin(), reading.terms.end(),
                       [&](const Term& term) { return sums_through(term, 0, tables) == Sums::fail; });
  });
}

bool is_cell_at_fault(const std::vector<ClaimReading>& readings, Decimal value, const Tables& tables) {
  for (const ClaimReading& reading : readings) {
    if (!reading.sum) continue;
    if (*reading.sum == value) return false;
  }
  for (const ClaimReading& reading : readings) {
    const std::optional<Decimal> missing = reading.sum ? subtract(value, *reading.sum) : std::nullopt;
    const std::optional<Figure> difference = missing ? figure_of(*missing) : std::nullopt;
    if (!difference) continue;
    for (const Term& term : reading.terms) {
      const std::optional<Figure> printed = figure_of(cell_of(tables, term));
      const Figure change = term.minus ? -*difference : *difference;
      if (printed && *printed + change >= 0 && sums_through(term, 0, tables) == Sums::fail &&
          sums_through(term, change, tables) == Sums::tie) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace gialint
