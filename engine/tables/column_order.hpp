#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// The columns of a table as its headers name them from left to right.
struct ColumnOrder {
  std::vector<std::size_t> columns;  ///< for each value of a row the form's column
  std::vector<std::size_t> headers;  ///< for each the token of its header
};

/// The order in which a table has the form's columns, when it is another than the form's: over each column of its
/// values, and over no other, stand the words of one column of the form to the letter, and each of the form's columns
/// is there. `words` are the tokens in front of the rows that may be headers, in order. Nothing when the order is the
/// form's, when it does not show (cells one below the other, headers over no values), and for tables in which several
/// columns bear the same name.
std::optional<ColumnOrder> column_order(const TableMatch& table, const std::vector<FormElement>& elements,
                                        const std::vector<Token>& tokens, const std::vector<std::size_t>& words);

}  // namespace gialint
