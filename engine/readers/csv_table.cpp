#include "engine/readers/csv_table.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/readers/ascii.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t fewest_lines = 3;
constexpr std::size_t fewest_commas = 2;
// More are no table that anybody reads.
constexpr std::size_t most_commas = 256;

/// Whether the comma at `at` may part the thousands of a number: a digit in front, three and no more behind.
bool parts_thousands(std::string_view line, std::size_t at) {
  if (at == 0 || !is_ascii_digit(line[at - 1])) return false;
  std::size_t digits = 0;
  while (at + 1 + digits < line.size() && is_ascii_digit(line[at + 1 + digits])) ++digits;
  return digits == 3;
}

/// The commas between the values of a line; none where it is no such line.
std::vector<std::size_t> separators(std::string_view line) {
  std::vector<std::size_t> commas;
  bool quoted = false;
  bool parts_values = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    if (line[at] != ',' || quoted) continue;
    if (at + 1 < line.size() && line[at + 1] == ' ') return {};
    parts_values = parts_values || !parts_thousands(line, at);
    commas.push_back(at);
  }
  if (quoted || !parts_values || commas.size() < fewest_commas) commas.clear();
  return commas;
}

/// A value without its quotation marks; one that is written twice stands for one.
GridCell read_value(std::string_view line, std::uint32_t begin, std::size_t from, std::size_t to,
                    std::uint32_t column) {
  std::string_view value = trim(line.substr(from, to - from));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
  const auto place = [&](const char* at) { return begin + static_cast<std::uint32_t>(at - line.data()); };
  GridCell cell;
  cell.column = column;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t mark = std::min(value.find("\"\"", at), value.size());
    const std::size_t end = std::min(mark + 1, value.size());
    cell.text.append(value.substr(at, end - at), place(value.data() + at));
    at = mark + 2;
  }
  const std::uint32_t at = trim(value).empty() ? begin + static_cast<std::uint32_t>(from) : place(value.data());
  cell.span = cell.text.empty() ? Span{at, at} : cell.text.source();
  return cell;
}

}  // namespace

std::optional<CsvTable> read_csv_table(const SourceLines& lines, std::uint32_t number) {
  const std::size_t commas = separators(lines.text(number)).size();
  if (commas < fewest_commas || commas > most_commas) return std::nullopt;
  CsvTable table;
  table.grid.span.begin = lines.span(number).begin;
  for (std::uint32_t at = number; at <= lines.count(); ++at) {
    const Span span = lines.span(at);
    const std::string_view line = lines.text(at);
    const std::vector<std::size_t> ends = separators(line);
    if (ends.size() != commas) break;
    GridRow row;
    row.span = span;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= ends.size(); ++i) {
      const std::size_t to = i < ends.size() ? ends[i] : line.size();
      row.cells.push_back(read_value(line, span.begin, from, to, static_cast<std::uint32_t>(i)));
      from = to + 1;
    }
    table.grid.rows.push_back(std::move(row));
    table.grid.span.end = span.end;
    table.last_line = at;
  }
  if (table.grid.rows.size() < fewest_lines) return std::nullopt;
  return table;
}

}  // namespace gialint
