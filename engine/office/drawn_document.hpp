#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/word_story.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A Word document as text that everything behind the readers can work with, and for each stretch of that text the
/// bytes of the main part that it was drawn from.
///
/// A line is a paragraph or the row of a table; each ends with "\n". The cells of a row are joined by tabs: one for
/// each cell that the row has, a covered one among them, so that a column keeps its place. A line or page break in a
/// paragraph, and the end of a paragraph in a cell, is "\v". Automatic numbers are drawn, and come from nowhere; so
/// does the mark of a picture, at the end of its paragraph's line.

/// Stands in the drawn text for a picture or an embedded object: U+FFFC, OBJECT REPLACEMENT CHARACTER.
inline constexpr std::string_view picture_mark = "\xEF\xBF\xBC";

/// Text drawn from one place. In the order of the text; they do not overlap.
struct DrawnPiece {
  Span drawn;
  Span source;  ///< in the main part; as long as `drawn` where it is a copy
  bool copied = true;
  Span element;  ///< in the main part: the child of the run that the text stands in, of a formula all of it
  std::uint32_t run = no_index;  ///< in DrawnDocument::runs; none for a formula
};

struct DrawnCell {
  Span drawn;                ///< empty for a blank one
  std::uint32_t column = 0;  ///< from 0
  std::uint32_t column_span = 1;
  std::uint32_t row_span = 1;
  bool covered = false;                ///< by the cell above it: no cell of its own
  std::uint32_t paragraph = no_index;  ///< its first, in DrawnDocument::paragraphs
};

struct DrawnLine {
  Span drawn;                          ///< without its line end
  std::uint32_t paragraph = no_index;  ///< in DrawnDocument::paragraphs; of a row none
  std::uint8_t heading_level = 0;      ///< 1 to 6, else 0
  bool bullet = false;                 ///< an item of a list with a sign in front, which is not drawn
  std::uint32_t number_size = 0;       ///< bytes of the automatic number at its start
  std::uint32_t table = no_index;      ///< counts the tables that were drawn as rows, from 0
  std::vector<DrawnCell> cells;        ///< of a row, from left to right
};

struct DrawnDocument {
  std::string text;
  std::vector<DrawnLine> lines;
  std::vector<DrawnPiece> pieces;
  std::vector<RunPlace> runs;
  std::vector<ParagraphPlace> paragraphs;
  TrackedChanges changes;
  std::size_t chunks = 0;  ///< as Story's
};

}  // namespace gialint
