#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// Which words may occur in a text: a Bloom filter over its windows of four bytes. Asking it is much cheaper than
/// searching the text.
class TextSignature {
 public:
  static constexpr std::size_t window = 4;

  explicit TextSignature(std::string_view text);

  /// False when the text has no window with that hash.
  [[nodiscard]] bool may_hold(std::uint32_t hash) const {
    const std::uint32_t bit = hash >> shift_;
    return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  /// The hash of the window at `at`.
  static std::uint32_t hash(const char* at);

 private:
  unsigned shift_ = 0;
  std::vector<std::uint64_t> bits_;
};

/// Words of which every text that `expression` (in RE2's syntax) matches has at least one. Empty when none are known;
/// case-insensitive expressions have none.
std::vector<std::string> required_words(std::string_view expression);

/// Tells from the words that an expression requires whether it can match a text.
class Prefilter {
 public:
  explicit Prefilter(std::string_view expression);

  /// False: it cannot match. True: only a search can tell.
  [[nodiscard]] bool admits(const TextSignature& text) const;

 private:
  std::vector<std::vector<std::uint32_t>> words_;  ///< the hashes of each word's windows
};

}  // namespace gialint
