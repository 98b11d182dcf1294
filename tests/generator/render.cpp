#include "tests/generator/render.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "tests/generator/canvas.hpp"
#include "tests/generator/marks.hpp"

namespace gialint::generator {
namespace {

// Terminal cells in which the headers of narrow columns are wrapped: four characters, as on the form.
constexpr std::size_t header_width = 8;

constexpr std::size_t none_yet = static_cast<std::size_t>(-1);

/// A cell that is printed once more, after a page break: its place is that of the first printing.
PrintedCell again(PrintedCell cell) {
  cell.id = none;
  return cell;
}

class Renderer {
 public:
  Renderer(const PrintedReport& report, const Style& style, Random random, const Page* page)
      : report_(report), style_(style), page_of_(page), random_(random), out_(style.newline, report.ids) {}

  Writer render() {
    if (html()) html_begin();
    if (!html() && random_.chance(40)) blank_lines(2);
    if (!style_.title_after_heading) {
      title();
      for (const std::string& text : report_.preface) paragraph(text);
    }
    for (const PrintedSection& section : report_.sections) print(section);
    out_.flush_line();
    if (html()) html_end();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is(Layout layout) const { return style_.layout == layout; }
  [[nodiscard]] bool html() const { return is(Layout::html) || is(Layout::html_flattened); }
  [[nodiscard]] bool markdown() const {
    return is(Layout::markdown_pipes) || is(Layout::markdown_tsv) || is(Layout::markdown_html) ||
           is(Layout::markitdown) || is(Layout::docling) || is(Layout::mineru);
  }
  [[nodiscard]] bool pdf() const { return info(style_.layout).pdf; }
  [[nodiscard]] std::string charset() const { return style_.encoding == Encoding::gb18030 ? "gb2312" : "utf-8"; }

  void blank_lines(std::size_t count) {
    while (count-- > 0) out_.blank_line();
  }

  // ------------------------------------------------------------ words

  /// A title on lines of its own: no format's heading has any, so it is lines in bold, or plain ones.
  void title_lines(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      if (html()) {
        out_.put("<p style=\"text-align: center\"><strong>" + escaped(line) + "</strong></p>\n");
        continue;
      }
      out_.put(escaped(line));
      out_.end_line();
      if (markdown()) out_.end_line();
    }
    out_.blank_line();
  }

  void title() {
    if (const std::vector<std::string> lines = lines_in(report_.title); lines.size() > 1) return title_lines(lines);
    if (html()) {
      out_.put("<h1 style=\"text-align: center\">" + escaped(report_.title) + "</h1>\n");
      return;
    }
    if (markdown() && style_.marked_headings) out_.put("# ");
    const std::size_t year = report_.title.find("20");
    if (style_.title_in_two_lines && !markdown() && year != std::string::npos && year > 0) {
      out_.put(report_.title.substr(0, year));
      out_.end_line();
      out_.put(report_.title.substr(year));
    } else {
      out_.put(report_.title);
    }
    out_.blank_line();
  }

  /// The title on one line, without marks.
  [[nodiscard]] std::string plain_title() const {
    std::string plain = report_.title;
    std::erase_if(plain, [](char c) { return c == '\n' || c == mark_begin || c == mark_end; });
    return plain;
  }

  static std::vector<std::string> lines_in(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (end > at) lines.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  }

  /// `text` as the format writes characters that mean something to it. In Markdown half of the programs that write it
  /// escape them, the others do not.
  [[nodiscard]] std::string escaped(const std::string& text) const {
    std::string made;
    const bool backslash = markdown() && style_.heading_level % 2 == 0;
    for (const char c : text) {
      if (html() && c == '<') {
        made += "&lt;";
      } else if ((html() || markdown()) && c == '&') {
        made += "&amp;";
      } else {
        if (backslash && std::string_view("*_<[]`\\").find(c) != std::string_view::npos) made += '\\';
        made += c;
      }
    }
    return made;
  }

  void paragraph(const std::string& text) {
    if (html()) {
      out_.put("<p style=\"text-indent: 2em\">" + escaped(text) + "</p>\n");
      return;
    }
    if (!markdown()) out_.put(style_.indent);
    if (pdf()) {
      for (const std::string_view line : wrapped(text, style_.line_width)) {
        out_.put(line);
        out_.end_line();
      }
    } else {
      put_words(text);
      out_.end_line();
    }
    if (style_.blank_lines || markdown()) out_.end_line();
  }

