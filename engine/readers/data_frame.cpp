#include "engine/readers/data_frame.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/ascii.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::array<std::string_view, 6> blanks = {"NaN", "nan", "None", "<NA>", "NaT", "null"};

void make_blank(GridCell& cell) {
  cell.text = {};
  cell.span.end = cell.span.begin;
}

/// Whether a text is words rather than a figure or a sign for none ("无", "-"): two Chinese characters at least.
bool is_wordy(std::string_view text) {
  std::size_t han = 0;
  for (std::size_t at = 0; at < text.size() && han < 2;) {
    const CodePoint point = code_point_at(text, at);
    han += is_han(point.value) ? 1 : 0;
    at += point.length;
  }
  return han >= 2;
}

bool has_words(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const GridCell& cell) { return is_wordy(cell.text.text()); });
}

bool is_number(std::string_view text, std::size_t number) { return text == std::to_string(number); }

/// Whether a grid is a rectangle of cells that span nothing: only such a grid can have lost its merged cells.
bool is_bare(const Grid& grid) {
  const std::size_t width = grid.rows.front().cells.size();
  return width >= 2 && std::all_of(grid.rows.begin(), grid.rows.end(), [&](const GridRow& row) {
           return row.cells.size() == width &&
                  std::all_of(row.cells.begin(), row.cells.end(),
                              [](const GridCell& cell) { return cell.column_span == 1 && cell.row_span == 1; });
         });
}

// ---------------------------------------------------------------- numbers of rows and columns

/// "0 1 2 3": the names of columns that have none. `from`: the column that is numbered 0.
bool numbers_columns(const GridRow& row, std::size_t from) {
  constexpr std::size_t fewest = 2;
  if (row.cells.size() < from + fewest) return false;
  for (std::size_t i = from; i < row.cells.size(); ++i) {
    if (!is_number(row.cells[i].text.text(), i - from)) return false;
  }
  return from == 0 || row.cells.front().text.empty() || row.cells.front().text.text().substr(0, 7) == "Unnamed";
}

/// Whether the first cells of the rows from `begin` on count from 0, three at least.
bool numbers_rows(const Grid& grid, std::size_t begin) {
  constexpr std::size_t fewest = 3;
  if (grid.rows.size() < begin + fewest) return false;
  for (std::size_t i = begin; i < grid.rows.size(); ++i) {
    if (!is_number(grid.rows[i].cells.front().text.text(), i - begin)) return false;
  }
  return true;
}

void drop_first_column(Grid& grid) {
  for (GridRow& row : grid.rows) {
    row.cells.erase(row.cells.begin());
    for (GridCell& cell : row.cells) --cell.column;
  }
}

void drop_numbering(Grid& grid) {
  // The row below tells the names of columns from the figures of a table that lost its head.
  const bool worded = grid.rows.size() > 1 && has_words(grid.rows[1]);
  const bool named_with_rows = worded && numbers_columns(grid.rows.front(), 1);
  const bool named = worded && numbers_columns(grid.rows.front(), 0);
  if (named_with_rows && numbers_rows(grid, 1)) {
    drop_first_column(grid);
    grid.rows.erase(grid.rows.begin());
  } else if (named) {
    grid.rows.erase(grid.rows.begin());
  } else if (grid.rows.front().cells.front().text.empty() && numbers_rows(grid, 1)) {
    drop_first_column(grid);
  }
}

// ---------------------------------------------------------------- figures with a point

