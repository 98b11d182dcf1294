#include "engine/report/organ_aliases.hpp"

#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {

OrganAliases::OrganAliases(const std::vector<OrganNames>& names) {
  for (const OrganNames& body : names) {
    const std::string own = to_utf8(fold_text(body.name));
    for (const std::string& other : body.others) {
      std::string folded = to_utf8(fold_text(other));
      if (folded != own) names_.insert_or_assign(std::move(folded), body.name);
    }
  }
}

std::string_view OrganAliases::name_of(std::string_view name) const {
  // A body may have been renamed more than once, each time in an entry of its own; entries may run in a circle.
  for (std::size_t steps = 0; steps < names_.size(); ++steps) {
    const auto found = names_.find(to_utf8(fold_text(name)));
    if (found == names_.end()) break;
    name = found->second;
  }
  return name;
}

}  // namespace gialint
