#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// Appends one field of a line of CSV as RFC 4180 has it: in quotation marks where it holds a comma, a quotation mark
/// or a line end. `guard` goes before a text that a spreadsheet would take for a formula; empty: nothing does.
void append_csv_field(std::string& out, std::string_view text, std::string_view guard = {});

}  // namespace gialint
