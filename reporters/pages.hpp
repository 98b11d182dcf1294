#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// The address of gialint's own pages, with a slash at the end; empty where it was built without one, and then nothing
/// that it writes holds a link.
std::string_view homepage();

/// The address of a rule's page below `home`, or of another page below rules/: "internal/rule-error"; empty when `home`
/// is.
std::string page_below(std::string_view home, std::string_view rule);

/// page_below() the homepage.
std::string page_of(std::string_view rule);

}  // namespace gialint
