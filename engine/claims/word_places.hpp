#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/forms/word_index.hpp"

namespace gialint {

/// Where the words of an index stand in one text: what tells, without a search, that an expression cannot match.
class WordPlaces {
 public:
  /// `index` must outlive it.
  explicit WordPlaces(const WordIndex& index) : index_(&index), begins_(index.words().size()) {}

  /// From now on the places are those in `text`, which is valid UTF-8.
  void look_in(std::string_view text);

  [[nodiscard]] bool holds(std::uint32_t word) const { return !begins_[word].empty(); }
  /// Whether one word of each group stands in the text, each behind the one of the group before.
  [[nodiscard]] bool hold_in_order(const std::vector<std::vector<std::uint32_t>>& groups) const;

 private:
  const WordIndex* index_;
  std::vector<std::vector<std::uint32_t>> begins_;  ///< of each word, ascending, in bytes
  std::vector<std::uint32_t> held_;                 ///< the words that have any
};

}  // namespace gialint
