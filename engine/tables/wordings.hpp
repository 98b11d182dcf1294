#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/tables/alignment_costs.hpp"
#include "engine/tables/form_sequence.hpp"

namespace gialint {

/// The wording of an element that a printed label comes nearest to.
struct NearestWording {
  const ElementWording* wording = nullptr;  ///< null when none is near enough for the label to be meant
  std::size_t distance = 0;                 ///< code points that differ; the number in front does not count
  std::uint32_t cost = 0;
};

/// `label` is folded. Two fifths of a label may differ from the wording that is meant.
NearestWording nearest_wording(const FormElement& element, std::u32string_view label, const AlignmentCosts& costs);

}  // namespace gialint
