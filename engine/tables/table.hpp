#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/forms/edition.hpp"
#include "engine/tables/alignment_costs.hpp"
#include "engine/text/decimal.hpp"
#include "engine/text/span.hpp"

namespace gialint {

enum class CellState : std::uint8_t {
  number,  ///< has a value, possibly with a unit behind it: "3件"
  dash,    ///< "-", "—", "/", "无": reads as 0
  blank,   ///< the place is there and empty: no value
  text,  ///< something that is no plain number: "若干", "3（含1件上年结转）"; `readable` when a number can be made out
  absent,  ///< the text shows no such place: the row is missing or short
};

/// "number", "dash", "blank", "text", "absent": as the JSON model, the tables that `extract` gives and rules name it.
std::string_view state_name(CellState state);

/// How sure the recovery is that this text belongs to this cell.
enum class Certainty : std::uint8_t {
  sure,
  ambiguous,  ///< the row's cells cannot be told apart: arithmetic keeps silent about it
};

/// One value cell of the form.
struct Cell {
  CellState state = CellState::absent;
  Certainty certainty = Certainty::sure;
  Span span;               ///< exactly its own text; zero-width where it would stand when blank or absent
  std::vector<Span> rest;  ///< of a figure that a narrow cell broke (204 over 5), what stands below its first piece
  Span unit;  ///< of a number, the unit printed behind it: 件 of "3件"; empty, at the end of `span`, when there is none
  Decimal value;          ///< with state number, or text that is readable; 0 with state dash
  bool readable = false;  ///< with state text: it holds one number and a remark, and `value` is that number
  bool pointed = false;   ///< a count, and a whole number, that is printed with a decimal point: 40.0
  bool unfit = false;  ///< a number that its column cannot hold: a fraction, or less than nothing, of what is counted

  /// Whether there is a number in it, whatever stands around it; a dash is one.
  [[nodiscard]] bool has_value() const { return state == CellState::number || state == CellState::dash || readable; }
  /// Whether sums may use it: its number can be right, and its place is sure.
  [[nodiscard]] bool counts() const { return certainty == Certainty::sure && has_value() && !unfit; }
};

/// A label as the report prints it, beside the form's.
struct Label {
  bool found = false;
  bool lost =
      false;  ///< not found although all that stands beside it on the form is: dropped, not left out by a layout
  Span span;  ///< in the source, from the first to the last piece; zero-width where it would stand when not found
  std::string text;  ///< as printed, pieces joined
  WordingMatch match = WordingMatch::official;
  std::string wording;       ///< the form's wording it was recognised as
  std::vector<Span> pieces;  ///< in reading order: several where a layout wrapped it, other things between them
};

/// A row of the form; its columns are the table's.
struct Row {
  std::string id;
  Label label;
  std::vector<Cell> cells;   ///< one for each column of the form
  bool found = false;        ///< its label, its values or both are there; with a label alone its cells are blank
  bool ambiguous = false;    ///< it has fewer or more values than columns, and nothing tells which is whose
  Span span;                 ///< label and cells
  std::vector<Span> unread;  ///< numbers that stand in it and that none of its cells took; it is then ambiguous
};

struct Column {
  std::string id;
  Label label;
  bool missing = false;  ///< the table is there without it: no header, and one value fewer in every row
};

/// A row, or a column, that the form does not have.
struct ExtraRow {
  Span label;
  std::vector<Span> values;
};
struct ExtraColumn {
  Span label;  ///< zero-width at the first of its values when it has no header
  std::vector<Span> values;
};

/// A printed label that heads more than one row or column, or none: 申请人情况, （三）不予公开.
struct Heading {
  bool group = false;  ///< over rows; else part of the header
  std::string text;    ///< as the form prints it
  Label label;
};

/// Why a table cannot be read.
enum class Unreadable : std::uint8_t {
  no,
  numbers,  ///< numbers stand among its pieces that no row claims
  rows,     ///< in too many of its rows nothing tells which figure is whose
  order,    ///< its figures stand one below the other, and not in the order of the form
  bare,     ///< its figures stand alone, without labels or headers
  picture,  ///< a picture, or what a converter left for a table it could not print, stands in its place
};

/// "no", "numbers", "rows", "order", "bare", "picture".
std::string_view reason_name(Unreadable reason);

/// One of the form's tables as the report has it. Every row and column of the form is there, found or not.
struct Table {
  std::string id;
  const FormTable* form = nullptr;   ///< owned by the Edition, which outlives every report
  const Edition* edition = nullptr;  ///< whose form it follows; in a mixed report not that of its neighbours
  bool decisive = false;             ///< other editions print this table otherwise, so it shows which form was used
  bool found = false;                ///< a row of it has values, or it is headed and a row is there
  bool headed = false;               ///< its caption or most of its header is there, with or without rows
  bool reordered = false;            ///< its columns follow in another order than the form's, as their headers tell
  Span span;                         ///< caption, header and rows; zero-width where it would stand when not found
  Label caption;
  std::vector<Row> rows;
  std::vector<Column> columns;
  /// How many values each of its rows has, when all have the same wrong number of them and nothing tells which columns
  /// they belong to; all rows are then ambiguous. 0 otherwise.
  std::size_t row_width = 0;
  std::vector<Heading> headings;  ///< in print order; caption, rows' and columns' own labels are not among them
  std::vector<ExtraRow> extra_rows;
  std::vector<ExtraColumn> extra_columns;
  bool downwards = false;                  ///< in text, cells stand one below the other: only their order tells them
  std::vector<Span> unread;                ///< numbers among its pieces that no row claims, in the order of the text
  Unreadable unreadable = Unreadable::no;  ///< when it is, all of its cells are ambiguous

