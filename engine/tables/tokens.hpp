#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/forms/edition.hpp"
#include "engine/tables/table.hpp"
#include "engine/text/decimal.hpp"
#include "engine/text/span.hpp"

namespace gialint {

class FormSequence;

/// Where a token stands across its line, half-open: display cells in running text, columns in a grid.
struct Extent {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  [[nodiscard]] bool overlaps(Extent other) const { return left < other.right && other.left < right; }
  friend bool operator==(const Extent&, const Extent&) = default;
};

/// How a program that drew running text may have counted across a line; nothing in the text says which it was.
enum class LineMetric : std::uint8_t { cells, wide_cells, characters };
inline constexpr LineMetric line_metrics[] = {LineMetric::cells, LineMetric::wide_cells, LineMetric::characters};

/// The smallest thing that alignment moves: a piece of a label, a value, or the empty place of a grid.
struct Token {
  enum class Kind : std::uint8_t { label, value, blank };
  Kind kind = Kind::label;
  Span span;
  std::uint32_t line = 0;         ///< counts lines of text and rows of grids through the region
  std::uint32_t width = 0;        ///< of a grid, the columns of its row; 0 in running text
  std::uint32_t page = 0;         ///< page breaks before it, as far as the text shows them
  std::uint32_t blank_lines = 0;  ///< before it, when it is the first of a line of text
  bool downwards = false;         ///< its row's cells stand one below the other
  Extent extent;
  std::uint32_t ambiguous_before = 0;  ///< in running text, the characters before it on its line that count as one
                                       ///< cell but might be two: “ ” — …
  std::uint32_t wide_before = 0;       ///< … and those that count as two
  std::uint32_t wide_within = 0;       ///< … of its own
  std::string_view text;  ///< of a label, or of a value that may be part of one, as printed; owned by the blocks
  std::u32string folded;  ///< of a label, or of a value that may be part of one; empty for punctuation
  CellState state = CellState::number;  ///< of a value: number, dash, or text that is readable or was broken
  Decimal value;
  std::vector<Span> rest;  ///< of a figure that a narrow cell broke, what stands below its first piece
  Span unit;               ///< of a value: what stands behind its number, when that is a unit
  bool readable = false;   ///< of a value with state text: `value` is the number in it
  bool pointed = false;    ///< of a value with state number: printed with a decimal point
  bool prose = false;      ///< of a label: a sentence, which no form prints

  /// Where it stands when its line was counted so. A grid has one metric only.
  [[nodiscard]] Extent extent_in(LineMetric metric) const;
};

/// The tokens of some blocks, in reading order.
struct TokenList {
  std::vector<Token> tokens;
  std::vector<Span> repeated;  ///< cells that print the label of the cell before them again
};

/// The tokens of blocks [begin, end), the blocks of `page_numbers` (sorted) left out. The edition says what stands for
/// "none" in a cell and which units people print. The blocks must outlive the tokens.
TokenList read_tokens(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                      const std::vector<std::size_t>& page_numbers, const FormSequence& form);

/// Takes out a header that a page break repeated: three words and more that follow each other as they do in front of
/// the first number.
void drop_repeated_headers(std::vector<Token>& tokens);

}  // namespace gialint
