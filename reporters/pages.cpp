#include "reporters/pages.hpp"

namespace gialint {

std::string_view homepage() { return GIALINT_HOMEPAGE; }

std::string page_below(std::string_view home, std::string_view rule) {
  return home.empty() ? std::string() : std::string(home) + "rules/" + std::string(rule);
}

std::string page_of(std::string_view rule) { return page_below(homepage(), rule); }

}  // namespace gialint
