#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/block.hpp"
#include "engine/tables/table.hpp"
#include "engine/text/decimal.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// The smallest thing that alignment moves: a piece of a label, a value, or the empty place of a grid.
struct Token {
  enum class Kind : std::uint8_t { label, value, blank };
  Kind kind = Kind::label;
  Span span;
  std::uint32_t line = 0;               ///< counts lines of text and rows of grids through the region
  std::string_view text;                ///< of a label, as printed; the blocks it was read from own it
  std::u32string folded;                ///< of a label; may be empty for punctuation
  CellState state = CellState::number;  ///< of a value: number or dash
  Decimal value;
  bool prose = false;  ///< of a label: a sentence, which no form prints
};

/// The tokens of blocks [begin, end), in reading order. `placeholders` are folded or punctuation words that stand for
/// "none" in a cell. The blocks must outlive the tokens.
std::vector<Token> read_tokens(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                               const std::vector<std::string>& placeholders);

}  // namespace gialint
