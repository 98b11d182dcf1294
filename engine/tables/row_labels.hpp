#pragma once

#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Puts the labels of rows and groups together again where the order of the text did not.
///
/// Beside and between the lines of rows' labels stand those of their groups, and where columns are printed one after
/// the other labels stand apart from their values. So what alignment passed over, and the pieces of labels that came
/// out misprinted, are tried once more: first what spells a wording of the form to the letter, near the row's values or
/// within the group's rows; then what is left, for labels that are misprinted indeed. A row that still has no label
/// takes one that stands apart from its values (ElementMatch::apart).
void complete_row_labels(Alignment& alignment, const FormSequence& form, const std::vector<Token>& tokens,
                         const AlignmentCosts& costs);

}  // namespace gialint
