#include "engine/forms/word_index.hpp"

#include <algorithm>
#include <cassert>

namespace gialint {

std::uint32_t WordIndex::add(std::string_view word) {
  assert(!word.empty());
  const auto known = std::find(words_.begin(), words_.end(), word);
  if (known != words_.end()) return static_cast<std::uint32_t>(known - words_.begin());
  const auto number = static_cast<std::uint32_t>(words_.size());
  assert(number < none);
  words_.emplace_back(word);
  std::uint16_t& head = heads_[bucket(word, 0)];
  next_.push_back(head);
  head = static_cast<std::uint16_t>(number);
  return number;
}

}  // namespace gialint
