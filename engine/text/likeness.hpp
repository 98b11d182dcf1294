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

/// A text in half a kilobyte, good enough to tell how alike two texts are (MinHash over runs of five characters).
struct TextSketch {
  static constexpr std::size_t size = 128;
  std::array<std::uint32_t, size> least = {};
  std::uint32_t length = 0;  ///< of the text, in code points
};

TextSketch make_sketch(std::u32string_view text);

/// About how many of the runs of both texts stand in both, from 0 to 100, a few more or less; 0 when either has none.
int likeness(const TextSketch& a, const TextSketch& b);

}  // namespace gialint
