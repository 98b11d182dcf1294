#pragma once

#include <string>

#include "tests/generator/page.hpp"
#include "tests/generator/printed.hpp"

namespace gialint::generator {

/// The bytes of a .docx file (ECMA-376, part 1, WordprocessingML) that shows the report on such a page: cells that are
/// merged with gridSpan and vMerge, group labels set from top to bottom, headings by style or by their letters alone,
/// numbered by hand or by the word processor, running heads and page numbers.
std::string docx(const PrintedReport& report, const Page& page);

}  // namespace gialint::generator