  [[nodiscard]] const Row* row(std::string_view id) const;
  [[nodiscard]] const Cell* cell(std::string_view row, std::string_view column) const;
};

/// What was found among the pieces of tables and is no part of them.
struct SetAside {
  enum class Kind : std::uint8_t {
    note,    ///< words
    label,   ///< a label that is printed again: in each cell that it covers, or on the next page
    page,    ///< what page breaks left
    unread,  ///< a number that nothing claims: Row::unread, Table::unread
  };
  Kind kind = Kind::note;
  Span span;
};

/// From the first to the last piece of the tables that stand together in one part of the report.
///
/// Each number in it is in one place: a cell, a piece of a label, an extra row or column, or what was set aside.
struct TableRegion {
  Span span;
  std::vector<SetAside> set_aside;  ///< in the order of the text
};

/// All tables of a report, read with the edition of the form that fits them best.
struct Tables {
  /// The form that most tables are on; the report year's, or the newest, when no table shows it.
  const Edition* edition = nullptr;
  std::vector<Table> tables;      ///< all of the edition but the unreadable ones, in print order
  std::vector<Table> unreadable;  ///< in print order; nothing that is computed from tables uses them
  std::vector<TableRegion> regions;
  /// Of Outline::blocks, ascending: what page breaks left, page numbers and the title printed again at a page's head.
  std::vector<std::size_t> page_furniture;

  [[nodiscard]] const Table* table(std::string_view id) const;
};

class FormSequence;

/// Recovers tables by aligning the text to each edition's form and keeping the cheapest alignment. Compiled once from
/// the editions, which must outlive it and all it reads; then used from any thread.
class TableReader {
 public:
  /// `editions` is not empty.
  explicit TableReader(const std::vector<Edition>& editions, const AlignmentCosts& costs = {});
  ~TableReader();
  TableReader(TableReader&&) noexcept;
  TableReader& operator=(TableReader&&) noexcept;

  /// All tables, those of each part of the report on the form that fits them best. The edition for `year` is tried
  /// first, the newest when the year is not known or has none; another wins only by a cost that is lower by far.
  [[nodiscard]] Tables read(const Outline& outline, std::optional<int> year) const;

 private:
  std::vector<FormSequence> forms_;          ///< newest first
  std::vector<std::vector<bool>> decisive_;  ///< by form and table: whether other forms print it otherwise
  AlignmentCosts costs_;
};

}  // namespace gialint
