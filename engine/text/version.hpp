#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string_view>

namespace gialint {

/// A released version, "1.4.0": major, minor, patch.
struct Version {
  std::array<int, 3> numbers{};
  friend auto operator<=>(const Version&, const Version&) = default;

  /// Nothing when `text` is no such version. In a range the last numbers may be left out and are 0 then.
  static std::optional<Version> parse(std::string_view text);
  static std::optional<Version> parse_short(std::string_view text);
};

}  // namespace gialint
