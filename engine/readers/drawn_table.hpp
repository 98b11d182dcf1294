#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
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

/// Reads the drawn tables of a text from its first line on.
class DrawnTableReader {
 public:
  /// `lines` outlive this. `read_text` gives the text of a part of a line, without blanks at its ends.
  DrawnTableReader(const SourceLines& lines, std::function<MappedText(Span)> read_text)
      : lines_(lines), read_text_(std::move(read_text)) {}

  /// The table that begins with line `number`; empty when none does.
  std::optional<DrawnTable> read(std::uint32_t number);
  /// No table begins up to `last_line` either: one that is of no use is not read again from each of its rules.
  void give_up(std::uint32_t last_line) { given_up_to_ = last_line; }

 private:
  const SourceLines& lines_;
  std::function<MappedText(Span)> read_text_;
  std::uint32_t given_up_to_ = 0;
};

}  // namespace gialint
