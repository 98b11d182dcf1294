#pragma once

#include "engine/claims/skeleton.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint {

/// Brings each number of an enumeration to its label: "自然人、商业企业分别为①、②" becomes "自然人①、商业企业②", so
/// that phrases need to know one order only. Behind a comma the word stays, in front: it may open the parts of a total.
/// Enumerations with another number of labels than of numbers, or with numbers in their labels, stay as they are.
///
/// Where it changed something, `places` no longer ascends; Skeleton::source() copes with that.
void distribute(Skeleton& skeleton, const NumberWords& words);

}  // namespace gialint
