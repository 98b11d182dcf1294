#pragma once

#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Joins figures that were too wide for their cells: 204 over 5 is 2045.
///
/// The pieces of such figures stand around a row as more numbers than it has columns. They are joined
/// - in drawn text, where each stands under the one before it in a column of the rows that are whole, when every column
///   then has one figure;
/// - else, where only their order is known, when line ends part them in one way alone that leaves a figure for each
///   column, or in one way alone that ties with the row's sum.
/// In both cases a piece that another one follows must be as long as any figure of the table, or of its column: the
/// width of the cell.
///
/// True when something was joined: `tokens` must then be aligned anew.
bool join_broken_figures(std::vector<Token>& tokens, const Alignment& alignment, const FormSequence& form);

}  // namespace gialint
