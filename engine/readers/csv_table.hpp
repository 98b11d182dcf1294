#pragma once

#include <cstdint>
#include <optional>

#include "engine/blocks/block.hpp"
#include "engine/readers/source_lines.hpp"

namespace gialint {

/// Lines of values with commas between them (RFC 4180), as libraries for data write a table into a text.
struct CsvTable {
  Grid grid;
  std::uint32_t last_line = 0;
};

/// The table that begins with line `number`: three lines at least with the same number of commas, two at least.
/// Commas that only part the thousands of numbers, or have a blank behind them as in a sentence, make no cells.
std::optional<CsvTable> read_csv_table(const SourceLines& lines, std::uint32_t number);

}  // namespace gialint
