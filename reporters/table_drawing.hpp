#pragma once

#include <string>

#include "engine/report/report.hpp"
#include "engine/text/language.hpp"

namespace gialint {

struct TableDrawing {
  Language language = Language::zh;
  int ambiguous_width = 1;  ///< terminal cells of “ ” — and the like: 1 or 2
  int width = 100;          ///< terminal cells of a line: longer row labels lose their middle; 0: nothing does
};

/// The tables of a report as they were read, drawn for someone in doubt: each row with its line in the file and its
/// label as printed, values under their columns, a mark wherever something is not plain, and a legend of the marks.
std::string draw_tables(const Report& report, const TableDrawing& drawing);

}  // namespace gialint
