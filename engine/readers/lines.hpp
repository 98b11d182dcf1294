#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// What the plain and the Markdown reader share: both see a text as lines, and both take lines of cells for grids
/// before anything else looks at them.

/// How the cells of a line stand apart; `none` is running text.
enum class CellSeparator { none, tab, pipe };

/// Whether a backslash in front of a vertical bar makes it text.
enum class LineSyntax { plain, markdown };

/// What a line alone does not say.
struct LineContext {
  LineSyntax syntax = LineSyntax::plain;
  bool row_before = false;  ///< the line before is a row of cells
  std::string_view next;    ///< the line after it
};

/// Tabs make cells, also at the ends of a line; an indented sentence (tabs in front only, a full stop in it) is
/// running text. Two vertical bars or more make cells, or one at an end of the line (a cell by itself); one within it
/// does below a row and above a rule, |---|.
CellSeparator cell_separator(std::string_view line, const LineContext& context = {});

/// Whether a line, without blanks at its ends, ends in a bar between cells.
bool ends_in_bar(std::string_view content, LineSyntax syntax);

/// A bar by itself. Behind a line that ends in a bar an empty cell stands between the two; else it only parts the text
/// before it from the text behind.
inline bool is_lone_bar(std::string_view content) { return content == "|"; }

/// What pandoc writes for a table that the format it writes cannot hold.
inline bool is_lost_table(std::string_view content) { return content == "[TABLE]"; }

/// "|---|:--:|": the line under a pipe table's header, by its looks. A row of dashes looks the same.
bool is_pipe_rule(std::string_view line);

/// Whether `line` rules off the header of the grid that ends `blocks`: only the second line of a table does.
bool rules_off_header(std::string_view line, CellSeparator separator, const std::vector<Block>& blocks, bool continues);

/// The cells of one line; `line` begins at source byte `begin`.
GridRow read_row(std::string_view line, std::uint32_t begin, CellSeparator separator,
                 LineSyntax syntax = LineSyntax::plain);

/// Adds `row` to the grid that ends `blocks`, or starts a grid. `continues` is whether the line before was a row.
void append_row(std::vector<Block>& blocks, GridRow row, bool continues);

/// Notes that a picture stands behind the text that ends `blocks`, where text does.
void note_picture(std::vector<Block>& blocks);

/// Adds the next line of a table cell to those before it: a wrapped label is one again. Two numbers, or Latin words,
/// keep a blank between them: whether they are one number's digits is not for a reader to guess.
void join_lines(MappedText& text, const MappedText& line);

/// Drops columns at the left edge that are blank in every row of all grids of the same width: an indent, not a column.
void drop_indent_columns(std::vector<Block>& blocks);

}  // namespace gialint
