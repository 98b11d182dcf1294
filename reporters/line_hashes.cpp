#include "reporters/line_hashes.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t window_units = 100;
constexpr std::uint64_t base = 37;
constexpr std::uint16_t end_of_file = 0xFFFF;

constexpr std::uint64_t base_to_the_window() {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < window_units; ++i) power *= base;
  return power;
}

/// The algorithm of github/codeql-action, src/fingerprints.ts: a ring of the last 100 units; where a line started in
/// the place that is about to be overwritten, the ring holds that line's first 100 units, and the hash is its own.
class LineHasher {
 public:
  void add(std::uint16_t unit) {
    const bool ends_crlf = after_cr_ && unit == '\n';
    after_cr_ = unit == '\r';
    if (unit == ' ' || unit == '\t' || ends_crlf) return;
    if (unit == '\r') unit = '\n';
    finish_line_at_ring();
    if (at_line_start_) {
      starts_[at_] = ++line_;
      at_line_start_ = false;
    }
    at_line_start_ = unit == '\n';
    roll(unit);
  }

  std::vector<std::string> finish() {
    add(end_of_file);
    for (std::size_t i = 0; i < window_units; ++i) {
      finish_line_at_ring();
      roll(0);
    }
    return std::move(hashes_);
  }

 private:
  void finish_line_at_ring() {
    if (!starts_[at_]) return;
    hashes_.resize(std::size_t{*starts_[at_]} + 1);
    hashes_[*starts_[at_]] = fmt::format("{:x}:{}", hash_, ++ordinals_[hash_]);
    starts_[at_].reset();
  }

  void roll(std::uint16_t unit) {
    hash_ = base * hash_ + unit - base_to_the_window() * ring_[at_];
    ring_[at_] = unit;
    at_ = (at_ + 1) % window_units;
  }

  std::array<std::uint16_t, window_units> ring_{};
  std::array<std::optional<std::uint32_t>, window_units> starts_{};  ///< the line whose first unit stands there
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
  std::uint32_t line_ = 0;
  bool at_line_start_ = true;
  bool after_cr_ = false;
  std::unordered_map<std::uint64_t, int> ordinals_;
  std::vector<std::string> hashes_;
};

}  // namespace

std::vector<std::string> line_hashes(const SourceText& source) {
  if (source.is_drawn() || source.encoding() != Encoding::utf8 || !source.undecodable().empty()) return {};
  LineHasher hasher;
  if (source.has_bom()) hasher.add(0xFEFF);
  const std::string_view text = source.text();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    if (character.value < 0x10000) {
      hasher.add(static_cast<std::uint16_t>(character.value));
    } else {
      hasher.add(static_cast<std::uint16_t>(0xD7C0U + (character.value >> 10U)));
      hasher.add(static_cast<std::uint16_t>(0xDC00U + (character.value & 0x3FFU)));
    }
    at += character.length;
  }
  return hasher.finish();
}

}  // namespace gialint
