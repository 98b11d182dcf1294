#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// How the items of a list in prose are numbered.
enum class EnumeratorStyle : std::uint8_t {
  bracketed_numeral,  ///< （一）
  bracketed_digit,    ///< （1）
  numeral,            ///< 一、
  digit,              ///< 1. 1、
  half_bracketed,     ///< 1）
  circled,            ///< ①
  running,            ///< 一是
  ordinal,            ///< 第一，
};

/// Whether what stands behind the point of a number goes on with it: 84.07万元, but not 1.2023年. In time linear in the
/// digits.
bool is_fraction(std::string_view behind_point);

/// "bracketed-numeral", "bracketed-digit", …
std::string_view enumerator_style_name(EnumeratorStyle style);

struct Enumerator {
  Span mark;  ///< in the text searched, brackets and separator included, blanks not
  EnumeratorStyle style = EnumeratorStyle::digit;
  int number = 0;      ///< 1 to 99
  bool opens = false;  ///< nothing stands before it
};

/// The enumerators of `text` (one paragraph) where an item may begin: at its start and behind a mark that ends a
/// clause. References to items, （3）类, 第（一）项, stand elsewhere. In time linear in the text.
std::vector<Enumerator> find_enumerators(std::string_view text);

}  // namespace gialint
