#include "tests/generator/page.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include "tests/generator/writer.hpp"

namespace gialint::generator {
namespace {

// Chinese typefaces that Debian has, for those that reports are set in: song, kai and hei, of two foundries each.
const std::vector<std::string> fonts = {"AR PL UMing CN",   "AR PL UKai CN",       "Noto Serif CJK SC",
                                        "Noto Sans CJK SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"};

/// In letters' sizes, the width of the widest number of a table. Digits of the widest of these typefaces are 0.64 wide.
double widest_number(const PrintedTable& table) {
  constexpr double narrow = 0.64;
  double widest = 0;
  for (const PrintedRow& row : table.rows) {
    for (const PrintedCell& cell : row.cells) {
      if (cell.part != Part::value || cell.columns > 1) continue;
      double width = 0;
      for (const std::string_view point : code_points(cell.text)) width += point.size() == 1 ? narrow : 1;
      widest = std::max(widest, width);
    }
  }
  return widest;
}

/// Whether every number stands on `lines` lines at most, and two characters of every label on one.
bool has_room(const Page& page, const PrintedReport& report, double lines) {
  for (const PrintedSection& section : report.sections) {
    for (const PrintedTable& table : section.tables) {
      const std::vector<double> widths = column_widths(page, table);
      const double least = std::max(widest_number(table) / lines, 1.0) * page.table_size;
      for (std::size_t column = table.label_width; column < widths.size(); ++column) {
        if (widths[column] - 2 * page.cell_padding < least) return false;
      }
      if (table.label_width > 0 && widths[table.label_width - 1] - 2 * page.cell_padding < 4 * page.table_size)
        return false;
    }
  }
  return true;
}

/// What authors do, one step after the other, until there is: narrow columns for the group labels, smaller letters,
/// narrower labels and margins, the paper turned.
void make_room(Page& page, const PrintedReport& report, double lines) {
  constexpr double smallest_letters = 7;
  constexpr double narrowest_margin = 42.5;
  constexpr double narrowest_labels = 0.22;
  const double roomy_groups = page.group_width;
  const auto fit_groups = [&] {
    // One character of a group label has to fit.
    page.group_width = std::max(roomy_groups, page.table_size + 2 * page.cell_padding + 0.5);
  };
  fit_groups();
  while (!has_room(page, report, lines)) {
    if (page.table_size > smallest_letters + 2) {
      page.table_size -= 0.5;
    } else if (page.side > narrowest_margin) {
      page.side = std::max(narrowest_margin, page.side - 10);
    } else if (page.label_share > narrowest_labels) {
      page.label_share -= 0.02;
    } else if (page.table_size > smallest_letters) {
      page.table_size -= 0.5;
    } else if (page.width < page.height) {
      std::swap(page.width, page.height);
    } else {
      break;
    }
    fit_groups();
  }
}

std::string decimals(double value) {
  std::string text(32, '\0');
  text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.1f", value)));
  return text;
}

}  // namespace

Page draw_page(const PrintedReport& report, Random random) {
  Page page;
  if (random.chance(15)) std::swap(page.width, page.height);
  page.side = random.pick(std::vector<double>{90, 90, 79.4, 72, 54, 42.5});
  page.top = random.pick(std::vector<double>{72, 72, 104.9, 56.7});
  page.font = random.pick(fonts);
  page.table_font = random.chance(60) ? page.font : random.pick(fonts);
  page.digits_font = random.pick(std::vector<std::string>{"", "", "Liberation Serif", "DejaVu Sans"});
  page.size = random.pick(std::vector<double>{16, 16, 14, 12});
  page.table_size = random.pick(std::vector<double>{10.5, 10.5, 12, 9, 8, 14});
  page.line_height = random.pick(std::vector<double>{28, 28, 30, 0});
  page.cell_padding = random.pick(std::vector<double>{5.4, 5.4, 1.4, 0.5});
  page.group_width = random.pick(std::vector<double>{0, 22, 32, 45, 60}) * (page.width > page.height ? 1.4 : 1);
  page.label_share = static_cast<double>(random.between(28, 50)) / 100;
  page.row_height = random.pick(std::vector<double>{0, 0, 0, 20, 28, 40});
  page.top_aligned = random.chance(15);
  page.centred_labels = random.chance(30);
  page.vertical_groups = random.chance(15);
  page.broken_groups = !page.vertical_groups && random.chance(8);
  page.tables_apart = random.chance(25);
  page.repeated_header = random.chance(15);
  page.rows_stay_together = random.chance(50);
  page.headings = random.pick(std::vector<HeadingKind>{HeadingKind::styled, HeadingKind::bold, HeadingKind::plain});
  page.numbered_headings = random.chance(6);
  page.running_head = random.chance(20);
  page.page_mark = random.pick(std::vector<PageMark>{PageMark::none, PageMark::dashes, PageMark::long_dashes,
                                                     PageMark::spaced_dashes, PageMark::bare, PageMark::words});
  make_room(page, report, random.chance(12) ? 2 : 1);
  return page;
}

Style draw_page_style(Random random) {
  Style style = draw_style(Layout::html, random);
  style.encoding = Encoding::utf8;
  style.byte_order_mark = false;
  style.newline = "\n";
  style.blank_after_enumerator = false;
  if (style.enumerator_mark == " ") style.enumerator_mark = ".";
  style.cell_markup = random.pick(
      std::vector<CellMarkup>{CellMarkup::mixed, CellMarkup::bare, CellMarkup::paragraphs, CellMarkup::word});
  style.header_cells = random.chance(20);
  return style;
}

std::vector<double> column_widths(const Page& page, const PrintedTable& table) {
  const double all = page.text_width();
  const std::size_t values = table.width - std::min(table.width, table.label_width);
  std::vector<double> widths(table.width, all / static_cast<double>(std::max<std::size_t>(1, table.width)));
  if (table.label_width == 0 || values == 0) return widths;
  double left = all;
  for (std::size_t column = 0; column + 1 < table.label_width; ++column) {
    // The outermost label runs from top to bottom, or stands in a column no wider than the others.
    widths[column] = page.group_width;
    left -= page.group_width;
  }
  widths[table.label_width - 1] = left * page.label_share;
  left -= widths[table.label_width - 1];
  for (std::size_t column = table.label_width; column < table.width; ++column)
    widths[column] = left / static_cast<double>(values);
  return widths;
}

std::string describe(const Page& page) {
  std::string text = page.width > page.height ? "lying" : "upright";
  text += ", margins " + decimals(page.side) + ", " + page.font + " " + decimals(page.size) + ", tables " +
          page.table_font + " " + decimals(page.table_size) + ", padding " + decimals(page.cell_padding) +
          ", group columns " + decimals(page.group_width) + ", labels " + decimals(page.label_share * 100) + "%";
  const auto add = [&](bool given, const std::string& words) {
    if (given) text += ", " + words;
  };
  add(!page.digits_font.empty(), "digits " + page.digits_font);
  add(page.row_height > 0, "rows of " + decimals(page.row_height));
  add(page.top_aligned, "at the top of cells");
  add(page.centred_labels, "centred labels");
  add(page.vertical_groups, "vertical group labels");
  add(page.broken_groups, "group labels broken by hand");
  add(page.tables_apart, "tables apart");
  add(page.repeated_header, "repeated header");
  add(!page.rows_stay_together, "rows over page ends");
  add(page.headings == HeadingKind::bold, "bold headings");
  add(page.headings == HeadingKind::plain, "plain headings");
  add(page.numbered_headings, "numbered headings");
  add(page.running_head, "running head");
  add(page.page_mark != PageMark::none, "page mark " + std::to_string(static_cast<int>(page.page_mark)));
  return text;
}

}  // namespace gialint::generator
