#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/forms/edition.hpp"
#include "engine/text/decimal.hpp"
#include "tests/generator/random.hpp"

namespace gialint::generator {

/// How much a body has to report.
enum class Regime {
  zeros,     ///< most small bodies
  few,       ///< a handful of requests
  hundreds,  ///< a county
  large,     ///< a province: up to six digits
};

std::string_view regime_name(Regime regime);

/// One value for each cell of an edition's form. All identities of the edition hold.
struct Figures {
  const Edition* edition = nullptr;
  std::vector<std::vector<std::vector<Decimal>>> cells;  ///< [table][row][column]

  /// The value of a cell that must be there.
  [[nodiscard]] Decimal at(std::string_view table, std::string_view row, std::string_view column) const;
};

/// Draws the cells that no identity fixes and computes the others. Only the edition's data say which those are.
/// `rules`: whether the body can make 规章; else there are none.
Figures make_figures(const Edition& edition, Regime regime, bool rules, Random random);

/// Figures for the year after `last`: what the form says of both holds (Edition::cross_year), and all identities.
Figures next_figures(const Figures& last, const Edition& edition, Regime regime, bool rules, Random random);

/// The identities that do not hold, by id: for the generator's own test.
std::vector<std::string_view> broken_identities(const Figures& figures);

}  // namespace gialint::generator