  /// A paragraph's words; in Markdown the head it begins with may be bold: "**（一）主动公开情况。**坚持…".
  void put_words(const std::string& text) {
    const std::string_view stop = "。";
    const std::size_t head = text.find(stop);
    constexpr std::size_t longest_head = 60;
    if (markdown() && style_.bold_heads && head < longest_head && head + stop.size() < text.size()) {
      out_.put("**" + escaped(text.substr(0, head + stop.size())) + "**" + escaped(text.substr(head + stop.size())));
    } else {
      out_.put(escaped(text));
    }
  }

  /// A heading that a hand made something else of: on two lines, or run on with a sentence.
  void odd_heading(const PrintedSection& section) {
    for (const std::string& line : lines_in(section.heading)) {
      const std::uint32_t begin = out_.here();
      paragraph(line);
      out_.place(section.heading_id, {begin, out_.here()});
    }
  }

  void heading(const PrintedSection& section) {
    if (section.heading.empty()) return;
    if (section.heading.find('\n') != std::string::npos || section.heading.find("。") != std::string::npos) {
      out_.flush_line();
      return odd_heading(section);
    }
    if (html()) {
      const std::string tag = "h" + std::to_string(2 + section.heading_below);
      out_.put(style_.marked_headings ? "<" + tag + ">" : "<p><strong>");
      out_.piece(section.heading_id, escaped(section.heading));
      out_.put(style_.marked_headings ? "</" + tag + ">\n" : "</strong></p>\n");
      return;
    }
    out_.flush_line();
    if (markdown() && style_.marked_headings) {
      out_.put(std::string(style_.heading_level + section.heading_below, '#') + " ");
    }
    out_.piece(section.heading_id, escaped(section.heading));
    out_.blank_line();
  }

  void print(const PrintedSection& section) {
    if (pdf() && (&section == &report_.sections[1] || section.form->order >= 5) && style_.page_mark != PageMark::none) {
      page_break(nullptr);
    }
    heading(section);
    if (style_.title_after_heading && &section == &report_.sections.front()) title();
    for (const std::string& text : section.paragraphs) paragraph(text);
    if (!section.tables.empty()) {
      tables(section.tables);
      out_.flush_line();
      out_.end_line();
    }
  }

  // ------------------------------------------------------------ pages

  void page_mark() {
    ++page_;
    const std::string number = std::to_string(page_);
    switch (style_.page_mark) {
      case PageMark::none:
        return;
      case PageMark::dashes:
        out_.put("- " + number + " -");
        break;
      case PageMark::long_dashes:
        out_.put("—" + number + "—");
        break;
      case PageMark::spaced_dashes:
        out_.put("— " + number + " —");
        break;
      case PageMark::bare:
        out_.put(number);
        break;
      case PageMark::words:
        out_.put("第 " + number + " 页");
        break;
    }
    out_.end_line();
  }

  /// Ends a page. `table`: the table it ends in, whose header may stand again on the next page.
  void page_break(const PrintedTable* table) {
    out_.flush_line();
    const bool blank = random_.chance(70) || style_.page_mark == PageMark::none;
    if (blank) blank_lines(static_cast<std::size_t>(random_.between(1, 2)));
    page_mark();
    if (style_.form_feeds) out_.put("\f");
    if (style_.running_head) {
      out_.put(plain_title());
      out_.end_line();
    }
    if (blank) out_.end_line();
    if (table == nullptr || !style_.repeated_header || table->form->header.empty()) return;
    PrintedTable header;
    header = *table;
    header.rows.clear();
    for (const PrintedRow& row : table->rows) {
      if (row.form_row != none) break;
      header.rows.push_back(row);
      for (PrintedCell& cell : header.rows.back().cells) cell = again(cell);
    }
    rows(header);
  }

  /// The rows before which a page ends.
  std::vector<std::size_t> page_ends(const PrintedTable& table) {
    std::vector<std::size_t> ends;
    std::size_t first = 0;
    while (first < table.rows.size() && table.rows[first].form_row == none) ++first;
    const bool long_table = table.rows.size() > first + 8;
    if (!random_.chance(long_table ? style_.break_share : style_.break_share / 8)) return ends;
    for (std::size_t count = long_table && random_.chance(30) ? 2 : 1; count > 0; --count) {
      if (table.rows.size() < first + 2) break;
      ends.push_back(static_cast<std::size_t>(
          random_.between(static_cast<std::int64_t>(first) + 1, static_cast<std::int64_t>(table.rows.size()) - 1)));
    }
    return ends;
  }

