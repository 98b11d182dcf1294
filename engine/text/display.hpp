#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// Text as a terminal shows it: Chinese characters take two cells. `ambiguous` is what “ ” — and the like take, 1 or 2.
/// The texts are one line without tabs and controls.

/// The cells that `text` takes.
int display_width(std::string_view text, int ambiguous = 1);

/// `text` in at most `width` cells: what is too long loses its middle to "…", so that both the numeral at the head of a
/// label and the words at its end stay readable. No character is cut in half.
std::string elide_middle(std::string_view text, int width, int ambiguous = 1);

/// `text` in lines of at most `width` cells and about the same length. A character wider than that has a line of its
/// own.
std::vector<std::string> wrap_evenly(std::string_view text, int width, int ambiguous = 1);

/// `text` with blanks before or behind it up to `width` cells.
std::string pad_left(std::string_view text, int width, int ambiguous = 1);
std::string pad_right(std::string_view text, int width, int ambiguous = 1);

}  // namespace gialint
