#pragma once

#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// Takes characters that nobody sees out of the blocks read from `source`: soft hyphens, blanks and joiners of no
/// width, marks of direction. Editors and chat programs leave them inside numbers and labels. A text of nothing else is
/// no block, a cell of nothing else is blank.
void drop_invisible(std::vector<Block>& blocks, const SourceText& source);

}  // namespace gialint