  // ------------------------------------------------------------ tables

  void tables(const std::vector<PrintedTable>& all) {
    if (is(Layout::paragraph)) {
      for (const PrintedTable& table : all) run_on(table);
      out_.end_line();
      return;
    }
    if (is(Layout::markitdown) || is(Layout::docling)) {
      pipe_table(all);
      return;
    }
    if (html() || is(Layout::markdown_html) || is(Layout::mineru)) {
      html_table(all);
      if (markdown()) out_.blank_line();
      return;
    }
    for (const PrintedTable& table : all) {
      if (is(Layout::pdf_columns)) {
        columns(table);
        continue;
      }
      if (is(Layout::markdown_pipes) && &table != &all.front()) out_.end_line();
      rows(table, page_ends(table));
    }
  }

  void rows(const PrintedTable& table, const std::vector<std::size_t>& page_ends = {}) {
    grid_ = grid_places(table);
    shrunk_.clear();
    groups_.clear();
    ruled_ = false;
    narrower_ = false;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (std::count(page_ends.begin(), page_ends.end(), row) > 0) {
        if (pdf() || style_.page_mark != PageMark::none) {
          const auto grid = grid_;
          page_break(&table);
          grid_ = grid;
        } else if (!is(Layout::markdown_pipes)) {
          out_.end_line();
          narrower_ = narrower_ || narrows(table, row);
        }
      }
      print(table, row);
    }
    flush_groups();
    place_empty();
    if (is(Layout::cell_lines_tab)) out_.end_line();
  }

  void print(const PrintedTable& table, std::size_t row) {
    const PrintedRow& printed = table.rows[row];
    switch (style_.layout) {
      case Layout::pdf_lines:
      case Layout::pdf_raw:
        printed.form_row == none ? header_lines(printed, table.label_width > 1) : row_lines(printed);
        break;
      case Layout::cell_lines:
      case Layout::word_export:
        cell_lines(printed);
        break;
      case Layout::cell_lines_tab:
        tabbed_lines(table, row);
        break;
      case Layout::trafilatura:
        barred_lines(printed);
        break;
      case Layout::pdfplumber:
        none_row(row);
        break;
      case Layout::tsv_padded:
      case Layout::tsv_shifted:
      case Layout::markdown_tsv:
        style_.shifted ? shifted_row(table, row) : padded_row(row);
        break;
      case Layout::markdown_pipes:
        pipe_row(table, row);
        break;
      default:
        break;
    }
  }

  // ------------------------------------------------------------ PDF text, line by line

  [[nodiscard]] bool wraps(const PrintedCell& cell) {
    if (style_.cell_width > 0) return display_width(cell.text) > style_.cell_width;
    return code_points(cell.text).size() >= 8 && random_.chance(style_.wrap_share);
  }

  /// The pieces into which a cell's text is wrapped: at the cell's width, or anywhere.
  std::vector<std::string_view> pieces_of(const PrintedCell& cell, std::size_t width, std::size_t most) {
    return style_.cell_width > 0 ? wrapped(cell.text, width) : broken(cell.text, most, random_);
  }

  void lines_of(const PrintedCell& cell, std::size_t width, std::size_t most) {
    for (const std::string_view piece : pieces_of(cell, width, most)) {
      out_.piece(cell.id, piece);
      line_end();
    }
  }

  void line_end() {
    out_.end_line();
    if (style_.blank_lines && random_.chance(60)) out_.end_line();
  }

  /// `narrow`: the labels take so much room that headers are wrapped.
  void header_lines(const PrintedRow& row, bool narrow) {
    const bool together = style_.headers_together && !narrow;
    for (const PrintedCell& cell : row.cells) {
      if (cell.text.empty()) continue;
      const std::size_t length = display_width(cell.text);
      const std::size_t width = cell.part == Part::header ? header_width : style_.cell_width;
      const bool wrap =
          cell.part != Part::caption &&
          (style_.cell_width > 0 ? narrow && length > width + 2 : length >= 12 && random_.chance(style_.wrap_share));
      if (wrap || cell.part == Part::caption || cell.text.size() > 60) {
        if (!out_.at_line_start()) line_end();
        if (wrap) {
          lines_of(cell, width, 2);
        } else {
          out_.put(cell);
          line_end();
        }
        continue;
      }
      if (!out_.at_line_start()) {
        if (together || (cell.form_column != none && random_.chance(50))) {
          out_.put(" ");
        } else {
          line_end();
        }
      }
      out_.put(cell);
    }
    if (!out_.at_line_start()) line_end();
  }

