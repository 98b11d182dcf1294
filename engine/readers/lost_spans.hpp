#pragma once

#include <vector>

#include "engine/blocks/block.hpp"

namespace gialint {

/// Puts the rows of tables whose format cannot say that a cell spans rows back where they stood. Such a row has fewer
/// cells than others, and each stands too far left by the columns that cells from above took (what markdownify prints
/// of an HTML table with rowspan, what a browser copies of it).
///
/// Of rows with numbers the numbers tell: rows of different width that hold equally many columns from their first
/// number to their end, and none that holds more, end at the same edge. A row of words, a header's, belongs under those
/// merged cells of the row above (words with blank cells behind them) that are together as wide as it is, where there
/// is one such series. Rows of which neither holds stay where they are, as do
/// all rows of a grid whose format told places. Changes GridCell::column alone. Linear in the
/// cells.
void restore_lost_spans(std::vector<Block>& blocks);

}  // namespace gialint
