#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/forms/edition.hpp"
#include "engine/tables/table.hpp"
#include "tests/generator/figures.hpp"
#include "tests/generator/layout.hpp"
#include "tests/generator/random.hpp"

namespace gialint::generator {

/// A report as its author had it on the screen, before any layout: what damages change and layouts write.

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

enum class Part : std::uint8_t {
  caption,
  note,    ///< the remark in the header of the requests table, the header of the label column
  header,  ///< heads one value column (`form_column`) or several
  group,
  label,
  value,
};

/// One cell of the printed grid, at its first row and column.
struct PrintedCell {
  Part part = Part::value;
  std::string text;  ///< empty: left blank
  std::size_t column = 0;
  std::size_t columns = 1;
  std::size_t rows = 1;
  std::size_t form_row = none;
  std::size_t form_column = none;
  CellState state = CellState::number;  ///< of a value
  Decimal value;
  std::size_t id = none;  ///< by which layouts tell where it went
};

struct PrintedRow {
  std::vector<PrintedCell> cells;  ///< from left to right
  std::size_t form_row = none;     ///< none: caption and header
};

struct PrintedTable {
  const FormTable* form = nullptr;
  std::size_t index = 0;        ///< into Edition::tables
  std::size_t width = 0;        ///< columns of the grid
  std::size_t label_width = 0;  ///< columns that hold labels
  std::vector<PrintedRow> rows;
};

struct PrintedSection {
  const FormSection* form = nullptr;
  std::string heading;  ///< empty: left out
  std::size_t heading_id = none;
  unsigned heading_below = 0;  ///< levels below the other sections' headings, where headings are marked
  std::vector<std::string> paragraphs;
  std::vector<PrintedTable> tables;
};

struct PrintedReport {
  const Edition* edition = nullptr;  ///< of the tables, but for a mixed form
  int year = 0;
  std::string title;
  std::vector<std::string> preface;
  std::vector<PrintedSection> sections;
  std::size_t ids = 0;  ///< how many were given out

  std::size_t next_id() { return ids++; }
};

/// The tables of one section of `figures`' form, filled in.
std::vector<PrintedTable> print_tables(PrintedReport& report, const FormSection& section, const Figures& figures,
                                       const Style& style, Random random);

/// Where each cell of a row stands in the grid: the row's own, and those of rows above that reach into it.
struct GridPlace {
  const PrintedCell* cell = nullptr;  ///< null where the table has none
  bool first = false;                 ///< the cell's own place; else it is covered by a merged cell
  bool from_above = false;            ///< covered by a cell of a row above
};
std::vector<std::vector<GridPlace>> grid_places(const PrintedTable& table);

}  // namespace gialint::generator
