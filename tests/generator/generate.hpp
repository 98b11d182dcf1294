#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/generator/layout.hpp"
#include "tests/generator/printed.hpp"
#include "tests/generator/writer.hpp"

namespace gialint::generator {

/// What the model must say of one cell.
struct ExpectedCell {
  std::string table;
  std::string row;
  std::string column;
  CellState state = CellState::number;
  Decimal value;
  Span span;  ///< of a blank cell: where its place may be
};

/// What is drawn for one report. The same recipe gives the same bytes on every machine.
struct Recipe {
  std::uint64_t seed = 0;
  Layout layout = Layout::pdf_lines;
};

/// Tables on another form than the year's: drawn before the figures, so it is no damage done afterwards.
enum class Misprint : std::uint8_t { none, wrong_edition, mixed_edition };

/// A report before layout.
struct Draft {
  Recipe recipe;
  Regime regime = Regime::zeros;
  Style style;
  PrintedReport report;
  Figures figures;
  std::string misprint;  ///< in words, which section is on another form
};

struct GeneratedReport {
  std::string text;   ///< decoded
  std::string bytes;  ///< of the file
  std::vector<ExpectedCell> cells;
  std::vector<Writer::Place> places;  ///< by PrintedCell::id
};

/// `style` is drawn unless it is given.
Draft draft(const Recipe& recipe, const Style* style = nullptr, Misprint misprint = Misprint::none);
/// The same body's report for the year after `first`: its tables follow from last year's, its prose does not repeat it.
/// Empty after the newest year.
std::optional<Draft> draft_next(const Draft& first);
GeneratedReport finish(const Draft& draft);

/// "seed 17, layout pdf_lines, edition 2021, 2023, hundreds, crlf gb18030 …": how to make it again, and what it is.
std::string describe(const Draft& draft);

}  // namespace gialint::generator
