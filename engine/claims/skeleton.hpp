#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/numerals.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A paragraph as the lexicon's phrases see it: no blanks, no quotation marks, Chinese punctuation, and every number,
/// year and title one character (skeleton_mark). "2023 年共受理依申请公开 3件。" is "①共受理依申请公开②。" Numbers that
/// stand together behind their labels stand each behind its own (distribution.hpp).
struct Skeleton {
  std::string text;
  /// For each byte of `text`, the byte of the paragraph it came from; one more for the end.
  std::vector<std::uint32_t> places;

  /// A number that counts something, with its span and unit span in the paragraph.
  struct Number {
    std::uint32_t at = 0;   ///< its character in `text`
    std::uint32_t end = 0;  ///< in the paragraph, behind its unit
    bool chinese = false;
    Mention mention;
    std::uint32_t unit_size = 0;  ///< bytes of `text` behind the mark that are its unit; 0 where the mark stands for it
  };
  std::vector<Number> numbers;  ///< in the order of the text
  /// Numbers that count what no table does (33家, 120人), in the order of the text: what a sentence says of them can be
  /// held against itself alone. Only exact ones written in digits; their units stay in `text`.
  std::vector<Number> things;

  /// A year, told by its digits or in words (去年).
  struct Year {
    std::uint32_t at = 0;
    std::optional<int> year;  ///< empty for a word where the report's year is not known
    bool digits = false;
    int offset = 0;  ///< of a word: 0 this year, -1 the last one
  };
  std::vector<Year> years;

  /// A month, a day of one, or the months of a whole year.
  struct Date {
    std::uint32_t at = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;  ///< 0: none is told
    bool whole_year = false;
  };
  std::vector<Date> dates;

  /// The number whose character stands at byte `at` of `text`; nullptr when there is none.
  [[nodiscard]] const Number* number_at(std::uint32_t at) const;
  /// The bytes of the paragraph from the first to the last of what stands from byte `begin` of `text` to before `end`.
  [[nodiscard]] Span source(std::uint32_t begin, std::uint32_t end) const;
};

/// A number of a skeleton with its places in the source of `paragraph`.
Mention in_source(const Mention& mention, const MappedText& paragraph, std::string_view section);

/// What becomes of a paragraph besides its numbers and titles.
struct SkeletonOptions {
  bool marks_year_words = true;  ///< 去年 is one character as 2022年 is
  bool distributes = true;       ///< numbers that stand together are brought to their labels
};

/// `year` is the report's.
Skeleton build_skeleton(std::string_view paragraph, std::optional<int> year, const NumberWords& words,
                        SkeletonOptions options = {});

}  // namespace gialint
