#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/claims/skeleton.hpp"
#include "engine/forms/vocabulary.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A piece of a sentence as the rules of frames see it (frame_reader.hpp).
struct FrameToken {
  enum class Kind : std::uint8_t {
    word,       ///< of the vocabulary
    gap,        ///< characters that begin no word: what stands here is not known
    mark,       ///< one of 。；！？，：、（）; what numbers an item of a list is 。
    number,     ///< 3件, 20万元, 0
    percent,    ///< 35%, 百分之百
    year,       ///< 2023年
    date,       ///< a month, a day
    full_year,  ///< 1至12月; 12月31日, at which a year ends
    title,      ///< 《…》, 〔2021〕3号
    other,      ///< another number: 5名
  };
  Kind kind = Kind::gap;
  Span at;                                   ///< in the skeleton's text
  std::string_view text;                     ///< of the skeleton
  WordLabels labels;                         ///< of a word
  const Skeleton::Number* number = nullptr;  ///< of a number or percentage; null for 百分之百
  int year = 0;                              ///< of a year
  char32_t character = 0;                    ///< of a mark

  [[nodiscard]] bool is(WordMark mark) const { return labels.has(mark); }
  [[nodiscard]] bool is_mark(char32_t c) const { return kind == Kind::mark && character == c; }
};

/// The tokens of a skeleton that was built with neither years in words nor distribution; both must outlive them. One
/// pass: where several words begin, the longest counts.
std::vector<FrameToken> frame_tokens(const Skeleton& skeleton, const Vocabulary& vocabulary);

/// The skeleton that frame_tokens() wants.
Skeleton build_frame_skeleton(std::string_view paragraph, std::optional<int> year, const NumberWords& words);

}  // namespace gialint
