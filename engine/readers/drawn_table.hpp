#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "engine/blocks/block.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/source_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// Tables that programs draw on lines of text: between rules and bars, as browsers for the terminal and pandoc's grid
/// tables are (┌──┬──┐, +--+--+), or under dashes that show where each column stands (---- ------), as pandoc's simple
/// and multiline tables are. What spans rows and columns in the drawing spans them in the grid; a cell's lines are one
/// text.
struct DrawnTable {
  Grid grid;
  std::uint32_t last_line = 0;
};

/// The table that begins with line `number`, from 1; empty when none does. `read_text` gives the text of a part of a
/// line, without blanks at its ends.
std::optional<DrawnTable> read_drawn_table(const SourceText& source, std::uint32_t number,
                                           const std::function<MappedText(Span)>& read_text);

}  // namespace gialint
