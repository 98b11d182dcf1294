#pragma once

#include "engine/blocks/block.hpp"

namespace gialint {

/// Takes off a grid what libraries for data put on it, and nobody wrote: NaN, None and the like for a blank cell; a
/// column that numbers the rows, a row that numbers the columns; 3.0 for 3 where every number is written so; and a
/// merged cell's text in each place that the cell covers, which are one cell again. A grid without such marks stays as
/// it is.
void tidy_data_frame(Grid& grid);

}  // namespace gialint
