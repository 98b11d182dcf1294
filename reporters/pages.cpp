#include "reporters/pages.hpp"

namespace gialint {

std::string_view homepage() { return GIALINT_HOMEPAGE; }

std::string page_of(std::string_view rule) { return std::string(homepage()) + "rules/" + std::string(rule); }

}  // namespace gialint
