#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gialint {

/// How alike two texts are, from 0 to 100, rounded down: the share of runs of three characters, repetitions counted,
/// that both texts have. The order of sentences does not matter; a changed character costs three runs. 0 when either
/// text has fewer than three characters.
int likeness(std::u32string_view a, std::u32string_view b);

/// A text in half a kilobyte, enough to estimate how alike two texts are: its runs of five characters are hashed into
/// bins, and each bin keeps its smallest hash (one permutation hashing; Li, Owen, Zhang 2012).
struct TextSketch {
  static constexpr std::size_t size = 128;
  static constexpr std::uint32_t empty = 0xFFFFFFFF;  ///< no run fell into the bin
  std::array<std::uint32_t, size> least = {};
  std::uint32_t length = 0;  ///< of the text, in code points
};

TextSketch make_sketch(std::u32string_view text);

/// An estimate, within about three, of the share of distinct runs that both texts have, from 0 to 100; 0 when either
/// has none. One changed character in a hundred lowers it by about ten.
int likeness(const TextSketch& a, const TextSketch& b);

}  // namespace gialint
