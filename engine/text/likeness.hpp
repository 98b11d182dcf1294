#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gialint {

/// How much of two texts is the same, from 0 to 100, rounded down: of all runs of three characters, each as often as it
/// stands there, how many stand in both. Where sentences stand does not matter; a changed character costs three runs.
/// 0 when either text has fewer than three characters.
int likeness(std::u32string_view a, std::u32string_view b);

/// A text in half a kilobyte, good enough to tell how alike two texts are: of its runs of five characters, hashed into
/// as many bins, the least of each bin (one permutation hashing; Li, Owen, Zhang 2012).
struct TextSketch {
  static constexpr std::size_t size = 128;
  static constexpr std::uint32_t empty = 0xFFFFFFFF;  ///< no run fell into the bin
  std::array<std::uint32_t, size> least = {};
  std::uint32_t length = 0;  ///< of the text, in code points
};

TextSketch make_sketch(std::u32string_view text);

/// About how many of the different runs of both texts stand in both, from 0 to 100, three more or less; 0 when one has
/// none. One character changed in a hundred costs about ten of it.
int likeness(const TextSketch& a, const TextSketch& b);

}  // namespace gialint
