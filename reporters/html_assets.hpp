#pragma once

#include <string_view>

namespace gialint {

/// What stands in reporters/html: the build embeds it unchanged.
std::string_view html_style();
std::string_view html_script();

}  // namespace gialint
