#include "engine/tables/row_shape.hpp"

#include <algorithm>
#include <map>

#include "engine/tables/placing.hpp"

namespace gialint {
namespace {

/// The tokens that head the form's columns, by column; no_header for those without one.
constexpr std::size_t no_header = std::numeric_limits<std::size_t>::max();
std::vector<std::size_t> column_headers(const TableMatch& table, const std::vector<FormElement>& elements,
                                        std::size_t columns) {
  std::vector<std::size_t> headers(columns, no_header);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].column == FormElement::none || !table.elements[i].found) continue;
    headers[elements[i].column] = table.elements[i].label.front();
  }
  return headers;
}

/// The line of text that holds most of a row's values, when it holds several.
std::optional<std::uint32_t> line_of_values(const ElementMatch& row, const std::vector<Token>& tokens) {
  std::map<std::uint32_t, std::size_t> lines;
  for (const std::size_t value : row.values) ++lines[tokens[value].line];
  const auto most =
      std::max_element(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->second > 1 ? std::optional(most->first) : std::nullopt;
}

/// How many values stand on a line of text together with the first of `row`'s that is there, with no label between.
std::size_t values_on(std::uint32_t line, const ElementMatch& row, const std::vector<Token>& tokens) {
  const auto on_line = [&](std::size_t i) { return tokens[i].line == line && tokens[i].kind != Token::Kind::label; };
  std::size_t begin = *std::find_if(row.values.begin(), row.values.end(), on_line);
  std::size_t end = begin;
  while (begin > 0 && on_line(begin - 1)) --begin;
  while (end < tokens.size() && on_line(end)) ++end;
  const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  return static_cast<std::size_t>(std::count_if(first, tokens.begin() + static_cast<std::ptrdiff_t>(end),
                                                [](const Token& token) { return token.kind == Token::Kind::value; }));
}

/// How many values stand where a row's do: on the line of text that holds most of them, up to the next label; else its
/// own with those left over behind it, on its row of a grid or, one per line, directly after.
std::size_t values_of(const ElementMatch& row, const std::vector<std::size_t>& skipped,
                      const std::vector<Token>& tokens) {
  const bool placed = std::find(row.values.begin(), row.values.end(), no_token) != row.values.end();
  if (!placed && tokens[row.values.front()].width == 0) {
    if (const std::optional<std::uint32_t> line = line_of_values(row, tokens)) return values_on(*line, row, tokens);
  }
  std::size_t values = row.values.size();
  if (!row.ambiguous) return values;
  for (std::size_t next = row.values.back() + 1; next < tokens.size(); ++next) {
    if (tokens[next].kind == Token::Kind::blank) continue;
    if (tokens[next].kind != Token::Kind::value || !std::binary_search(skipped.begin(), skipped.end(), next)) break;
    ++values;
  }
  return values;
}

/// The only word in front of the rows that the form does not know.
std::optional<std::size_t> unknown_header(const TableMatch& table, const std::vector<FormElement>& elements,
                                          const Alignment& alignment, const std::vector<Token>& tokens) {
  std::size_t begin = tokens.size();
  std::size_t end = 0;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const ElementMatch& match = table.elements[i];
    if (!match.found) continue;
    if (elements[i].kind == FormElement::Kind::row) {
      end = match.label.empty() ? match.values.front() : match.label.front();
      break;
    }
    if (elements[i].kind == FormElement::Kind::header) begin = std::min(begin, match.label.front());
  }
  std::optional<std::size_t> found;
  for (const std::size_t token : alignment.skipped) {
    if (token < begin || token >= end || tokens[token].kind != Token::Kind::label || tokens[token].prose) continue;
    if (found) return std::nullopt;
    found = token;
  }
  return found;
}

}  // namespace

std::size_t usual_width(const Alignment& alignment, std::size_t table, const FormSequence& form,
                        const std::vector<Token>& tokens) {
  const TableMatch& match = alignment.tables[table];
  const std::vector<FormElement>& elements = form.elements(match.table);
  const std::size_t columns = form.edition().tables[match.table].columns.size();
  std::map<std::size_t, std::size_t> counts;
  std::size_t rows = 0;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].kind != FormElement::Kind::row || match.elements[i].values.empty()) continue;
    ++rows;
    ++counts[values_of(match.elements[i], alignment.skipped, tokens)];
  }
  for (const auto& [width, count] : counts) {
    if (width == columns || count * 3 < rows * 2) continue;
    if (rows == 1) {
      const std::vector<std::size_t> headers = column_headers(match, elements, columns);
      const auto headed = columns - static_cast<std::size_t>(std::count(headers.begin(), headers.end(), no_header));
      if (headed != width) continue;
    }
    return width;
  }
  return columns;
}

RowShape row_shape(const TableMatch& table, const Alignment& alignment, const FormSequence& form,
                   const std::vector<Token>& tokens) {
  const std::vector<FormElement>& elements = form.elements(table.table);
  const std::size_t columns = form.edition().tables[table.table].columns.size();
  RowShape shape;
  shape.width = table.width;
  for (std::size_t i = 0; i < columns; ++i) shape.columns.push_back(i);
  if (table.width == columns) {
    if (!table.order.empty()) shape.columns = table.order;
    return shape;
  }
  const std::vector<std::size_t> headers = column_headers(table, elements, columns);
  std::vector<std::size_t> headed;
  for (std::size_t i = 0; i < columns; ++i) (headers[i] == no_header ? shape.missing : headed).push_back(i);
  if (headed.size() == table.width) {
    shape.columns = std::move(headed);
    return shape;
  }
  const std::optional<std::size_t> unknown = unknown_header(table, elements, alignment, tokens);
  if (table.width == columns + 1 && headed.size() == columns && unknown) {
    // Headers of several rows follow in no useful order; their places across the line do, or all are on one line.
    const bool in_grid = tokens[*unknown].width > 0;
    const bool one_line = std::all_of(headers.begin(), headers.end(),
                                      [&](std::size_t header) { return tokens[header].line == tokens[*unknown].line; });
    if (in_grid || one_line) {
      const auto before = std::count_if(headers.begin(), headers.end(), [&](std::size_t header) {
        return tokens[header].extent.left < tokens[*unknown].extent.left;
      });
      shape.columns.insert(shape.columns.begin() + before, RowShape::extra);
      shape.extra_label = unknown;
      shape.missing.clear();
      return shape;
    }
  }
  shape.missing.clear();
  shape.untold = true;
  return shape;
}

}  // namespace gialint
