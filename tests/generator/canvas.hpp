#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/layout.hpp"
#include "tests/generator/printed.hpp"
#include "tests/generator/writer.hpp"

namespace gialint::generator {

/// A table drawn on lines of fixed width, as PDF tools that keep the layout draw it: cells are wrapped to the width of
/// their columns and centred over the rows they span, so a label's lines stand around its numbers and the words of
/// neighbouring headers stand between each other.
class Canvas {
 public:
  Canvas(const PrintedTable& table, const Style& style);

  /// Writes the lines of one row.
  void write(std::size_t row, Writer& out) const;

 private:
  struct Piece {
    std::size_t x = 0;
    std::size_t id = none;
    std::string_view text;
  };
  struct Column {
    std::size_t begin = 0;
    std::size_t width = 0;
  };

  void set_columns();
  [[nodiscard]] Column span_of(const PrintedCell& cell) const;
  [[nodiscard]] std::vector<std::string_view> pieces_of(const PrintedCell& cell) const;
  void place(const PrintedCell& cell, std::size_t row);

  const PrintedTable& table_;
  const Style& style_;
  std::vector<Column> columns_;
  std::vector<std::size_t> first_line_;  ///< of each row, and one more
  std::vector<std::vector<Piece>> lines_;
};

}  // namespace gialint::generator
