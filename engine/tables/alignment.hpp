#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/tables/alignment_costs.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Where one element of the form was found.
struct ElementMatch {
  bool found = false;
  std::vector<std::size_t> label;   ///< tokens, in reading order; around the values when it was wrapped
  std::vector<std::size_t> values;  ///< tokens, in column order: values, blanks, and words in a value's place
  bool apart = false;               ///< the label of a row stands apart from its values: other rows' are between
  bool scattered = false;           ///< no label was put together, but all letters of it are there
  bool ambiguous = false;           ///< fewer or more values than columns, and nothing tells which
  const ElementWording* wording = nullptr;  ///< the nearest; null for a row known by its place alone
  std::size_t distance = 0;                 ///< code points that differ from it
};

struct TableMatch {
  std::size_t table = 0;               ///< index into the edition's tables
  std::size_t width = 0;               ///< values that a row was asked for
  std::vector<ElementMatch> elements;  ///< as FormSequence::elements(table)
  std::vector<std::size_t> order;      ///< for each value of a row the form's column; empty: in the form's order
};

struct Alignment {
  std::uint32_t cost = 0;  ///< AlignmentCosts, summed
  std::vector<TableMatch> tables;
  std::vector<std::size_t> skipped;  ///< tokens that belong to nothing, in order, blanks left out

  /// Finds `skipped` anew, after labels took or lost words.
  void find_skipped(const std::vector<Token>& tokens);
};

/// One table to look for.
struct TableRequest {
  std::size_t table = 0;  ///< index into the edition's tables
  std::size_t width = 0;  ///< values of a row; 0: as many as the form has columns
};

/// The cheapest way to read `tokens` as the given tables of the form, in this order: dynamic programming over
/// (token, element). The same code for every layout.
///
/// States are explored in the order of their cost, so that a clean table is one dive. Should that take more than a
/// fixed number of steps per token, they are explored again token by token, those far costlier than the best of
/// their token given up: the time is linear in the tokens. Long stretches of numbers and of words that no form knows
/// are passed over beforehand; past `most_tokens` others the rest belongs to nothing.
Alignment align(const std::vector<Token>& tokens, const FormSequence& form, const std::vector<TableRequest>& tables,
                const AlignmentCosts& costs = {});

/// Ten times the tokens of the longest report's section.
inline constexpr std::size_t most_tokens = 4'000;

}  // namespace gialint
