#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// What is left of a label, heading or name once layout is set aside: compatibility forms folded (NFKC:
/// full-width to half-width, circled and Roman numerals to plain ones, lower case), everything that is not a
/// letter, a digit or a Chinese character dropped. "（一） 予以公开" and "(一)予以公开" both give "一予以公开".
///
/// So a difference between two folded labels is a difference in wording, never in layout or punctuation.
struct Folded {
  std::u32string text;
  std::vector<Span> places;  ///< for each code point of `text`, the bytes of the input that gave it

  /// The input bytes of folded code points [begin, end); `begin` < `end`.
  [[nodiscard]] Span place(std::size_t begin, std::size_t end) const {
    return {places[begin].begin, places[end - 1].end};
  }
};

Folded fold(std::string_view utf8);

/// The text of fold() alone.
std::u32string fold_text(std::string_view utf8);

/// NFKC alone, blanks and punctuation kept: for messages and for comparing values as written.
std::string to_nfkc(std::string_view utf8);

/// Levenshtein distance in code points; gives `limit + 1` as soon as it is known to be over `limit`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

/// The entry of `known` that whoever wrote `name` most likely meant; empty when none is near (more than a third of it
/// would have to change). A view into `known`, which must outlive it.
std::string_view nearest_name(std::string_view name, const std::vector<std::string>& known);
std::string_view nearest_name(std::string_view name, std::vector<std::string>&& known) = delete;

}  // namespace gialint
