#pragma once

#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/document/wording.hpp"

namespace gialint {

/// Texts that lost their line ends are parted again: a paragraph, or a table that is one cell, that holds two numbered
/// section headings to the letter (…健全制度。 二、主动公开政府信息情况 第二十条…) becomes several paragraphs, and so
/// does what stands between the headings, at blanks behind the end of a sentence and behind the report's title. A table
/// of contents in one line is parted like any other. Linear in the text.
std::vector<Block> part_run_on_text(std::vector<Block> blocks, const OutlineWordings& wordings);

}  // namespace gialint
