#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gialint::generator {

/// SplitMix64 (Steele, Lea, Flood, 2014). The library's distributions give other numbers under another standard
/// library; a seed in a failed test must mean the same report everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    return mix(state_);
  }

  /// 0 … n − 1; n is not 0. The bias is far below what a few thousand reports could show.
  std::uint64_t below(std::uint64_t n) { return next() % n; }

  /// low … high, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }

  bool chance(unsigned percent) { return below(100) < percent; }

  template <typename Container>
  const auto& pick(const Container& all) {
    return all[static_cast<std::size_t>(below(all.size()))];
  }

  /// A stream of its own for one concern, so that drawing more for one leaves the others as they were.
  [[nodiscard]] Random fork(std::uint64_t concern) const { return Random(mix(state_ ^ mix(concern + 1))); }

 private:
  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace gialint::generator
