#pragma once

#include <string>

#include "engine/diagnostics/file_result.hpp"

namespace gialint::test {

/// What FILE.expect holds for a whole report: one line `LINE:COLUMN severity rule "marked text"` for each diagnostic.
/// Columns are code points; line ends and tabs in the marked text are \n and \t.
std::string expectation_lines(const FileResult& result);

}  // namespace gialint::test
