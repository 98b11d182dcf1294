#pragma once

#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Tells labels that a layout tore apart from misprinted ones, by what became of each letter.
///
/// Lines of text can mix the pieces of neighbouring labels so that no place tells whose each is: 果 of
/// 三、本年度办理结果 between two lines of a row's label, 组织 under four headers. Then one label lacks what another
/// has too many of, or what belongs to nothing. A label is as the form words it when all that it lacks is there, and
/// all it has too many of is lacking elsewhere; a misprint leaves a letter that nothing wants, or one that is nowhere.
/// Of a group's label in three pieces and more, printed letter below letter, letters may be missing altogether.
///
/// Such labels get distance 0; those that were not found and whose letters are all there are called scattered.
void settle_label_letters(Alignment& alignment, const FormSequence& form, const std::vector<Token>& tokens);

}  // namespace gialint
