#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// In ElementMatch::values, an empty place that the text shows by what stands left and right of it.
inline constexpr std::size_t no_token = std::numeric_limits<std::size_t>::max();

/// Gives the values of short rows their columns, where the table's full rows tell which:
/// - in a grid, a full row of as many cells whose values begin at the same column, or, with no such row, just as many
///   places in a row that is as wide as most;
/// - in text, columns whose numbers stand under each other in all full rows, well apart from the next column's.
///
/// Such a row gets an empty place (`no_token`, or the grid's own blank) for each column without a value and is no
/// longer ambiguous. Every other short row stays as it is: nothing is guessed.
void place_short_rows(TableMatch& table, const FormSequence& form, const std::vector<Token>& tokens);

}  // namespace gialint
