#pragma once

#include <string_view>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// Whether a line is an ATX heading: one to six # and a blank.
bool is_atx_heading(std::string_view line);

/// Markdown as reports come in it: headings, emphasis, lists, links, quotations, pipe tables, tables in
/// HTML. Lines of tabs are grids, as in plain text, and an indented line is text: what the reports mean, where
/// CommonMark would see code.
std::vector<Block> read_markdown(const SourceText& source);

}  // namespace gialint
