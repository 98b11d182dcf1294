#pragma once

#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// Plain text in any layout: one TextBlock a line, runs of lines with cells as grids.
std::vector<Block> read_plain(const SourceText& source);

}  // namespace gialint
