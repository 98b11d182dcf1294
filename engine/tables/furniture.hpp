#pragma once

#include <cstddef>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/forms/edition.hpp"

namespace gialint {

/// Which blocks page breaks left in the text, ascending: page numbers (page_numbers.hpp), and running heads:
/// - the report's title or the name of its body, alone or with a page number, next to a page's number or at a page's
///   edge; the title and, in a section of tables, the body's name wherever they are printed again;
/// - the same words at the edges of two pages and more, and nowhere else.
std::vector<std::size_t> find_page_furniture(const Outline& outline, const Edition& edition);

}  // namespace gialint
