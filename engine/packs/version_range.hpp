#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/version.hpp"

namespace gialint {

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
