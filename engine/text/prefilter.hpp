#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// Which words may stand in a text: a Bloom filter over its windows of four bytes. To ask it is much cheaper than to
/// search the text.
class TextSignature {
 public:
  static constexpr std::size_t window = 4;

  explicit TextSignature(std::string_view text);

  /// False when no window of that hash stands in the text.
  [[nodiscard]] bool may_hold(std::uint32_t hash) const {
    const std::uint32_t bit = hash >> shift_;
    return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  /// Of the window that begins at `at`.
  static std::uint32_t hash(const char* at);

 private:
  unsigned shift_ = 0;
  std::vector<std::uint64_t> bits_;
};

/// Words of which at least one stands in every text that `expression` (in RE2's syntax) matches. Empty: no such words
/// are known. Case-insensitive expressions have none.
std::vector<std::string> required_words(std::string_view expression);

/// Whether an expression can match a text, by the words that it requires.
class Prefilter {
 public:
  explicit Prefilter(std::string_view expression);

  /// False: it does not match. True: only a search tells.
  [[nodiscard]] bool admits(const TextSignature& text) const;

 private:
  std::vector<std::vector<std::uint32_t>> words_;  ///< the hashes of each word's windows
};

}  // namespace gialint
