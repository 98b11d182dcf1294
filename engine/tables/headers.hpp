#pragma once

#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Finds the header cells that the alignment passed over, among the words it skipped in front of each table's rows.
///
/// Headers do not always follow in reading order. A cell that spans rows stands before or after its neighbours of those
/// rows; and where all cells of a row are wrapped, their first halves stand on one line and their second halves on the
/// next ("商业 科研" over "企业 机构"). Pieces that make up a header's wording to the letter are put together, those
/// that stand over each other first; what is left over is joined by its place across the line and held against the
/// headers still missing, so that a misprint in a wrapped header is seen as one.
void complete_headers(Alignment& alignment, const FormSequence& form, const std::vector<Token>& tokens,
                      const AlignmentCosts& costs);

}  // namespace gialint
