#pragma once

#include <string_view>

namespace gialint {

/// The files of reporters/html, which the build embeds unchanged.
std::string_view html_style();
std::string_view html_script();

}  // namespace gialint
