#include "tests/generator/canvas.hpp"

#include <algorithm>

namespace gialint::generator {

Canvas::Canvas(const PrintedTable& table, const Style& style) : table_(table), style_(style) {
  set_columns();
  std::vector<std::size_t> heights(table.rows.size(), 1);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (const PrintedCell& cell : table.rows[row].cells) {
      if (cell.rows == 1) heights[row] = std::max(heights[row], pieces_of(cell).size());
    }
  }
  // A cell over several rows that needs more lines than they have makes the last of them higher.
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (const PrintedCell& cell : table.rows[row].cells) {
      const std::size_t end = std::min(row + cell.rows, heights.size());
      std::size_t have = 0;
      for (std::size_t i = row; i < end; ++i) have += heights[i];
      const std::size_t need = pieces_of(cell).size();
      if (need > have) heights[end - 1] += need - have;
    }
  }
  first_line_.push_back(0);
  for (const std::size_t height : heights) first_line_.push_back(first_line_.back() + height);
  lines_.resize(first_line_.back());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (const PrintedCell& cell : table.rows[row].cells) place(cell, row);
  }
  for (std::vector<Piece>& line : lines_) {
    std::sort(line.begin(), line.end(), [](const Piece& a, const Piece& b) { return a.x < b.x; });
  }
}

void Canvas::set_columns() {
  // Widths as on the page: narrow columns for group labels, a wide one for the row's own, numbers as they need.
  std::size_t widest_value = 0;
  for (const PrintedRow& row : table_.rows) {
    for (const PrintedCell& cell : row.cells) {
      if (cell.part == Part::value) widest_value = std::max(widest_value, display_width(cell.text));
    }
  }
  const bool narrow = table_.form->columns.size() >= 5;
  const std::size_t value_width =
      std::max(widest_value + 2, narrow ? style_.value_width : static_cast<std::size_t>(22));
  std::size_t x = style_.margin;
  for (std::size_t column = 0; column < table_.width; ++column) {
    std::size_t width = value_width;
    if (column < table_.label_width) {
      width = table_.label_width == 1 ? 24 : column + 1 < table_.label_width ? 10 : 28;
      if (column + 1 == table_.label_width) width += style_.label_room;
    }
    columns_.push_back({x, width});
    x += width + 1;
  }
}

Canvas::Column Canvas::span_of(const PrintedCell& cell) const {
  const Column& first = columns_[cell.column];
  const Column& last = columns_[std::min(cell.column + cell.columns, columns_.size()) - 1];
  return {first.begin, last.begin + last.width - first.begin};
}

std::vector<std::string_view> Canvas::pieces_of(const PrintedCell& cell) const {
  if (cell.part == Part::value) return {cell.text};
  return wrapped(cell.text, std::max<std::size_t>(span_of(cell).width - 2, 4));
}

void Canvas::place(const PrintedCell& cell, std::size_t row) {
  const Column at = span_of(cell);
  const std::vector<std::string_view> pieces = pieces_of(cell);
  const std::size_t begin = first_line_[row];
  const std::size_t height = first_line_[std::min(row + cell.rows, first_line_.size() - 1)] - begin;
  const std::size_t top = begin + (height - std::min(height, pieces.size())) / 2;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t width = display_width(pieces[i]);
    const bool left = cell.part == Part::label || cell.part == Part::note;
    const std::size_t x = left ? at.begin : at.begin + (at.width - std::min(at.width, width)) / 2;
    lines_[std::min(top + i, lines_.size() - 1)].push_back({x, cell.id, pieces[i]});
  }
}

void Canvas::write(std::size_t row, Writer& out) const {
  std::vector<std::size_t> last;  // empty cells with nothing behind them
  std::uint32_t last_since = 0;
  for (std::size_t line = first_line_[row]; line < first_line_[row + 1]; ++line) {
    std::size_t x = 0;
    std::uint32_t since = out.here();
    std::vector<std::size_t> empty;
    // Nothing but blanks tells where an empty cell is: its place is all of those between its neighbours.
    const auto place_empty = [&] {
      for (const std::size_t id : empty) out.place(id, {since, out.here()});
      empty.clear();
    };
    for (const Piece& piece : lines_[line]) {
      if (piece.text.empty()) {
        empty.push_back(piece.id);
        continue;
      }
      const std::size_t blanks = piece.x > x ? piece.x - x : x > 0 ? 1 : 0;
      out.put(std::string(blanks, ' '));
      place_empty();
      out.piece(piece.id, piece.text);
      x += blanks + display_width(piece.text);
      since = out.here();
    }
    if (!empty.empty()) {
      last = empty;
      last_since = since;
    }
    place_empty();
    out.end_line();
  }
  // With nothing behind it, an empty cell reaches over all lines of its row.
  for (const std::size_t id : last) out.place(id, {last_since, out.here()});
  if (style_.blank_lines && row + 1 < table_.rows.size() && table_.rows[row + 1].form_row == none) out.end_line();
}

}  // namespace gialint::generator