  void row_lines(const PrintedRow& row) {
    std::vector<const PrintedCell*> values;
    const PrintedCell* label = nullptr;
    for (const PrintedCell& cell : row.cells) {
      if (cell.part == Part::group) group_lines(cell);
      if (cell.part == Part::label && !cell.text.empty()) label = &cell;
      if (cell.part == Part::value && !cell.text.empty()) values.push_back(&cell);
    }
    if (label == nullptr) {
      numbers(values, true);
    } else if (is(Layout::pdf_raw)) {
      if (wraps(*label)) {
        lines_of(*label, style_.cell_width, 3);
      } else {
        out_.put(*label);
        line_end();
      }
      numbers(values, true);
    } else if (!wraps(*label)) {
      out_.put(*label);
      numbers(values, false);
    } else {
      wrapped_label(*label, values);
    }
    if (!groups_.empty()) one_group_piece();
  }

  /// The numbers stand after a wrapped label, in its middle or above it.
  void wrapped_label(const PrintedCell& label, const std::vector<const PrintedCell*>& values) {
    const std::vector<std::string_view> pieces = pieces_of(label, style_.cell_width, 3);
    // Below it, beside its last line, in the middle or above: as the vertical centre of the cell falls.
    const std::size_t at = random_.below(4);
    const bool beside = at == 1;
    const std::size_t before = at == 2 ? pieces.size() / 2 : at == 3 ? 0 : none_yet;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i == before) numbers(values, true);
      out_.piece(label.id, pieces[i]);
      if (beside && i + 1 == pieces.size()) {
        numbers(values, false);
      } else {
        line_end();
      }
    }
    if (at == 0) numbers(values, true);
  }

  void numbers(const std::vector<const PrintedCell*>& values, bool new_line) {
    const bool apart = is(Layout::pdf_raw) && style_.one_number_a_line;
    if (new_line) out_.flush_line();
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0 && apart) out_.end_line();
      if (!out_.at_line_start()) out_.put(" ");
      out_.put(*values[i]);
    }
    if (!out_.at_line_start()) line_end();
  }

  void group_lines(const PrintedCell& group) {
    if (group.text.empty()) return;
    if (style_.vertical_groups && group.column == 0) {
      flush_groups();
      for (const std::string_view point : code_points(group.text)) groups_.emplace_back(group.id, std::string(point));
      return;
    }
    if (random_.chance(60)) {
      lines_of(group, style_.group_width + (group.column == 0 ? 4 : 0), 2);
    } else {
      out_.put(group);
      line_end();
    }
  }

  void one_group_piece() {
    out_.piece(groups_.front().first, groups_.front().second);
    line_end();
    groups_.erase(groups_.begin());
  }

  void flush_groups() {
    while (!groups_.empty()) one_group_piece();
  }

  // ------------------------------------------------------------ columns kept apart by blanks

  void columns(const PrintedTable& table) {
    const std::vector<std::size_t> ends = page_ends(table);
    Canvas canvas(table, style_);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (std::count(ends.begin(), ends.end(), row) > 0) {
        page_break_in_columns(table);
      }
      canvas.write(row, out_);
    }
  }

  void page_break_in_columns(const PrintedTable& table) {
    out_.flush_line();
    blank_lines(1);
    page_mark();
    if (style_.form_feeds) out_.put("\f");
    if (style_.running_head) {
      out_.put(report_.title);
      out_.end_line();
    }
    if (!style_.repeated_header || table.form->header.empty()) return;
    PrintedTable header = table;
    header.rows.clear();
    for (const PrintedRow& row : table.rows) {
      if (row.form_row != none) break;
      header.rows.push_back(row);
      for (PrintedCell& cell : header.rows.back().cells) cell = again(cell);
    }
    Canvas canvas(header, style_);
    for (std::size_t row = 0; row < header.rows.size(); ++row) canvas.write(row, out_);
  }

  // ------------------------------------------------------------ one cell a line

  void cell_lines(const PrintedRow& row) {
    for (const PrintedCell& cell : row.cells) {
      if (cell.text.empty()) {
        if (is(Layout::word_export)) {
          empty_.emplace_back(cell.id, out_.here() - (empty_.empty() ? style_.newline.size() : 0));
          out_.end_line();
        }
        continue;
      }
      place_empty();
      out_.put(cell);
      out_.end_line();
    }
    if (is(Layout::cell_lines) && style_.blank_lines) out_.end_line();
  }

  /// Which of the empty lines between two texts belongs to which empty cell is not to be seen: all of them are the
  /// place of each.
  void place_empty() {
    for (const auto& [id, line] : empty_) {
      out_.place(id, {static_cast<std::uint32_t>(empty_.front().second), out_.here()});
    }
    empty_.clear();
  }

  void tabbed_lines(const PrintedTable& table, std::size_t row) {
    if (row > 0) out_.end_line();
    for (std::size_t column = 0; column < table.width; ++column) {
      const GridPlace& place = grid_[row][column];
      if (place.cell == nullptr) continue;
      // A cell from above leaves one empty line, however wide it is.
      const bool covered = place.from_above && place.cell->column == column;
      if (!place.first && !covered) continue;
      out_.put("\t");
      if (place.first) {
        if (place.cell->text.empty()) out_.place(place.cell->id, {out_.here(), out_.here()});
        out_.put(*place.cell);
      }
      out_.end_line();
    }
  }

  /// "规章 |", and "|" for an empty cell.
  void barred_lines(const PrintedRow& row) {
    for (const PrintedCell& cell : row.cells) {
      const std::uint32_t begin = out_.here();
      out_.put(cell);
      out_.put(cell.text.empty() ? "|" : " |");
      if (cell.text.empty()) out_.place(cell.id, {begin, out_.here()});
      out_.end_line();
      if (style_.blank_lines) out_.end_line();
    }
  }

  // ------------------------------------------------------------ tabs

  void none_row(std::size_t row) {
    for (std::size_t column = 0; column < grid_[row].size(); ++column) {
      if (column > 0) out_.put("\t");
      const GridPlace& place = grid_[row][column];
      place.first ? tab_cell(place) : out_.put("None");
    }
    out_.end_line();
  }

  void padded_row(std::size_t row) {
    for (std::size_t column = 0; column < grid_[row].size(); ++column) {
      if (column > 0) out_.put("\t");
      tab_cell(grid_[row][column]);
    }
    out_.end_line();
  }

  void tab_cell(const GridPlace& place) {
    if (!place.first) return;
    if (place.cell->text.empty()) out_.place(place.cell->id, {out_.here(), out_.here()});
    out_.put(*place.cell);
  }

  /// A merged label keeps some of its empty cells; the row is filled up at its end, or not at all.
  void shifted_row(const PrintedTable& table, std::size_t row) {
    std::size_t written = 0;
    const auto next = [&] {
      if (written++ > 0) out_.put("\t");
    };
    for (std::size_t column = 0; column < table.width; ++column) {
      const GridPlace& place = grid_[row][column];
      if (place.cell == nullptr || place.cell->column != column) continue;
      // On the page after a break, the column of a group label that is not printed again is gone.
      if (narrower_ && place.from_above && column > 0) continue;
      next();
      if (place.first) tab_cell(place);
      for (std::size_t i = 1; i < shrunk(*place.cell, table); ++i) next();
    }
    while (style_.padded_at_end && written < table.width - (narrower_ ? 1 : 0)) next();
    out_.end_line();
  }

  /// How many cells a merged cell takes up. Over the numbers all; in the labels some are lost.
  std::size_t shrunk(const PrintedCell& cell, const PrintedTable& table) {
    if (cell.column >= table.label_width || cell.columns == 1) return cell.columns;
    if (style_.shrunk_evenly || narrower_) return cell.columns - 1;
    const auto [known, added] = shrunk_.try_emplace(&cell, 1);
    if (added) known->second = static_cast<std::size_t>(random_.between(1, static_cast<std::int64_t>(cell.columns)));
    return known->second;
  }

  /// Whether the rest of the table has a label column less on the next page.
  [[nodiscard]] bool narrows(const PrintedTable& table, std::size_t row) const {
    if (!style_.shifted || !style_.narrower_after_break || table.label_width < 3) return false;
    for (; row < table.rows.size(); ++row) {
      for (const PrintedCell& cell : table.rows[row].cells) {
        if (cell.part == Part::group) return false;
      }
    }
    return true;
  }

  // ------------------------------------------------------------ pipes

  void pipe_row(const PrintedTable& table, std::size_t row) {
    const bool merged = style_.merged_labels || table.form->header.empty();
    if (!merged && table.rows[row].form_row == none) {
      // One header row: the innermost headers.
      if (row + 1 < table.rows.size() && table.rows[row + 1].form_row != none) innermost_header(table);
      return;
    }
    std::size_t cells = 0;
    for (std::size_t column = 0; column < table.width; ++column) {
      if (!merged && column + 1 < table.label_width) continue;
      GridPlace place = grid_[row][column];
      if (!merged && column + 1 == table.label_width) {
        const std::vector<PrintedCell>& all = table.rows[row].cells;
        const auto label =
            std::find_if(all.begin(), all.end(), [](const PrintedCell& each) { return each.part == Part::label; });
        place = {label == all.end() ? nullptr : &*label, label != all.end(), false};
      }
      pipe_cell(place);
      ++cells;
    }
    out_.put("|");
    out_.end_line();
    rule(cells);
  }

  /// The tables of a section as one, as programs that know of merged cells write them.
  void pipe_table(const std::vector<PrintedTable>& all) {
    ruled_ = false;
    for (const PrintedTable& table : all) {
      grid_ = grid_places(table);
      if (is(Layout::markitdown) && !ruled_) {
        for (std::size_t i = 0; i < table.width; ++i) out_.put("|  ");
        out_.put("|");
        out_.end_line();
        draw_rule(table.width);
      }
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const GridPlace& place : grid_[row]) is(Layout::docling) ? repeated_cell(place) : spanning_cell(place);
        out_.put("|");
        out_.end_line();
        if (!ruled_) draw_rule(table.width);
      }
    }
    out_.end_line();
  }

  /// A merged cell is printed in each of its places, whatever it holds.
  void repeated_cell(const GridPlace& place) {
    if (place.first || place.cell == nullptr) {
      pipe_cell(place);
    } else {
      out_.put("| " + place.cell->text + " ");
    }
  }

  /// Nothing stands for a cell of a row above; a cell over several columns has a bar for each.
  void spanning_cell(const GridPlace& place) {
    if (place.first) {
      pipe_cell(place);
    } else if (place.cell != nullptr && !place.from_above) {
      out_.put("| ");
    }
  }

  void draw_rule(std::size_t cells) {
    ruled_ = true;
    for (std::size_t i = 0; i < cells; ++i) out_.put("|---");
    out_.put("|");
    out_.end_line();
  }

  void innermost_header(const PrintedTable& table) {
    std::size_t cells = table.label_width > 0 ? 1 : 0;
    if (cells > 0) out_.put("|  ");
    for (std::size_t column = 0; column < table.form->columns.size(); ++column) {
      for (const PrintedRow& row : table.rows) {
        for (const PrintedCell& cell : row.cells) {
          if (cell.part == Part::header && cell.form_column == column) {
            pipe_cell({&cell, true, false});
            ++cells;
          }
        }
      }
    }
    out_.put("|");
    out_.end_line();
    rule(cells);
  }

  void pipe_cell(const GridPlace& place) {
    out_.put("|");
    const std::uint32_t begin = out_.here();
    out_.put(" ");
    if (place.first) {
      out_.put(*place.cell);
    } else if (place.cell != nullptr && style_.repeated_cells && place.cell->part != Part::value) {
      out_.put(place.cell->text);
    }
    out_.put(" ");
    if (place.first && place.cell->text.empty()) out_.place(place.cell->id, {begin, out_.here()});
  }

  void rule(std::size_t cells) {
    if (!ruled_ && style_.pipe_rules) draw_rule(cells);
  }

  // ------------------------------------------------------------ HTML

  void html_begin() {
    out_.put("<!DOCTYPE html>\n<html><head><meta charset=\"" + charset() + "\"><title>" + plain_title() +
             "</title>\n<style>td, th { border: 1px solid #000; }" + (page_of_ == nullptr ? "" : printing(*page_of_)) +
             "</style></head>\n<body>\n");
    if (style_.site_furniture) {
      out_.put(
          "<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk/\">政务公开</a></li>"
          "<li><a href=\"/bsfw/\">办事服务</a></li></ul></div>\n"
          "<div class=\"path\">当前位置：<a href=\"/\">首页</a> &gt; 政府信息公开年报</div>\n"
          "<div class=\"info\">发布时间：" +
          std::to_string(report_.year + 1) + "-01-2" + std::to_string(random_.below(9)) + " 浏览次数：" +
          std::to_string(random_.between(10, 999)) + " 字号：[<a>大</a> <a>中</a> <a>小</a>]</div>\n");
    }
    if (style_.layout_table) out_.put("<table width=\"980\" align=\"center\"><tr><td>\n");
    out_.put("<div class=\"article\" id=\"zoom\">\n");
  }

  /// The style sheet for paper.
  static std::string printing(const Page& page) {
    const auto points = [](double length) { return std::to_string(length) + "pt"; };
    const std::string family = "font-family: \"" + page.digits_font + "\", \"";
    return "\n@page { size: " + points(page.width) + " " + points(page.height) + "; margin: " + points(page.top) + " " +
           points(page.side) + "; }\nbody { margin: 0; " + family + page.font + "\"; font-size: " + points(page.size) +
           "; }\ntable table, div > table, body > table { table-layout: fixed; width: " + points(page.text_width()) +
           "; }\ntd, th { " + family + page.table_font + "\"; font-size: " + points(page.table_size) +
           "; font-weight: normal; padding: 0 " + points(page.cell_padding) + "; height: " + points(page.row_height) +
           "; vertical-align: " + (page.top_aligned ? "top" : "middle") +
           "; text-align: center; }\ntd p, th p { margin: 0; }\n";
  }

  void html_end() {
    out_.put("</div>\n");
    if (style_.layout_table) out_.put("</td></tr></table>\n");
    if (style_.site_furniture) {
      out_.put("<div class=\"tools\"><a>打印本页</a> <a>关闭窗口</a></div>\n<div class=\"foot\">主办单位：" +
               plain_title().substr(0, plain_title().find("20")) + "</div>\n");
    }
    out_.put("</body></html>\n");
  }

  void html_table(const std::vector<PrintedTable>& all) {
    if (is(Layout::mineru)) {
      bare_table(all);
      return;
    }
    out_.put("<table border=\"1\" cellspacing=\"0\" cellpadding=\"0\" style=\"border-collapse: collapse\">");
    if (page_of_ != nullptr) {
      out_.put("<colgroup>");
      for (const double width : column_widths(*page_of_, all.front()))
        out_.put("<col style=\"width: " + std::to_string(width) + "pt\">");
      out_.put("</colgroup>");
    }
    out_.put("<tbody>\n");
    for (const PrintedTable& table : all) {
      grid_ = grid_places(table);
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        out_.put("<tr>");
        for (std::size_t column = 0; column < table.width; ++column) html_cell(grid_[row][column]);
        out_.put("</tr>\n");
      }
    }
    out_.put("</tbody></table>\n");
  }

  /// All in one line, with nothing but the spans.
  void bare_table(const std::vector<PrintedTable>& all) {
    out_.put("<html><body><table>");
    for (const PrintedTable& table : all) {
      grid_ = grid_places(table);
      for (const std::vector<GridPlace>& row : grid_) {
        out_.put("<tr>");
        for (const GridPlace& place : row) {
          if (place.cell == nullptr || !place.first) continue;
          out_.put("<td");
          if (place.cell->columns > 1) out_.put(" colspan=\"" + std::to_string(place.cell->columns) + "\"");
          if (place.cell->rows > 1) out_.put(" rowspan=\"" + std::to_string(place.cell->rows) + "\"");
          out_.put(">");
          tab_cell(place);
          out_.put("</td>");
        }
        out_.put("</tr>");
      }
    }
    out_.put("</table></body></html>");
    out_.end_line();
  }

  void html_cell(const GridPlace& place) {
    const bool spans = !is(Layout::html_flattened);
    if (place.cell == nullptr || (spans && !place.first)) return;
    const PrintedCell& cell = *place.cell;
    std::string attributes;
    if (spans && cell.columns > 1) attributes += " colspan=\"" + std::to_string(cell.columns) + "\"";
    if (spans && cell.rows > 1) attributes += " rowspan=" + std::to_string(cell.rows);
    if (style_.cell_markup == CellMarkup::word) {
      attributes += " width=57 style='width:42.5pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'";
    } else if (random_.chance(30)) {
      attributes += " style=\"width: 64px; text-align: center\"";
    }
    const bool header = cell.part == Part::header || cell.part == Part::note || cell.part == Part::caption;
    const std::string tag = style_.header_cells && header ? "th" : "td";
    out_.put("<" + tag + attributes + ">");
    const CellFrame frame = cell_frame(place.first && cell.text.empty());
    out_.put(frame.before);
    const std::uint32_t begin = out_.here();
    if (!place.first) {
      if (style_.repeated_cells && cell.part != Part::value) out_.put(cell.text);
    } else if (cell.text.empty()) {
      out_.put(frame.blank);
      out_.place(cell.id, {begin, out_.here()});
    } else if (style_.cell_markup == CellMarkup::mixed) {
      html_text(cell);
    } else {
      out_.put(cell);
    }
    out_.put(frame.after + "</" + tag + ">");
  }

  /// What stands around a cell's text, and for it where there is none.
  struct CellFrame {
    std::string before;
    std::string after;
    std::string blank;
  };

  CellFrame cell_frame(bool blank) {
    switch (style_.cell_markup) {
      case CellMarkup::bare:
        return {};
      case CellMarkup::paragraphs:
        return {"<p style=\"text-align:center;\"><span style=\"font-family:宋体;\">", "</span></p>", "<br>"};
      case CellMarkup::word: {
        const std::string begin =
            "<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US style='font-family:宋体'>";
        return {begin + (blank ? "<o:p>" : ""), blank ? "</o:p></span></p>" : "<o:p></o:p></span></p>", "&nbsp;"};
      }
      case CellMarkup::mixed:
        break;
    }
    const bool paragraph = random_.chance(40);
    CellFrame frame{paragraph ? "<p align=\"center\">" : "", paragraph ? "</p>" : "", ""};
    if (blank && random_.chance(50)) frame.blank = "&nbsp;";
    return frame;
  }

  void html_text(const PrintedCell& cell) {
    const std::vector<std::string_view> points = code_points(cell.text);
    const std::uint64_t shape = random_.below(10);
    if (shape == 0 && points.size() > 1) {
      // What a word processor makes of a number that was typed in two goes.
      const auto cut = static_cast<std::size_t>(points[points.size() / 2].data() - cell.text.data());
      out_.put("<span style=\"font-size: 12px\">");
      out_.piece(cell.id, std::string_view(cell.text).substr(0, cut));
      out_.put("</span><span>");
      out_.piece(cell.id, std::string_view(cell.text).substr(cut));
      out_.put("</span>");
    } else if (shape < 4) {
      out_.put("<span style=\"font-family: 宋体\"><font>");
      out_.put(cell);
      out_.put("</font></span>");
    } else if (shape == 4) {
      out_.put("&nbsp;");
      out_.put(cell);
      out_.put("&nbsp;");
    } else {
      out_.put(cell);
    }
  }

  // ------------------------------------------------------------ a table in one line

  void run_on(const PrintedTable& table) {
    for (const PrintedRow& row : table.rows) {
      for (const PrintedCell& cell : row.cells) {
        if (cell.text.empty()) continue;
        if (!out_.at_line_start()) out_.put(" ");
        out_.put(cell);
      }
    }
  }

  const PrintedReport& report_;
  const Style& style_;
  const Page* page_of_;  // how HTML is printed, or null
  Random random_;
  Writer out_;
  std::size_t page_ = 0;
  std::vector<std::vector<GridPlace>> grid_;                 // of the table that is being printed
  std::map<const PrintedCell*, std::size_t> shrunk_;         // cells that a merged label takes up
  std::vector<std::pair<std::size_t, std::string>> groups_;  // characters of a vertical label still to print
  std::vector<std::pair<std::size_t, std::size_t>> empty_;   // empty cells since the last text, and where they are
  bool narrower_ = false;                                    // tabs: a page has ended, and a label column with it
  bool ruled_ = false;                                       // pipes: the rule under the header is drawn
};

}  // namespace

Writer render(const PrintedReport& report, const Style& style, Random random, const Page* page) {
  return Renderer(report, style, random, page).render();
}

}  // namespace gialint::generator
