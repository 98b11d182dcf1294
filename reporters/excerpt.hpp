#pragma once

#include <string>
#include <string_view>

#include "engine/text/span.hpp"

namespace gialint {

/// A source line as a terminal shows it, and where the marks below it go.
struct Excerpt {
  std::string text;      ///< tabs as blanks, controls as \u{1b}, "…" where it was cut
  int mark_column = 0;   ///< cells before the first mark
  int mark_cells = 1;    ///< at least one, even for a zero-width span
  bool is_whole = true;  ///< nothing was cut off
};

/// Shows `line` (without its line end) in at most `width` terminal cells, cut to a window around `marked`, a span
/// within the line, when it is longer. No character is cut in half. Ambiguous characters take `ambiguous_width` cells.
Excerpt make_excerpt(std::string_view line, Span marked, int width, int ambiguous_width);

}  // namespace gialint
