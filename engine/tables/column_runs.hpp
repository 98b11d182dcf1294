#pragma once

#include <cstddef>
#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/alignment_costs.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Puts the tokens of tables that were printed column by column, or in parts, into the order of rows, so that alignment
/// reads them as it reads any other. pdftotext prints so where it finds columns: all labels of the rows, then for each
/// column its header and its figures downwards. Of a table with one row each header with its figure is a part, or a few
/// headers and the line of figures under them are.
///
/// A table is changed only when every column of the form is there under its own header, to the letter, with just as
/// many figures as the table has rows; otherwise nothing of it is, and what alignment then makes of it is for the
/// accounting to judge. `requests` are the region's tables, in print order; a caption to the letter tells where each
/// begins. Tokens keep their spans and places. Linear in the tokens.
void join_column_runs(std::vector<Token>& tokens, const FormSequence& form, const std::vector<TableRequest>& requests,
                      const AlignmentCosts& costs);

}  // namespace gialint
