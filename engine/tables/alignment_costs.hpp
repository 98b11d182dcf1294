#pragma once

#include <cstdint>

namespace gialint {

/// What recovery may cost, in thousandths of a missing row. The figures matter only against each other; each says
/// which of two explanations of the same text is the likelier one. tests/tables/alignment_test.cpp holds cases that
/// each of them decides, and tests/generator shows how many cells are misread when one of them is halved or doubled.
struct AlignmentCosts {
  std::uint32_t missing_row = 1000;     ///< the unit: a row of the form that the text does not have
  std::uint32_t missing_next_row = 60;  ///< each further row of the same gap: a lost page loses many
  std::uint32_t missing_table = 1500;   ///< all of a table at once: likelier than row after row
  std::uint32_t missing_caption = 150;  ///< a layout seldom loses a line of its own
  std::uint32_t missing_header = 60;    ///< headers get lost in many layouts
  std::uint32_t missing_group = 30;     ///< group labels even more often
  std::uint32_t skipped_piece = 150;    ///< words that belong to nothing: a page header, a remark
  std::uint32_t skipped_label = 370;  ///< … that are a label of the form to the letter: more than a row without values
  std::uint32_t skipped_group_piece = 20;  ///< a character of a label printed vertically
  std::uint32_t skipped_foreign = 1;       ///< a word or number among words that no form knows: prose, code
  std::uint32_t skipped_value = 250;       ///< a number that belongs to nothing
  std::uint32_t whole_distance = 500;      ///< a label, all of its characters changed; in proportion below
  std::uint32_t deviant = 50;              ///< a known wrong wording: less than one changed character
  std::uint32_t joined_label = 80;         ///< labels of a group and a row run together: two cells are likelier
  std::uint32_t unlike_label = 600;        ///< a row known by its place: less than missing + extra, and than no label
  std::uint32_t label_behind = 400;        ///< a label below its values: above or beside is the rule
  std::uint32_t no_label = 650;            ///< values without any label where a row is due
  std::uint32_t no_values = 355;    ///< a row's own label with no value: less than a missing row and a label to skip
  std::uint32_t short_value = 350;  ///< the first value that a row is short of: less than the row missing
  std::uint32_t short_next_value = 60;  ///< each further one: figures that follow a label are its own, however few
  std::uint32_t split_values = 400;     ///< figures of one row on two lines that hold several: more than a short row
  std::uint32_t blank_value = 20;       ///< each value that is an empty place of a grid: less than none at all
  std::uint32_t text_value = 200;       ///< each value that is words: less than a short row and words to skip
};

}  // namespace gialint
