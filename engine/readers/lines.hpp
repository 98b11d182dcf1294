#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// What the plain and the Markdown reader share: both see a text as lines, and both take lines of cells for grids
/// before anything else looks at them.

/// How the cells of a line stand apart; `none` is running text.
enum class CellSeparator { none, tab, pipe };

/// Tabs make cells, also at the ends of a line; an indented sentence (tabs in front only, a full stop in it) is
/// running text. Two vertical bars or more make cells, or one at the start of the line.
CellSeparator cell_separator(std::string_view line);

/// "|---|:--:|": the line under a pipe table's header, by its looks. A row of dashes looks the same.
bool is_pipe_rule(std::string_view line);

/// Whether `line` rules off the header of the grid that ends `blocks`: only the second line of a table does.
bool rules_off_header(std::string_view line, CellSeparator separator, const std::vector<Block>& blocks, bool continues);

/// The cells of one line; `line` begins at source byte `begin`.
GridRow read_row(std::string_view line, std::uint32_t begin, CellSeparator separator);

/// Adds `row` to the grid that ends `blocks`, or starts a grid. `continues` is whether the line before was a row.
void append_row(std::vector<Block>& blocks, GridRow row, bool continues);

/// Drops columns at the left edge that are blank in every row of all grids of the same width: an indent, not a column.
void drop_indent_columns(std::vector<Block>& blocks);

}  // namespace gialint
