#include "engine/readers/plain.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/readers/csv_table.hpp"
#include "engine/readers/drawn_table.hpp"
#include "engine/readers/lines.hpp"
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

}  // namespace

std::vector<Block> read_plain(const SourceText& source) {
  const std::string_view text = source.text();
  const LineIndex& lines = source.lines();
  const auto copy = [&](Span part) {
    const std::string_view content = trim(source.slice(part));
    MappedText copied;
    copied.append(content, static_cast<std::uint32_t>(content.data() - text.data()));
    return copied;
  };
  std::vector<Block> blocks;
  bool row_before = false;
  bool blank_before = true;
  bool page_before = false;
  std::uint32_t blank_lines = 0;
  for (std::uint32_t number = 1; number <= lines.line_count(); ++number) {
    const Span span = lines.line_span(text, number);
    const std::string_view line = source.slice(span);
    const std::string_view content = trim(line);
    const bool blank = content.empty();
    // A line's own form feeds stand in front of its words or behind them.
    const std::string_view front = line.substr(0, static_cast<std::size_t>(content.data() - line.data()));
    if (blank ? has_form_feed(line) : has_form_feed(front)) page_before = true;
    if (blank && line.find('\t') == std::string_view::npos) {
      row_before = false;
      blank_before = true;
      ++blank_lines;
      continue;
    }
    if (std::optional<DrawnTable> drawn = read_drawn_table(source, number, copy)) {
      number = drawn->last_line;
      blocks.emplace_back(std::move(drawn->grid));
      row_before = false;
      blank_before = true;
      blank_lines = 0;
      continue;
    }
    if (std::optional<CsvTable> values = read_csv_table(source, number)) {
      number = values->last_line;
      blocks.emplace_back(std::move(values->grid));
      row_before = false;
      blank_before = true;
      blank_lines = 0;
      continue;
    }
    const std::uint32_t blank_lines_before = std::exchange(blank_lines, 0);
    const std::string_view next =
        number < lines.line_count() ? source.slice(lines.line_span(text, number + 1)) : std::string_view{};
    const CellSeparator separator = cell_separator(line, {LineSyntax::plain, row_before, next});
    if (separator != CellSeparator::none) {
      if (!rules_off_header(line, separator, blocks, row_before)) {
        append_row(blocks, read_row(line, span.begin, separator), row_before);
      }
      row_before = true;
      blank_before = page_before = false;
      continue;
    }
    TextBlock block;
    const auto begin = span.begin + static_cast<std::uint32_t>(content.data() - line.data());
    block.text.append(content, begin);
    block.span = {begin, begin + static_cast<std::uint32_t>(content.size())};
    block.indent = width_of(front);
    block.blank_lines = blank_lines_before;
    block.after_blank = blank_before;
    block.new_page = page_before;
    blocks.emplace_back(std::move(block));
    row_before = false;
    blank_before = false;
    page_before = has_form_feed(line.substr(front.size() + content.size()));
  }
  drop_indent_columns(blocks);
  return blocks;
}

}  // namespace gialint
