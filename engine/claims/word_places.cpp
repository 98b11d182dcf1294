#include "engine/claims/word_places.hpp"

#include <algorithm>
#include <limits>

namespace gialint {

void WordPlaces::look_in(std::string_view text) {
  for (const std::uint32_t word : held_) begins_[word].clear();
  held_.clear();
  index_->find_all(text, [&](std::uint32_t word, std::uint32_t at) {
    if (begins_[word].empty()) held_.push_back(word);
    begins_[word].push_back(at);
  });
}

bool WordPlaces::hold_in_order(const std::vector<std::vector<std::uint32_t>>& groups) const {
  constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t from = 0;
  for (const std::vector<std::uint32_t>& group : groups) {
    // The word that ends first leaves most room for the groups behind it.
    std::uint32_t end = nowhere;
    for (const std::uint32_t word : group) {
      const std::vector<std::uint32_t>& begins = begins_[word];
      const auto next = std::lower_bound(begins.begin(), begins.end(), from);
      if (next == begins.end()) continue;
      end = std::min(end, *next + static_cast<std::uint32_t>(index_->words()[word].size()));
    }
    if (end == nowhere) return false;
    from = end;
  }
  return true;
}

}  // namespace gialint
