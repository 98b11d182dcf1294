#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/tables/alignment_costs.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// The values of one row as they stand in a run of tokens.
struct ValueRun {
  bool usable = false;
  std::vector<std::uint32_t> tokens;  ///< in column order; fewer than wanted when the row is short
  std::uint32_t after = 0;            ///< the token behind them
  std::uint32_t cost = 0;
};

/// The run that begins at `begin`: a row takes as many values as it has columns. Empty places of a grid are values
/// where the row has just as many places as columns; else they are cells of merged labels and passed over.
ValueRun read_values(const std::vector<Token>& tokens, std::size_t begin, std::size_t wanted,
                     const AlignmentCosts& costs);

/// The same where words stand in the place of some values, "规章 0 若干 0": usable only when with them the row has
/// exactly as many values as it wants, a quarter of them words at most. Words that the form prints are never values.
ValueRun read_values_with_words(const std::vector<Token>& tokens, std::size_t begin, std::size_t wanted,
                                const FormSequence& form, const AlignmentCosts& costs);

}  // namespace gialint
