#include "engine/readers/plain.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/readers/csv_table.hpp"
#include "engine/readers/drawn_table.hpp"
#include "engine/readers/lines.hpp"
#include "engine/readers/lost_spans.hpp"
#include "engine/readers/source_lines.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

bool has_form_feed(std::string_view blanks) { return blanks.find('\f') != std::string_view::npos; }

/// The display cells that `blanks` take.
std::uint32_t width_of(std::string_view blanks) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < blanks.size();) {
    const CodePoint point = code_point_at(blanks, at);
    width += static_cast<std::uint32_t>(cell_width(point.value));
    at += point.length;
  }
  return width;
}

class PlainReader {
 public:
  explicit PlainReader(const SourceText& source)
      : source_(source), lines_(source), drawn_(lines_, [this](Span part) { return copy(part); }) {}

  std::vector<Block> read() {
    for (std::uint32_t number = 1; number <= lines_.count(); ++number) number = read_line(number);
    drop_indent_columns(blocks_);
    restore_lost_spans(blocks_);
    return std::move(blocks_);
  }

 private:
  /// Gives the last line that was read with this one.
  std::uint32_t read_line(std::uint32_t number) {
    const Span span = lines_.span(number);
    const std::string_view line = source_.slice(span);
    const std::string_view content = trim(line);
    // A line's own form feeds stand in front of its words or behind them.
    const std::string_view front = line.substr(0, static_cast<std::size_t>(content.data() - line.data()));
    if (has_form_feed(content.empty() ? line : front)) page_before_ = true;
    if (content.empty() && line.find('\t') == std::string_view::npos) {
      row_before_ = false;
      blank_before_ = true;
      ++blank_lines_;
      return number;
    }
    if (const std::uint32_t last = read_table(number); last > 0) return last;
    const std::uint32_t blank_lines_before = std::exchange(blank_lines_, 0);
    const bool bar_before = std::exchange(bar_before_, ends_in_bar(content, LineSyntax::plain));
    if (is_lone_bar(content) && !bar_before) return number;
    if (is_lost_table(content)) {
      note_picture(blocks_);
      return number;
    }
    const std::string_view next = number < lines_.count() ? lines_.text(number + 1) : std::string_view();
    const CellSeparator separator = cell_separator(line, {LineSyntax::plain, row_before_, next});
    if (separator != CellSeparator::none) {
      if (!rules_off_header(line, separator, blocks_, row_before_)) {
        GridRow row = read_row(line, span.begin, separator);
        // Converters that print a cell's paragraphs print blank lines between the cells.
        const bool is_cell = separator == CellSeparator::pipe && row.cells.size() == 1;
        append_row(blocks_, std::move(row), row_before_ || (is_cell && cell_before_));
        cell_before_ = is_cell;
      }
      row_before_ = true;
      blank_before_ = page_before_ = false;
      return number;
    }
    TextBlock block;
    const auto begin = span.begin + static_cast<std::uint32_t>(content.data() - line.data());
    block.text.append(content, begin);
    block.span = {begin, begin + static_cast<std::uint32_t>(content.size())};
    block.indent = width_of(front);
    block.blank_lines = blank_lines_before;
    block.after_blank = blank_before_;
    block.new_page = page_before_;
    blocks_.emplace_back(std::move(block));
    row_before_ = cell_before_ = false;
    blank_before_ = false;
    page_before_ = has_form_feed(line.substr(front.size() + content.size()));
    return number;
  }

  /// Reads the table of several lines that begins here, if one does, or takes off the frame that does. 0: none.
  std::uint32_t read_table(std::uint32_t number) {
    if (std::optional<DrawnTable> drawn = drawn_.read(number)) {
      if (drawn->framed.empty()) return add(std::move(drawn->grid), drawn->last_line);
      if (lines_.unframe(number, std::move(drawn->framed))) return number;
      drawn_.give_up(drawn->last_line);
    }
    if (std::optional<CsvTable> values = read_csv_table(lines_, number))
      return add(std::move(values->grid), values->last_line);
    return 0;
  }

  [[nodiscard]] MappedText copy(Span part) const {
    const std::string_view content = trim(source_.slice(part));
    MappedText copied;
    copied.append(content, static_cast<std::uint32_t>(content.data() - source_.text().data()));
    return copied;
  }

  std::uint32_t add(Grid grid, std::uint32_t last) {
    blocks_.emplace_back(std::move(grid));
    row_before_ = cell_before_ = bar_before_ = page_before_ = false;
    blank_before_ = true;
    blank_lines_ = 0;
    return last;
  }

  const SourceText& source_;
  SourceLines lines_;
  DrawnTableReader drawn_;
  std::vector<Block> blocks_;
  bool row_before_ = false;
  bool cell_before_ = false;  // the last line that is not blank is one cell
  bool blank_before_ = true;
  bool page_before_ = false;  // a form feed stands between the last words and these
  bool bar_before_ = false;   // the last line that is not blank ends in a bar
  std::uint32_t blank_lines_ = 0;
};

}  // namespace

std::vector<Block> read_plain(const SourceText& source) { return PlainReader(source).read(); }

}  // namespace gialint
