#pragma once

#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/office/drawn_document.hpp"

namespace gialint {

/// The blocks of a Word document, places in its drawn text. A line break in a paragraph ends a line, as <br> does in
/// HTML; lines of tabs that follow each other are a grid, as in plain text; the paragraphs of a cell are one text.
std::vector<Block> read_word(const DrawnDocument& document);

}  // namespace gialint
