#pragma once

#include <cstddef>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/forms/edition.hpp"

namespace gialint {

/// Which blocks are page numbers that page breaks left in the text, in order:
/// - a number between dashes, "- 3 -" or "—3—", or one of the edition's page marks, on a line of its own, with the mark
///   that most such lines have;
/// - a bare number on a line of its own, when such numbers count up by one from page to page and at least two do. Not
///   where cells stand one per line: as soon as two such lines are neighbours, none of them is taken;
/// - a bare number that is the last line of a page, or its first, when those of all pages that have one count up with
///   the pages.
std::vector<std::size_t> find_page_numbers(const std::vector<Block>& blocks, const Edition& edition);

}  // namespace gialint
