#include "engine/tables/wordings.hpp"

#include <algorithm>
#include <bit>

#include "engine/text/normalize.hpp"

namespace gialint {
namespace {

std::uint32_t cost_of(const ElementWording& wording, const AlignmentCosts& costs) {
  return (wording.match == WordingMatch::deviant ? costs.deviant : 0) + (wording.joined ? costs.joined_label : 0);
}

}  // namespace

NearestWording nearest_wording(const FormElement& element, std::u32string_view label, const AlignmentCosts& costs) {
  NearestWording best;
  for (const ElementWording& wording : element.wordings) {
    if (wording.folded == label) return {&wording, 0, cost_of(wording, costs)};
  }
  // The number in front is layout; one more or fewer is no distance.
  const std::u32string_view bare = without_enumerator(label);
  const std::uint64_t letters = letter_set(bare);
  for (const ElementWording& wording : element.wordings) {
    const std::size_t longer = std::max(wording.bare.size(), bare.size());
    std::size_t limit = longer * 2 / 5;
    if (best.wording != nullptr) limit = std::min(limit, best.distance == 0 ? 0 : best.distance - 1);
    if (longer - std::min(wording.bare.size(), bare.size()) > limit) continue;
    const auto foreign = static_cast<std::size_t>(
        std::max(std::popcount(wording.letters & ~letters), std::popcount(letters & ~wording.letters)));
    if (foreign > limit) continue;
    const std::size_t distance = edit_distance(bare, wording.bare, limit);
    if (distance > limit) continue;
    const auto cost = static_cast<std::uint32_t>(costs.whole_distance * distance / std::max<std::size_t>(1, longer));
    best = {&wording, distance, cost + cost_of(wording, costs)};
    if (distance == 0) break;
  }
  return best;
}

}  // namespace gialint
