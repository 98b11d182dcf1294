#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// Finds many words in one pass over a text: what keeps expressions from running where they cannot match.
class WordIndex {
 public:
  WordIndex() { heads_.fill(none); }

  /// The number of `word` (not empty): 0, 1, … in the order of first addition.
  std::uint32_t add(std::string_view word);
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

  /// The number of the longest word that stands at byte `at` (< text.size()); -1 when there is none.
  [[nodiscard]] int longest_at(std::string_view text, std::size_t at) const {
    int longest = -1;
    for (std::uint16_t word = heads_[bucket(text, at)]; word != none; word = next_[word]) {
      const bool longer = longest < 0 || words_[word].size() > words_[static_cast<std::size_t>(longest)].size();
      if (longer && text.compare(at, words_[word].size(), words_[word]) == 0) longest = word;
    }
    return longest;
  }

  /// Calls found(number, byte) for every place where a word stands, from left to right; words may overlap.
  /// `text` is valid UTF-8.
  template <class Found>
  void find_all(std::string_view text, Found found) const {
    for (std::size_t at = 0; at < text.size(); at += length_at(text, at)) {
      for (std::uint16_t word = heads_[bucket(text, at)]; word != none; word = next_[word]) {
        if (text.compare(at, words_[word].size(), words_[word]) == 0)
          found(std::uint32_t{word}, static_cast<std::uint32_t>(at));
      }
    }
  }

 private:
  static constexpr std::uint16_t none = 0xFFFF;
  static constexpr std::size_t buckets = 4096;

  static std::size_t length_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
  /// By the first character.
  static std::size_t bucket(std::string_view text, std::size_t at) {
    const std::size_t length = length_at(text, at);
    std::uint32_t hash = 0;
    for (std::size_t i = at; i < at + length && i < text.size(); ++i)
      hash = hash * 67 + static_cast<unsigned char>(text[i]);
    return hash % buckets;
  }

  std::vector<std::string> words_;
  std::vector<std::uint16_t> next_;  ///< the next word of the same bucket
  std::array<std::uint16_t, buckets> heads_;
};

}  // namespace gialint
