#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gialint {

/// Where one word stands in a text: code points [begin, end).
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool known = false;  ///< the vocabulary has it; else it is a character by itself that it has not, or no Chinese

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend bool operator==(const Word&, const Word&) = default;
};

/// How rare a Chinese word is, in half bits: -2 log2 of its share of all words (了 is 12, 信息 25). Empty when the
/// vocabulary does not have it.
///
/// The vocabulary is engine/text/words.txt, made by scripts/words of jieba's dictionary and of words of the field.
std::optional<int> rarity(std::u32string_view word);

/// The words of `text`, of which Chinese shows no ends: among all ways to part it the one whose words are most common
/// together. Runs of other letters and digits are one word each, and so is every mark. In time linear in the text.
std::vector<Word> segment(std::u32string_view text);

}  // namespace gialint
