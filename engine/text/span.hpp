#pragma once

#include <compare>
#include <cstdint>

namespace gialint {

/// A half-open range [begin, end) of UTF-8 byte offsets into one SourceText.
///
/// Bytes are the only unit that is stored. Lines and columns are computed at the edge, by LineIndex,
/// because a terminal, an editor and SARIF each count columns differently.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that holds both.
constexpr Span hull(Span a, Span b) { return {a.begin < b.begin ? a.begin : b.begin, a.end < b.end ? b.end : a.end}; }

}  // namespace gialint
