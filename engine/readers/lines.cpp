#include "engine/readers/lines.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "engine/readers/ascii.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::string_view full_stop = "。";
constexpr std::string_view ideographic_space = "\u3000";

GridCell make_cell(std::string_view line, std::uint32_t line_begin, std::size_t begin, std::size_t end,
                   std::uint32_t column) {
  const std::string_view raw = line.substr(begin, end - begin);
  const std::string_view content = trim(raw);
  GridCell cell;
  cell.column = column;
  if (content.empty()) {
    cell.span = {line_begin + static_cast<std::uint32_t>(begin), line_begin + static_cast<std::uint32_t>(begin)};
    return cell;
  }
  const auto at = line_begin + static_cast<std::uint32_t>(content.data() - line.data());
  cell.text.append(content, at);
  cell.span = {at, at + static_cast<std::uint32_t>(content.size())};
  return cell;
}

/// The next bar at `from` or behind it that parts cells; the line's size when there is none.
std::size_t next_bar(std::string_view line, std::size_t from, LineSyntax syntax) {
  for (std::size_t at = from;; ++at) {
    at = std::min(line.find('|', at), line.size());
    if (at == line.size() || syntax == LineSyntax::plain) return at;
    std::size_t escapes = 0;
    while (escapes < at && line[at - escapes - 1] == '\\') ++escapes;
    if (escapes % 2 == 0) return at;
  }
}

}  // namespace

CellSeparator cell_separator(std::string_view line, const LineContext& context) {
  const std::size_t tab = line.find('\t');
  if (tab != std::string_view::npos) {
    const std::string_view content = trim(line);
    const bool tabs_inside = content.find('\t') != std::string_view::npos;
    const bool sentence = !tabs_inside && content.find(full_stop) != std::string_view::npos;
    if (!sentence) return CellSeparator::tab;
  }
  std::size_t bar = next_bar(line, 0, context.syntax);
  if (bar == line.size()) return CellSeparator::none;
  if (next_bar(line, bar + 1, context.syntax) < line.size()) return CellSeparator::pipe;
  const std::string_view content = trim(line);
  const auto at = bar - static_cast<std::size_t>(content.data() - line.data());
  const bool at_end = at + 1 == content.size() && content.find(full_stop) == std::string_view::npos;
  if (at == 0 || at_end || is_pipe_rule(context.next)) return CellSeparator::pipe;
  // "甲|乙" may be two names; where rows stand above it, it is one.
  return context.row_before && content.find(full_stop) == std::string_view::npos ? CellSeparator::pipe
                                                                                 : CellSeparator::none;
}

bool ends_in_bar(std::string_view content, LineSyntax syntax) {
  return !content.empty() && next_bar(content, content.size() - 1, syntax) == content.size() - 1;
}

bool is_pipe_rule(std::string_view line) {
  const std::string_view content = trim(line);
  return content.find('-') != std::string_view::npos && content.find('|') != std::string_view::npos &&
         content.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool rules_off_header(std::string_view line, CellSeparator separator, const std::vector<Block>& blocks,
                      bool continues) {
  if (separator != CellSeparator::pipe || !is_pipe_rule(line)) return false;
  const auto* grid = continues && !blocks.empty() ? std::get_if<Grid>(&blocks.back()) : nullptr;
  // Without a header line above it, three dashes in a cell still rule; one or two are what people write for none.
  return grid != nullptr ? grid->rows.size() == 1 : line.find("---") != std::string_view::npos;
}

GridRow read_row(std::string_view line, std::uint32_t begin, CellSeparator separator, LineSyntax syntax) {
  GridRow row;
  row.span = {begin, begin + static_cast<std::uint32_t>(line.size())};
  std::size_t from = 0;
  std::size_t to = line.size();
  const char mark = separator == CellSeparator::pipe ? '|' : '\t';
  if (separator == CellSeparator::pipe) {
    // The bars at both edges frame the row; they part nothing.
    const std::string_view content = trim(line);
    from = static_cast<std::size_t>(content.data() - line.data());
    to = from + content.size();
    if (content.front() == mark) ++from;
    if (to > from && next_bar(line, to - 1, syntax) == to - 1) --to;
  } else {
    while (line.substr(from).substr(0, ideographic_space.size()) == ideographic_space) from += ideographic_space.size();
  }
  std::uint32_t column = 0;
  for (std::size_t at = from;; ++column) {
    const std::size_t next =
        std::min(separator == CellSeparator::pipe ? next_bar(line, at, syntax) : line.find(mark, at), to);
    row.cells.push_back(make_cell(line, begin, at, next, column));
    if (next >= to) break;
    at = next + 1;
  }
  return row;
}

void append_row(std::vector<Block>& blocks, GridRow row, bool continues) {
  if (continues && !blocks.empty()) {
    if (auto* grid = std::get_if<Grid>(&blocks.back())) {
      grid->span = hull(grid->span, row.span);
      grid->rows.push_back(std::move(row));
      return;
    }
  }
  Grid grid;
  grid.span = row.span;
  grid.rows.push_back(std::move(row));
  blocks.emplace_back(std::move(grid));
}

void note_picture(std::vector<Block>& blocks) {
  if (blocks.empty()) return;
  if (auto* before = std::get_if<TextBlock>(&blocks.back())) before->before_picture = true;
}

void join_lines(MappedText& text, const MappedText& line) {
  if (line.empty()) return;
  if (!text.empty() && is_ascii_alphanumeric(text.text().back()) && is_ascii_alphanumeric(line.text().front())) {
    text.append_as(" ", {text.source().end, line.source().begin});
  }
  text.append(line);
}

void drop_indent_columns(std::vector<Block>& blocks) {
  // Grids of one width are parts of one table, or printed alike: what a page break parted has one indent.
  std::map<std::size_t, std::size_t> indents;
  const auto width_of = [](const Grid& grid) {
    std::size_t width = 0;
    for (const GridRow& row : grid.rows) width = std::max(width, row.cells.size());
    return width;
  };
  for (const Block& block : blocks) {
    const auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) continue;
    std::size_t& indent = indents.try_emplace(width_of(*grid), std::numeric_limits<std::size_t>::max()).first->second;
    for (const GridRow& row : grid->rows) {
      std::size_t blank = 0;
      while (blank < row.cells.size() && row.cells[blank].text.empty()) ++blank;
      // A row that is blank throughout says nothing about where the columns begin, but it must keep a cell.
      if (blank == row.cells.size()) --blank;
      indent = std::min(indent, blank);
    }
  }
  for (Block& block : blocks) {
    auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) continue;
    const std::size_t indent = indents[width_of(*grid)];
    if (indent == 0) continue;
    for (GridRow& row : grid->rows) {
      row.cells.erase(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(indent));
      for (GridCell& cell : row.cells) cell.column -= static_cast<std::uint32_t>(indent);
    }
  }
}

}  // namespace gialint
