#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.hpp"

namespace gialint {

/// The cells of all tables as rows of one table, for people who want the numbers: the output of `gialint extract`.
/// reporters/README.md describes the columns.
enum class CellFormat {
  csv,    ///< RFC 4180
  json,   ///< one array of objects
  jsonl,  ///< an object a line
};

std::string_view cell_format_name(CellFormat format);
std::optional<CellFormat> cell_format_named(std::string_view name);
std::vector<std::string> cell_format_names();

/// One row for each cell of each table that was found, in the order of the form. Empty without tables.
std::string cell_rows(const Report& report, CellFormat format);

/// Combines the rows of many reports into one document, as they come.
class CellDocument {
 public:
  CellDocument(std::ostream& out, CellFormat format) : out_(&out), format_(format) {}

  /// Of CSV: the byte order mark by which Excel recognises UTF-8, and the header row.
  void begin(bool byte_order_mark);
  void add(std::string_view rows);
  void end();

 private:
  std::ostream* out_;
  CellFormat format_;
  bool is_empty_ = true;
};

}  // namespace gialint
