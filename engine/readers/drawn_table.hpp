#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/readers/source_lines.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// Tables that programs draw on lines of text: between rules and bars, as browsers for the terminal and pandoc's grid
/// tables are (┌──┬──┐, +--+--+), or under dashes that show where each column stands (---- ------), as pandoc's simple
/// and multiline tables are. What spans rows and columns in the drawing spans them in the grid; a cell's lines are one
/// text.
struct DrawnTable {
  Grid grid;  ///< without rows where all is a frame around text
  std::uint32_t last_line = 0;
  std::vector<Span> framed;  ///< what such a frame leaves of each line
};

/// The table that begins with line `number`; empty when none does. `read_text` gives the text of a part of a line,
/// without blanks at its ends.
std::optional<DrawnTable> read_drawn_table(const SourceLines& lines, std::uint32_t number,
                                           const std::function<MappedText(Span)>& read_text);

}  // namespace gialint
