#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// The names of one body, which was renamed or took over another's work: as the configuration declares them.
struct OrganNames {
  std::string name;                 ///< that stands for it
  std::vector<std::string> others;  ///< under which it reported, too
};

/// Who is whom among bodies that reports name differently. Names are compared as titles print them, but for layout.
class OrganAliases {
 public:
  /// Everybody has one name.
  OrganAliases() = default;
  /// A name that several bodies claim is the last one's.
  explicit OrganAliases(const std::vector<OrganNames>& names);

  /// The name that stands for the body that `name` means; `name` itself when nothing is declared of it.
  [[nodiscard]] std::string_view name_of(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> names_;  ///< folded name → the name that stands for it
};

}  // namespace gialint
