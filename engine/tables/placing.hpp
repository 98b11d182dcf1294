#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// In ElementMatch::values, an empty place that the text shows by what stands around it.
inline constexpr std::size_t no_token = std::numeric_limits<std::size_t>::max();

/// Gives the values of rows that stand on several lines the order in which they stand across, and those of short rows,
/// and the blanks of empty ones, their columns, where something tells which:
/// - in a grid, a full row of as many cells whose values begin at the same column; else the header's cells, when the
///   last of them ends the row; else just as many places as columns, in a row that is as wide as most;
/// - in text, columns whose numbers (or, with too few full rows, whose headers) stand apart from each other's, where
///   the row's numbers stand under them or much nearer to them than to others; page by page, where a page tells;
/// - where cells stand one per line, blank lines that make up for what the row is short of, in this row and in most.
///
/// Such a row gets an empty place (`no_token`, or the grid's own blank) for each column without a value and is no
/// longer ambiguous. Every other short row stays as it is: nothing is guessed. A short row takes those of `skipped`
/// that stand on its own lines; figures on several lines of which no order shows make their row ambiguous.
void place_short_rows(TableMatch& table, const FormSequence& form, std::vector<std::size_t>& skipped,
                      const std::vector<Token>& tokens);

}  // namespace gialint
