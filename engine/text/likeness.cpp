#include "engine/text/likeness.hpp"

#include <algorithm>
#include <limits>
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

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

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
  sketch.least.fill(none);
  for (std::size_t i = 0; i + run <= text.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < run; ++k) hash = mixed(hash + text[i + k]);
    // One hash gives all of them: the k-th is its upper half plus k times its lower half (Kirsch and Mitzenmacher).
    const auto step = static_cast<std::uint32_t>(hash) | 1U;
    auto value = static_cast<std::uint32_t>(hash >> 32U);
    for (std::uint32_t& least : sketch.least) {
      least = std::min(least, value);
      value += step;
    }
  }
  return sketch;
}

int likeness(const TextSketch& a, const TextSketch& b) {
  if (a.least[0] == none || b.least[0] == none) return 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < TextSketch::size; ++i) same += a.least[i] == b.least[i] ? 1 : 0;
  return static_cast<int>(same * 100 / TextSketch::size);
}

}  // namespace gialint
