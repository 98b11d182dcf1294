#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// A released version, "1.4.0": major, minor, patch.
struct Version {
  std::array<int, 3> numbers{};
  friend auto operator<=>(const Version&, const Version&) = default;

  /// Nothing when `text` is no such version. In a range the last numbers may be left out and are 0 then.
  static std::optional<Version> parse(std::string_view text);
  static std::optional<Version> parse_short(std::string_view text);
};

/// Which versions will do: ">=0.4, <2". All of the comma-separated conditions hold; each is >=, >, <=, < or = and a
/// version.
class VersionRange {
 public:
  static std::optional<VersionRange> parse(std::string_view text);

  [[nodiscard]] bool holds(const Version& version) const;

 private:
  enum class Sign { at_least, more, at_most, less, equal };
  struct Condition {
    Sign sign = Sign::equal;
    Version version;
  };
  std::vector<Condition> conditions_;
};

/// Whether `text` is a version as https://semver.org has it: "1.4.0", "2.0.0-rc.1".
bool is_semantic_version(std::string_view text);

/// The version of this program.
Version own_version();
std::string_view own_version_text();

}  // namespace gialint
