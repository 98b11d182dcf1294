#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/forms/edition.hpp"
#include "engine/text/decimal.hpp"
#include "engine/text/span.hpp"

namespace gialint {

enum class CellState : std::uint8_t {
  number,  ///< has a value
  dash,    ///< "-", "—", "/", "无": reads as 0
  blank,   ///< the place is there and empty: no value
  text,    ///< something that is no number: no value
  absent,  ///< the text shows no such place: the row is missing or short
};

/// How sure the recovery is that this text belongs to this cell.
enum class Certainty : std::uint8_t {
  sure,
  ambiguous,  ///< the row's cells cannot be told apart: arithmetic keeps silent about it
};

/// One value cell of the form.
struct Cell {
  CellState state = CellState::absent;
  Certainty certainty = Certainty::sure;
  Span span;      ///< exactly its own text; zero-width where it would stand when blank or absent
  Decimal value;  ///< with state number; 0 with state dash

  /// Whether sums may use it: a number or a dash whose place is sure.
  [[nodiscard]] bool counts() const {
    return certainty == Certainty::sure && (state == CellState::number || state == CellState::dash);
  }
};

/// A label as the report prints it, beside the form's.
struct Label {
  bool found = false;
  Span span;  ///< in the source, from the first to the last piece; zero-width where it would stand when not found
  std::string text;  ///< as printed, pieces joined
  WordingMatch match = WordingMatch::official;
  std::string wording;  ///< the form's wording it was recognised as
};

/// A row of the form; its columns are the table's.
struct Row {
  std::string id;
  Label label;
  std::vector<Cell> cells;  ///< one for each column of the form
  bool found = false;
  bool ambiguous = false;
  Span span;  ///< label and cells
};

struct Column {
  std::string id;
  Label label;
};

/// A row that the form does not have.
struct ExtraRow {
  Span label;
  std::vector<Span> values;
};

/// One of the form's tables as the report has it. Every row and column of the form is there, found or not.
struct Table {
  std::string id;
  const FormTable* form = nullptr;  ///< owned by the Edition, which outlives every report
  bool found = false;               ///< at least one of its rows has values
  Span span;                        ///< caption, header and rows; zero-width where it would stand when not found
  Label caption;
  std::vector<Row> rows;
  std::vector<Column> columns;
  std::vector<ExtraRow> extra_rows;

  [[nodiscard]] const Row* row(std::string_view id) const;
  [[nodiscard]] const Cell* cell(std::string_view row, std::string_view column) const;
};

/// All tables of a report, read with the edition of the form that fits them best.
struct Tables {
  const Edition* edition =
      nullptr;                ///< the form the tables are on; the report year's, or the newest, when no table was found
  std::vector<Table> tables;  ///< all of the edition, in print order

  [[nodiscard]] const Table* table(std::string_view id) const;
};

class FormSequence;

/// Recovers tables by aligning the text to each edition's form and keeping the cheapest alignment. Compiled once from
/// the editions, which must outlive it and all it reads; then used from any thread.
class TableReader {
 public:
  /// `editions` is not empty.
  explicit TableReader(const std::vector<Edition>& editions);
  ~TableReader();
  TableReader(TableReader&&) noexcept;
  TableReader& operator=(TableReader&&) noexcept;

  /// All tables of the edition that fits best. The edition for `year` is tried first, the newest when the year is not
  /// known or has none; another wins only by a lower cost.
  [[nodiscard]] Tables read(const Outline& outline, std::optional<int> year) const;

 private:
  std::vector<FormSequence> forms_;  ///< newest first
};

}  // namespace gialint
