#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// Text as a terminal shows it: a Chinese character takes two cells, an ambiguous one (“ ” —) takes `ambiguous`, 1
/// or 2. Texts are one line, without tabs or control characters.

/// How many cells `text` takes.
int display_width(std::string_view text, int ambiguous = 1);

/// `text` shortened to at most `width` cells: "…" replaces its middle, so that both the numeral at the head of a label
/// and the words at its end stay readable. No character is cut in half.
std::string elide_middle(std::string_view text, int width, int ambiguous = 1);

/// `text` broken into lines of about equal length, at most `width` cells each. A wider character gets a line of its
/// own.
std::vector<std::string> wrap_evenly(std::string_view text, int width, int ambiguous = 1);

/// `text` padded with blanks, before or behind it, to `width` cells.
std::string pad_left(std::string_view text, int width, int ambiguous = 1);
std::string pad_right(std::string_view text, int width, int ambiguous = 1);

}  // namespace gialint
