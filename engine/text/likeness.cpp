#include "engine/text/likeness.hpp"

#include <algorithm>
#include <vector>

namespace gialint {
namespace {

// Three code points of 21 bits each.
std::vector<std::uint64_t> runs_of_three(std::u32string_view text) {
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    runs.push_back(std::uint64_t{text[i]} << 42U | std::uint64_t{text[i + 1]} << 21U | std::uint64_t{text[i + 2]});
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

// The finisher of MurmurHash3: every bit of the input changes half of the result's.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ value >> 33U) * 0xff51afd7ed558ccdULL;
  value = (value ^ value >> 33U) * 0xc4ceb9fe1a85ec53ULL;
  return value ^ value >> 33U;
}

}  // namespace

int likeness(std::u32string_view a, std::u32string_view b) {
  const std::vector<std::uint64_t> left = runs_of_three(a);
  const std::vector<std::uint64_t> right = runs_of_three(b);
  if (left.empty() || right.empty()) return 0;
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    common += left[i] == right[j] ? 1 : 0;
    const bool skip_left = left[i] <= right[j];
    const bool skip_right = right[j] <= left[i];
    i += skip_left ? 1 : 0;
    j += skip_right ? 1 : 0;
  }
  return static_cast<int>(common * 200 / (left.size() + right.size()));
}

TextSketch make_sketch(std::u32string_view text) {
  constexpr std::size_t run = 5;
  TextSketch sketch;
  sketch.length = static_cast<std::uint32_t>(text.size());
  sketch.least.fill(TextSketch::empty);
  for (std::size_t i = 0; i + run <= text.size(); ++i) {
    // Five code points of 21 bits do not fit: two of them make the seed of the other three.
    const std::uint64_t seed = std::uint64_t{text[i]} << 21U | text[i + 1];
    const std::uint64_t rest = std::uint64_t{text[i + 2]} << 42U | std::uint64_t{text[i + 3]} << 21U | text[i + 4];
    const std::uint64_t hash = mixed(mixed(seed) ^ rest);
    std::uint32_t& least = sketch.least[hash % TextSketch::size];
    least = std::min(least, static_cast<std::uint32_t>(hash >> 33U));
  }
  return sketch;
}

int likeness(const TextSketch& a, const TextSketch& b) {
  std::size_t same = 0;
  std::size_t used = 0;
  for (std::size_t i = 0; i < TextSketch::size; ++i) {
    if (a.least[i] == TextSketch::empty && b.least[i] == TextSketch::empty) continue;
    ++used;
    same += a.least[i] == b.least[i] ? 1 : 0;
  }
  return used == 0 ? 0 : static_cast<int>(same * 100 / used);
}

}  // namespace gialint
