#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/forms/sums.hpp"
#include "engine/tables/table.hpp"
#include "engine/text/decimal.hpp"

namespace gialint {

/// A number in ten-thousandths: as fine as any amount of the form. Up to 10^13 ones, so that no sum of a line
/// overflows.
using Figure = std::int64_t;
inline constexpr Figure figure_of_one = 10'000;

/// Empty when the number is finer or larger than a figure.
std::optional<Figure> figure_of(Decimal number);
/// Empty when the cell does not count; a dash is 0.
std::optional<Figure> figure_of(const Cell& cell);
Decimal to_decimal(Figure figure);

/// The sums that the table's form states for it; none when it has no form.
std::span<const FormSum> sums_of(const Table& table);

/// Over how many lines of the table the sum runs.
std::size_t line_count(const FormSum& sum, const Table& table);

/// Σ left − Σ right + Σ minus in one line: 0 when it ties. Empty when a cell does not count or is not there.
std::optional<Figure> residual(const FormSum& sum, const Table& table, std::size_t line);

}  // namespace gialint
