#include "engine/packs/version_range.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/text/unicode.hpp"

namespace gialint {

std::optional<VersionRange> VersionRange::parse(std::string_view text) {
  static constexpr std::pair<std::string_view, Sign> signs[] = {
      {">=", Sign::at_least}, {"<=", Sign::at_most}, {">", Sign::more}, {"<", Sign::less}, {"=", Sign::equal}};
  VersionRange range;
  while (true) {
    const std::size_t comma = text.find(',');
    std::string_view condition = trim(text.substr(0, comma));
    const auto* const sign = std::find_if(std::begin(signs), std::end(signs),
                                          [&](const auto& each) { return condition.starts_with(each.first); });
    if (sign == std::end(signs)) return std::nullopt;
    condition.remove_prefix(sign->first.size());
    const std::optional<Version> version = Version::parse_short(trim(condition));
    if (!version) return std::nullopt;
    range.conditions_.push_back({sign->second, *version});
    if (comma == std::string_view::npos) return range;
    text.remove_prefix(comma + 1);
  }
}

bool VersionRange::holds(const Version& version) const {
  return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
    switch (condition.sign) {
      case Sign::at_least:
        return version >= condition.version;
      case Sign::more:
        return version > condition.version;
      case Sign::at_most:
        return version <= condition.version;
      case Sign::less:
        return version < condition.version;
      case Sign::equal:
        break;
    }
    return version == condition.version;
  });
}

bool is_semantic_version(std::string_view text) {
  const std::size_t core = std::min(text.find_first_of("-+"), text.size());
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '+';
  };
  const std::string_view label = text.substr(core);
  return Version::parse(text.substr(0, core)).has_value() && label.size() != 1 &&
         std::all_of(label.begin(), label.end(), fits);
}

std::string_view own_version_text() { return GIALINT_VERSION; }
Version own_version() { return Version::parse(own_version_text()).value_or(Version{}); }

}  // namespace gialint
