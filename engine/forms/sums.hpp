#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace gialint {

struct Edition;

/// Along which lines of its table a relation of the form holds.
enum class IdentityScope { per_column, per_row };

/// A cell by its place in one table.
struct CellRef {
  std::size_t row = 0;
  std::size_t column = 0;
  friend constexpr auto operator<=>(const CellRef&, const CellRef&) = default;
};

/// One sum of the form with its terms as places: Σ left = Σ right − Σ minus, in each column (the terms are rows) or in
/// each row (the terms are columns).
struct FormSum {
  std::size_t identity = 0;  ///< of Edition::identities
  IdentityScope scope = IdentityScope::per_column;
  std::vector<std::size_t> left;  ///< never empty
  std::vector<std::size_t> right;
  std::vector<std::size_t> minus;

  [[nodiscard]] CellRef cell(std::size_t line, std::size_t term) const {
    return scope == IdentityScope::per_row ? CellRef{line, term} : CellRef{term, line};
  }
  [[nodiscard]] std::size_t line_of(CellRef cell) const {
    return scope == IdentityScope::per_row ? cell.row : cell.column;
  }
  [[nodiscard]] std::size_t term_of(CellRef cell) const {
    return scope == IdentityScope::per_row ? cell.column : cell.row;
  }
  /// With which sign the cell counts in Σ left − Σ right + Σ minus: 1 or −1; 0 when it is no part of the sum.
  [[nodiscard]] int sign_of(CellRef cell) const;
  /// Whether the cell alone is the left side.
  [[nodiscard]] bool is_total(CellRef cell) const { return left.size() == 1 && left.front() == term_of(cell); }
};

/// The sums that an edition states or defines (relation "=", status official or definition), compiled once. They hold
/// places, no pointers: an edition may be moved and copied with its sums.
class FormSums {
 public:
  FormSums() = default;
  explicit FormSums(const Edition& edition);

  /// Of a table, by its index in Edition::tables: sums per row first, then definitions before what notes print.
  [[nodiscard]] std::span<const FormSum> of_table(std::size_t table) const {
    return table < tables_.size() ? tables_[table] : std::span<const FormSum>();
  }

 private:
  std::vector<std::vector<FormSum>> tables_;
};

}  // namespace gialint
