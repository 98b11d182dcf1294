#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Which columns of the form the values of a table's rows belong to.
struct RowShape {
  static constexpr std::size_t extra = std::numeric_limits<std::size_t>::max();

  std::size_t width = 0;                   ///< values of a row
  std::vector<std::size_t> columns;        ///< for each value the form's column, or `extra`
  std::vector<std::size_t> missing;        ///< columns of the form that the table does not have
  std::optional<std::size_t> extra_label;  ///< the token that heads the extra column
  bool untold = false;                     ///< more or fewer values than columns, and nothing tells which
};

/// How many values the rows of alignment.tables[table] have, once short rows are placed: as many as most of them do,
/// where that are two thirds; a table of one row must have as many headers too. The form's own number otherwise.
std::size_t usual_width(const Alignment& alignment, std::size_t table, const FormSequence& form,
                        const std::vector<Token>& tokens);

/// The shape of a table that was aligned with `table.width` values to a row. With fewer than the form has columns,
/// those without a header are missing, if they are as many; with one more, the one that stands under a header unknown
/// to the form is extra. Nothing is guessed: else the shape is untold.
RowShape row_shape(const TableMatch& table, const Alignment& alignment, const FormSequence& form,
                   const std::vector<Token>& tokens);

}  // namespace gialint
