#include "reporters/cell_rows.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <ostream>

#include "engine/json/json_writer.hpp"
#include "reporters/csv_field.hpp"

namespace gialint {
namespace {

constexpr std::array<std::string_view, 3> names = {"csv", "json", "jsonl"};

/// One cell as it is printed, whatever the format.
struct CellRow {
  std::string_view file;
  std::string_view organ;  ///< empty when the title names none
  std::optional<int> year;
  std::string_view edition, table, row, column;
  std::string value;  ///< empty when there is no number
  std::string_view state;
  std::optional<Position> place;  ///< of what the file has; empty for an absent cell
  std::string_view unit;
  std::string_view certainty;

  [[nodiscard]] std::optional<std::uint32_t> line() const { return place ? std::optional(place->line) : std::nullopt; }
  [[nodiscard]] std::optional<std::uint32_t> character() const {
    return place ? std::optional(place->column) : std::nullopt;
  }
};

/// Calls `use` for each cell of each table that was found, whether it can be read or not.
template <class Use>
void for_each_cell(const Report& report, const Use& use) {
  CellRow row;
  row.file = report.source->path();
  if (report.outline.title) row.organ = report.outline.title->organ_name;
  row.year = report.year;
  const auto add = [&](const Table& table) {
    row.edition = table.edition->id;
    row.table = table.id;
    for (const Row& line : table.rows) {
      row.row = line.id;
      for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const Cell& cell = line.cells[i];
        row.column = table.columns[i].id;
        row.value = cell.has_value() ? to_string(cell.value) : std::string();
        row.state = state_name(cell.state);
        row.place.reset();
        if (cell.state != CellState::absent)
          row.place = report.source->position(cell.span.begin, ColumnUnit::code_point);
        row.unit = report.source->slice(cell.unit);
        row.certainty = cell.certainty == Certainty::sure ? "sure" : "ambiguous";
        use(row);
      }
    }
  };
  for (const Table& table : report.tables.tables) {
    if (table.found) add(table);
  }
  for (const Table& table : report.tables.unreadable) {
    if (table.found) add(table);
  }
}

class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  void write(const CellRow& row) {
    // Names come from others, and no spreadsheet may run one. A path with "./" before it is the same path, and no
    // organ's name begins with an apostrophe, so nothing is lost. Figures are never touched: -3 is a number.
    field(row.file, "./");
    field(row.organ, "'");
    number(row.year);
    for (const std::string_view id : {row.edition, row.table, row.row, row.column}) field(id);
    field(row.value);
    field(row.state);
    number(row.line());
    number(row.character());
    field(row.unit, "'");
    field(row.certainty);
    out_ += "\r\n";
    first_ = true;
  }

 private:
  template <class Number>
  void number(std::optional<Number> value) {
    field(value ? std::to_string(*value) : std::string());
  }

  /// `guard` goes before what a spreadsheet would calculate.
  void field(std::string_view text, std::string_view guard = {}) {
    if (!first_) out_ += ',';
    first_ = false;
    append_csv_field(out_, text, guard);
  }

  std::string& out_;
  bool first_ = true;
};

void write_object(std::string& out, const CellRow& row) {
  JsonWriter json(out, JsonWriter::compact);
  const auto number = [&](std::string_view name, auto value) {
    json.key(name);
    value ? json.value(*value) : json.null();
  };
  const auto text = [&](std::string_view name, std::string_view value) {
    json.key(name);
    value.empty() ? json.null() : json.value(value);
  };
  json.begin_object().member("file", row.file);
  text("organ", row.organ);
  number("year", row.year);
  json.member("edition", row.edition).member("table", row.table).member("row", row.row).member("column", row.column);
  text("value", row.value);  // as text: JSON readers take numbers for floating point
  json.member("state", row.state);
  number("line", row.line());
  number("char", row.character());
  text("unit", row.unit);
  json.member("certainty", row.certainty).end_object();
}

}  // namespace

std::string_view cell_format_name(CellFormat format) { return names[static_cast<std::size_t>(format)]; }

std::optional<CellFormat> cell_format_named(std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<CellFormat>(found - names.begin());
}

std::vector<std::string> cell_format_names() { return {names.begin(), names.end()}; }

std::string cell_rows(const Report& report, CellFormat format) {
  std::string out;
  if (format == CellFormat::csv) {
    CsvWriter csv(out);
    for_each_cell(report, [&](const CellRow& row) { csv.write(row); });
  } else {
    const std::string_view between = format == CellFormat::json ? ",\n" : "\n";
    for_each_cell(report, [&](const CellRow& row) {
      if (!out.empty()) out += between;
      write_object(out, row);
    });
    if (format == CellFormat::jsonl && !out.empty()) out += '\n';
  }
  return out;
}

void CellDocument::begin(bool byte_order_mark) {
  if (format_ != CellFormat::csv) return;
  if (byte_order_mark) *out_ << "\xEF\xBB\xBF";
  *out_ << "file,organ,year,edition,table,row,column,value,state,line,char,unit,certainty\r\n";
}

void CellDocument::add(std::string_view rows) {
  if (rows.empty()) return;
  if (format_ == CellFormat::json) *out_ << (is_empty_ ? "[\n" : ",\n");
  is_empty_ = false;
  *out_ << rows;
}

void CellDocument::end() {
  if (format_ == CellFormat::json) *out_ << (is_empty_ ? "[]\n" : "\n]\n");
}

}  // namespace gialint
