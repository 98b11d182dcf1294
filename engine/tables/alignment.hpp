#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// What recovery may cost, in thousandths of a missing row. The figures matter only against each other; each says
/// which of two explanations of the same text is the likelier one. tests/tables holds cases that each of them decides.
struct AlignmentCosts {
  static constexpr std::uint32_t missing_row = 1000;     ///< the unit: a row of the form that the text does not have
  static constexpr std::uint32_t missing_next_row = 60;  ///< each further row of the same gap: a lost page loses many
  static constexpr std::uint32_t missing_table = 1500;   ///< all of a table at once: likelier than row after row
  static constexpr std::uint32_t missing_caption = 150;
  static constexpr std::uint32_t missing_header = 60;  ///< headers get lost in many layouts
  static constexpr std::uint32_t missing_group = 30;   ///< group labels even more often
  static constexpr std::uint32_t skipped_piece = 150;  ///< words that belong to nothing: a page header, a remark
  static constexpr std::uint32_t skipped_label =
      300;  ///< … that are a label of the form to the letter: a repeated header
  static constexpr std::uint32_t skipped_group_piece = 20;  ///< a character of a label printed vertically
  static constexpr std::uint32_t skipped_foreign = 1;  ///< a word or number among words that no form knows: prose, code
  static constexpr std::uint32_t skipped_value = 250;  ///< a number that belongs to nothing: a page number
  static constexpr std::uint32_t whole_distance = 500;  ///< a label, all of its characters changed; in proportion below
  static constexpr std::uint32_t deviant = 50;          ///< a known wrong wording: less than one changed character
  static constexpr std::uint32_t unlike_label =
      600;  ///< a row known by its place alone: less than missing + extra, and than no label
  static constexpr std::uint32_t label_behind = 400;  ///< a label below its values: above or beside is the rule
  static constexpr std::uint32_t no_label = 650;      ///< values without any label where a row is due
  static constexpr std::uint32_t no_values = 500;     ///< a row's own label with no value: figures get left out
  static constexpr std::uint32_t short_value = 350;   ///< each value that a row is short of
  static constexpr std::uint32_t blank_value = 50;    ///< each value that is an empty place of a grid
};

/// Where one element of the form was found.
struct ElementMatch {
  bool found = false;
  std::vector<std::size_t> label;           ///< tokens, in reading order; around the values when it was wrapped
  std::vector<std::size_t> values;          ///< tokens, values and blanks, in column order
  bool ambiguous = false;                   ///< fewer or more values than columns, and nothing tells which
  const ElementWording* wording = nullptr;  ///< the nearest; null for a row known by its place alone
  std::size_t distance = 0;                 ///< code points that differ from it
};

struct TableMatch {
  std::size_t table = 0;               ///< index into the edition's tables
  std::vector<ElementMatch> elements;  ///< as FormSequence::elements(table)
};

struct Alignment {
  std::uint32_t cost = 0;  ///< AlignmentCosts, summed
  std::vector<TableMatch> tables;
  std::vector<std::size_t> skipped;  ///< tokens that belong to nothing, blanks left out
};

/// The cheapest way to read `tokens` as the given tables of the form, in this order: dynamic programming over
/// (token, element), explored in the order of cost, so that a clean table takes linear time. The same code for every
/// layout. Tokens past `most_tokens` belong to nothing.
Alignment align(const std::vector<Token>& tokens, const FormSequence& form, const std::vector<std::size_t>& tables);

inline constexpr std::size_t most_tokens = 20'000;

}  // namespace gialint
