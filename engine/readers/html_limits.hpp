#pragma once

#include <cstddef>
#include <string_view>

namespace gialint {

/// Whether the source can be parsed in time linear in its size. What makes an HTML parser slow: elements nested deep
/// (each tag looks through all that are open), formatting elements left open (every paragraph opens them again), tags
/// with thousands of attributes (each is compared with all others). Pages that people publish stay far below the
/// limits.
bool is_safe_to_parse(std::string_view source);

/// What is_safe_to_parse() allows.
struct HtmlLimits {
  static constexpr std::size_t nesting = 256;         ///< open elements; pages have 15 to 60
  static constexpr std::size_t attributes = 128;      ///< of one tag
  static constexpr std::size_t reopened = 200'000;    ///< elements and attributes that the parser adds of itself
  static constexpr std::size_t elements = 2'000'000;  ///< of one source: the tree takes some 200 bytes each
};

}  // namespace gialint
