#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.hpp"
#include "tests/generator/generate.hpp"

namespace gialint::generator {

/// One cell that the model has otherwise.
struct WrongCell {
  ExpectedCell expected;
  std::string found;  ///< in words
};

/// Holds every cell of a report that is right against the model: value, state, certainty, and the span of exactly its
/// own text.
std::vector<WrongCell> wrong_cells(const GeneratedReport& generated, const Report& model);

/// Whether nothing is printed between two places, so that an empty cell may stand at either: blanks, separators, tags.
bool nothing_between(std::string_view text, std::uint32_t a, std::uint32_t b);

/// "requests/new_received/total: number 12 at 1043-1045".
std::string describe(const ExpectedCell& cell);

}  // namespace gialint::generator
