#include "engine/readers/lost_spans.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// Digits, and no word besides: a figure, whatever signs it has.
bool is_number(std::string_view text) {
  bool digits = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_digit(point.value)) {
      digits = true;
    } else if (is_word(point.value)) {
      return false;
    }
    at += point.length;
  }
  return digits;
}

/// Cells from the row's first number to its end; 0 without a number.
std::size_t width_of_numbers(const GridRow& row) {
  const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                  [](const GridCell& cell) { return is_number(cell.text.text()); });
  return static_cast<std::size_t>(row.cells.end() - first);
}

/// Whether rows of different width hold as many columns of numbers as any does: at least two columns.
bool ends_at_one_edge(const Grid& grid) {
  std::size_t most = 0;
  std::size_t narrowest = 0;
  std::size_t widest = 0;
  for (const GridRow& row : grid.rows) {
    const std::size_t numbers = width_of_numbers(row);
    if (numbers < most || numbers == 0) continue;
    const std::size_t width = row.cells.size();
    narrowest = numbers > most ? width : std::min(narrowest, width);
    widest = numbers > most ? width : std::max(widest, width);
    most = numbers;
  }
  return most >= 2 && narrowest < widest;
}

/// The columns of a row under those merged cells of `above` that follow each other and are `width` columns wide
/// together; nothing when no series of them is, or several are.
std::optional<std::vector<std::uint32_t>> under_merged(const GridRow& above, std::size_t width) {
  std::vector<std::size_t> begins;  // of merged cells, in cells of `above`
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < above.cells.size();) {
    std::size_t end = i + 1;
    while (end < above.cells.size() && above.cells[end].text.empty()) ++end;
    if (end > i + 1 && !above.cells[i].text.empty()) {
      begins.push_back(i);
      ends.push_back(end);
    }
    i = end;
  }
  std::optional<std::vector<std::uint32_t>> found;
  std::size_t first = 0;
  std::size_t wide = 0;
  for (std::size_t last = 0; last < begins.size(); ++last) {
    wide += ends[last] - begins[last];
    for (; wide > width; ++first) wide -= ends[first] - begins[first];
    if (wide != width) continue;
    if (found) return std::nullopt;
    found.emplace();
    for (std::size_t i = first; i <= last; ++i) {
      for (std::size_t cell = begins[i]; cell < ends[i]; ++cell) found->push_back(above.cells[cell].column);
    }
  }
  return found;
}

/// Whether the format told where cells stand and how many columns and rows each takes.
bool has_places(const Grid& grid) {
  return std::any_of(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) {
    std::uint32_t column = 0;
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const GridCell& cell) {
      return cell.column != column++ || cell.column_span != 1 || cell.row_span != 1;
    });
  });
}

void restore(Grid& grid) {
  if (has_places(grid)) return;
  const auto narrower = [](const GridRow& a, const GridRow& b) { return a.cells.size() < b.cells.size(); };
  const auto [least, most] = std::minmax_element(grid.rows.begin(), grid.rows.end(), narrower);
  if (least == grid.rows.end() || least->cells.size() == most->cells.size()) return;
  const std::size_t width = most->cells.size();
  const bool one_edge = ends_at_one_edge(grid);
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    std::vector<GridCell>& cells = grid.rows[i].cells;
    if (cells.size() == width) continue;
    const bool words = i > 0 && !cells.empty() && width_of_numbers(grid.rows[i]) == 0;
    const std::optional<std::vector<std::uint32_t>> columns =
        words ? under_merged(grid.rows[i - 1], cells.size()) : std::nullopt;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (columns) {
        cells[k].column = (*columns)[k];
      } else if (one_edge) {
        cells[k].column += static_cast<std::uint32_t>(width - cells.size());
      }
    }
  }
}

}  // namespace

void restore_lost_spans(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (auto* grid = std::get_if<Grid>(&block)) restore(*grid);
  }
}

}  // namespace gialint
