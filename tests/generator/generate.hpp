#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/generator/facts.hpp"
#include "tests/generator/layout.hpp"
#include "tests/generator/page.hpp"
#include "tests/generator/printed.hpp"
#include "tests/generator/prose.hpp"
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

/// What is decided of a report before a word of it is written.
struct Outset {
  Recipe recipe;
  Regime regime = Regime::zeros;
  const Edition* edition = nullptr;  ///< of the tables
  Figures figures;
  const FormSection* mixed = nullptr;  ///< its tables are on another form …
  Figures mixed_figures;               ///< … with these

  /// Of the body and its year, to be written of. Points into this.
  [[nodiscard]] Facts facts() const;
  Facts body;  ///< without figures
};

Outset decide(const Recipe& recipe, Misprint misprint = Misprint::none);

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
  std::vector<Span> marks;            ///< around what is wrong
};

/// `style` is drawn unless it is given.
Draft write(const Outset& outset, const Style* style = nullptr, const Planted& planted = {});
/// decide() and write().
Draft draft(const Recipe& recipe, const Style* style = nullptr, Misprint misprint = Misprint::none);
/// The same body's report for the year after `first`: its tables follow from last year's, its prose does not repeat it.
/// Empty after the newest year.
std::optional<Draft> draft_next(const Draft& first);
/// The report in its layout. `page`: how HTML is printed.
GeneratedReport finish(const Draft& draft, const Page* page = nullptr);

/// "seed 17, layout pdf_lines, edition 2021, 2023, hundreds, crlf gb18030 …": how to make it again, and what it is.
std::string describe(const Draft& draft);

}  // namespace gialint::generator
