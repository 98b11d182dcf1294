#pragma once

#include <string>

#include "engine/report/report.hpp"
#include "engine/text/language.hpp"
#include "reporters/html_text.hpp"

namespace gialint {

/// One of the form's tables in HTML: the form's cells, merged as on the form, with what the report prints in each. What
/// the report does not print is in the form's words and has a class of its own.
std::string html_table(const Table& table, HtmlText& text, Language language);

/// A grid that is not one of the form's tables.
std::string html_grid(const Grid& grid, std::uint32_t block, HtmlText& text, Language language);

}  // namespace gialint
