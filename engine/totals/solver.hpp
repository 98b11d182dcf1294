#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/forms/edition.hpp"
#include "engine/forms/sums.hpp"
#include "engine/tables/table.hpp"
#include "engine/text/decimal.hpp"

namespace gialint {

/// An identity of the form that fails in one row or column, and by how much.
struct BrokenIdentity {
  const FormIdentity* identity = nullptr;
  std::size_t line = 0;        ///< the row (per_row) or column (per_column) it was checked in
  std::vector<CellRef> left;   ///< its cells
  std::vector<CellRef> right;  ///< added; cells of `minus` are in `minus`
  std::vector<CellRef> minus;
  Decimal left_sum;
  Decimal right_sum;  ///< Σ right − Σ minus

  /// The id of that row or column.
  [[nodiscard]] const std::string& line_id(const FormTable& form) const;
};

/// A figure that may be wrong, and the one with which everything would tie.
struct Candidate {
  CellRef cell;
  Decimal printed;
  Decimal expected;
};

enum class HintKind {
  left_out,        ///< the difference equals one row's figure: that row was left out, or counted twice
  swapped_digits,  ///< swapping two neighbouring digits gives the expected figure
  neighbour,       ///< the missing figure stands in the neighbouring column or row
};

/// "left_out", "swapped_digits", "neighbour": as rules name it.
std::string_view hint_name(HintKind kind);

struct Hint {
  HintKind kind = HintKind::left_out;
  CellRef cell;  ///< the cell that it is about
};

/// What went wrong in the sums of one table, said once. Belongs to the first identity it violates: row total,
/// processed sum, balance (identities per row rank before those per column, definitions before printed notes).
struct Explanation {
  std::string table;
  std::vector<BrokenIdentity> broken;  ///< in rank order; broken[0] owns the explanation
  std::vector<Candidate> candidates;   ///< exactly one: that cell is wrong. Several: any of them would do, none is sure
  std::vector<Hint> hints;
};

/// Checks every sum of each table's form (Edition::sums) over the cells that count, and explains what fails with as few
/// wrong cells as will do:
/// - one cell and one amount that repair every identity they touch: one explanation, one candidate;
/// - several cells that would each do: one explanation that names the total that fails, all candidates listed;
/// - two wrong cells that share an identity: one explanation each, a candidate each; when the two make up for each
///   other in a sum that ties, one explanation for both, without a candidate;
/// - else each violated identity by itself, without a candidate; one that only follows from the others goes with them.
///
/// An identity with a cell that does not count (blank, text, ambiguous, absent, 10^13 and more) is not checked. Blanks
/// count as 0 in a table whose sums say that its writer left zeros blank; none of them is a candidate. Cells
/// whose repair would be negative, or a fraction of a count, are no candidates. Without a fault the work is linear in
/// the cells and nothing is allocated; with faults it is bounded by a fixed number of steps per table.
///
/// In the order of the tables, then of broken[0]: rank, line.
std::vector<Explanation> explain_totals(const Tables& tables);

}  // namespace gialint
