#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// The address of gialint's own pages, with a slash at the end.
std::string_view homepage();

/// The address of a rule's page, or of another page below rules/: "internal/rule-error".
std::string page_of(std::string_view rule);

}  // namespace gialint