bool is_plain_figure(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == std::string_view::npos &&
         std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_floating(std::string_view text) {
  return is_plain_figure(text) && text.size() > 2 && text.substr(text.size() - 2) == ".0" &&
         is_ascii_digit(text[text.size() - 3]);
}

/// A column of floating point says nothing with its ".0"; one cell written so is somebody's mistake.
void drop_points(Grid& grid) {
  constexpr std::size_t fewest = 3;
  std::size_t floating = 0;
  for (const GridRow& row : grid.rows) {
    for (const GridCell& cell : row.cells) {
      if (!is_plain_figure(cell.text.text())) continue;
      if (!is_floating(cell.text.text())) return;
      ++floating;
    }
  }
  if (floating < fewest) return;
  for (GridRow& row : grid.rows) {
    for (GridCell& cell : row.cells) {
      if (!is_floating(cell.text.text())) continue;
      cell.text = cell.text.sub({0, static_cast<std::uint32_t>(cell.text.text().size()) - 2});
      cell.span = cell.text.source();
    }
  }
}

// ---------------------------------------------------------------- merged cells

/// Whether a row is the same words over and over, as a caption over all columns is.
bool repeats_throughout(const GridRow& row) {
  const std::string_view first = row.cells.front().text.text();
  return is_wordy(first) && std::all_of(row.cells.begin(), row.cells.end(),
                                        [&](const GridCell& cell) { return cell.text.text() == first; });
}

/// Like words side by side in two rows at least, or throughout one: nobody writes so.
bool repeats_merged_cells(const Grid& grid) {
  std::size_t rows = 0;
  for (const GridRow& row : grid.rows) {
    if (repeats_throughout(row)) return true;
    const auto like = [](const GridCell& a, const GridCell& b) {
      return a.text.text() == b.text.text() && is_wordy(a.text.text());
    };
    rows += std::adjacent_find(row.cells.begin(), row.cells.end(), like) != row.cells.end() ? 1 : 0;
  }
  return rows >= 2;
}

/// Makes like cells of a row one: words wherever they stand side by side, anything else below one header.
void merge_across(Grid& grid) {
  const std::size_t width = grid.rows.front().cells.size();
  std::vector<std::size_t> header(width);  // which words stand over each column, by number
  std::size_t headers = 0;
  for (GridRow& row : grid.rows) {
    std::vector<GridCell> merged;
    std::size_t column = 0;
    while (column < width) {
      GridCell& cell = row.cells[column];
      const std::string_view text = cell.text.text();
      const bool wordy = is_wordy(text);
      std::size_t end = column + 1;
      while (end < width && row.cells[end].text.text() == text &&
             (wordy || (header[column] != 0 && header[end] == header[column]))) {
        ++end;
      }
      if (wordy) {
        ++headers;
        std::fill(header.begin() + static_cast<std::ptrdiff_t>(column),
                  header.begin() + static_cast<std::ptrdiff_t>(end), headers);
      }
      cell.column_span = static_cast<std::uint32_t>(end - column);
      merged.push_back(std::move(cell));
      column = end;
    }
    row.cells = std::move(merged);
  }
}

/// Makes like words below each other one cell.
void merge_down(Grid& grid) {
  struct Above {
    std::size_t row = 0;
    std::size_t cell = 0;
  };
  std::vector<Above> above;  // by column, the cell that reaches down to the row before
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    GridRow& row = grid.rows[i];
    std::vector<GridCell> kept;
    std::vector<Above> next;
    for (GridCell& cell : row.cells) {
      const Above over = cell.column < above.size() ? above[cell.column] : Above{};
      GridCell* const same = i > 0 ? &grid.rows[over.row].cells[over.cell] : nullptr;
      const bool goes_on = same != nullptr && same->column == cell.column && same->column_span == cell.column_span &&
                           same->text.text() == cell.text.text() && is_wordy(cell.text.text()) &&
                           over.row + same->row_span == i;
      next.resize(cell.column + cell.column_span, goes_on ? over : Above{i, kept.size()});
      if (goes_on) {
        ++same->row_span;
      } else {
        kept.push_back(std::move(cell));
      }
    }
    row.cells = std::move(kept);
    above = std::move(next);
  }
  grid.rows.erase(
      std::remove_if(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) { return row.cells.empty(); }),
      grid.rows.end());
}

}  // namespace

void tidy_data_frame(Grid& grid) {
  for (GridRow& row : grid.rows) {
    for (GridCell& cell : row.cells) {
      if (std::find(blanks.begin(), blanks.end(), cell.text.text()) != blanks.end()) make_blank(cell);
    }
  }
  if (grid.rows.empty() || !is_bare(grid)) return;
  drop_numbering(grid);
  drop_points(grid);
  if (grid.rows.empty() || grid.rows.front().cells.size() < 2 || !repeats_merged_cells(grid)) return;
  merge_across(grid);
  merge_down(grid);
}

}  // namespace gialint
