#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// Appends `text` as HTML5 text or attribute value: markup as entities, stray bytes as U+FFFD, and what a browser would
/// act upon or a parser refuses (controls, marks that change the direction of writing, noncharacters) as \u{1b}. Tabs
/// and line ends become blanks.
void append_html(std::string& out, std::string_view text);

std::string html(std::string_view text);

}  // namespace gialint
