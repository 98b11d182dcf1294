#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/generator/layout.hpp"
#include "tests/generator/printed.hpp"
#include "tests/generator/random.hpp"

namespace gialint::generator {

/// How headings are told from paragraphs.
enum class HeadingKind : std::uint8_t {
  styled,  ///< by the style of a heading
  bold,    ///< by their letters alone
  plain,   ///< not at all
};

/// How a report looks on paper: what varies from one author's word processor to the next. Lengths are points.
struct Page {
  double width = 595.3;  ///< of the paper: A4, upright or lying
  double height = 841.9;
  double side = 90;  ///< margins
  double top = 72;
  std::string font;         ///< of the text
  std::string table_font;   ///< of the tables
  std::string digits_font;  ///< of digits and Latin letters
  double size = 16;
  double table_size = 10.5;
  double line_height = 28;    ///< of the text; 0: as the font has it
  double cell_padding = 5.4;  ///< left and right of a cell's text
  double group_width = 40;    ///< of a column of group labels
  double label_share = 0.4;   ///< of what is left of a row, for its own label
  double row_height = 0;      ///< at least; 0: as the text needs
  bool top_aligned = false;   ///< cells' text stands at their top, not in their middle
  bool centred_labels = false;
  bool vertical_groups = false;    ///< the outermost group labels are set from top to bottom
  bool broken_groups = false;      ///< … or broken by hand into one character a paragraph
  bool tables_apart = false;       ///< blocks of a section are tables of their own, not one
  bool repeated_header = false;    ///< a table's first rows stand again on each page
  bool rows_stay_together = true;  ///< a page does not end within a row
  HeadingKind headings = HeadingKind::styled;
  bool numbered_headings = false;  ///< "一、" is the word processor's own, not text
  bool running_head = false;       ///< the body's name at the top of each page
  PageMark page_mark = PageMark::none;

  [[nodiscard]] double text_width() const { return width - 2 * side; }
};

/// A page for this report: its letters, margins and columns are such that the widest number stands on one line, as
/// authors see to it, or now and then on two.
Page draw_page(const PrintedReport& report, Random random);

/// What is written on it: a style without what paper shows by itself (wraps, page ends) and without enumerators that
/// cannot be told from values once lines are all that is left ("1 属于国家秘密").
Style draw_page_style(Random random);

/// The widths in points of a table's columns, which fill the width of the text.
std::vector<double> column_widths(const Page& page, const PrintedTable& table);

/// A page in words, for failures.
std::string describe(const Page& page);

}  // namespace gialint::generator
