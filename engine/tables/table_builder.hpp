#pragma once

#include <vector>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/row_shape.hpp"
#include "engine/tables/table.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// What alignment found in one region's tokens, as tables in print order. `shapes` are those of `alignment.tables`;
/// `after` is the start of what follows the region: where a table that is missing at its end would stand.
std::vector<Table> build_tables(const std::vector<Token>& tokens, const FormSequence& form, const Alignment& alignment,
                                const std::vector<RowShape>& shapes, const std::vector<std::uint32_t>& page_breaks,
                                Span after);

}  // namespace gialint
