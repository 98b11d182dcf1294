#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// What a reader yields, in reading order. Readers know nothing of the form; no later stage knows the format.

/// One line of running text as in the file, or one paragraph where the format marks paragraphs.
/// Markup (#, **, tags) is not part of its text. Never blank.
struct TextBlock {
  MappedText text;
  Span span;                       ///< in the source, markup included
  std::uint32_t indent = 0;        ///< display cells of blank in front of it on its line; 0 where layout is markup's
  std::uint32_t blank_lines = 0;   ///< directly before it; 0 where layout is markup's
  std::uint8_t heading_level = 0;  ///< 1 to 6 where the format marks headings, else 0
  bool list_item = false;          ///< the format marks it as an item of a list
  bool after_blank = false;        ///< a blank line, or a paragraph mark, stands before it
  bool before_picture = false;     ///< a picture without words stands behind it, before any other text
  bool new_page = false;           ///< the format says that a page begins with it, as a form feed does
  std::uint16_t shared_depth = 0;  ///< where the format nests: of the innermost container this block shares with the
                                   ///< one before it; else 0
};

/// One cell as in the format. Its text may be blank: the place between two tabs is a cell.
struct GridCell {
  MappedText text;                ///< trimmed
  Span span;                      ///< of the text; zero-width, where it would stand, when blank
  std::uint32_t column = 0;       ///< from 0
  std::uint32_t column_span = 1;  ///< more than 1 only where the format says so
  std::uint32_t row_span = 1;
};

struct GridRow {
  std::vector<GridCell> cells;  ///< from left to right
  Span span;
};

/// Lines of tab-separated cells, a Markdown pipe table, an HTML table.
struct Grid {
  std::vector<GridRow> rows;
  Span span;
  std::uint16_t shared_depth = 0;  ///< as TextBlock's
};

using Block = std::variant<TextBlock, Grid>;

}  // namespace gialint
