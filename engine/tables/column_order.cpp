#include "engine/tables/column_order.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace gialint {
namespace {

// Display cells between the numbers of neighbouring columns, as where short rows are placed.
constexpr std::uint32_t least_space = 2;

bool side_by_side(const std::vector<std::size_t>& values, const std::vector<Token>& tokens) {
  return std::all_of(values.begin(), values.end(), [&](std::size_t value) {
    return tokens[value].line == tokens[values.front()].line && !tokens[value].downwards;
  });
}

/// What the values of full rows take up across the line, column by column; empty when they do not stand apart.
std::vector<Extent> value_columns(const TableMatch& table, const std::vector<FormElement>& elements,
                                  const std::vector<Token>& tokens, LineMetric metric) {
  std::vector<Extent> columns;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const ElementMatch& row = table.elements[i];
    const bool full = elements[i].kind == FormElement::Kind::row && row.values.size() == table.width && !row.ambiguous;
    if (!full || !side_by_side(row.values, tokens)) continue;
    for (std::size_t k = 0; k < row.values.size(); ++k) {
      const Extent extent = tokens[row.values[k]].extent_in(metric);
      if (k == columns.size()) {
        columns.push_back(extent);
      } else {
        columns[k] = {std::min(columns[k].left, extent.left), std::max(columns[k].right, extent.right)};
      }
    }
  }
  if (columns.empty()) return columns;
  const bool in_grid = std::any_of(table.elements.begin(), table.elements.end(), [&](const ElementMatch& match) {
    return !match.values.empty() && tokens[match.values.front()].width > 0;
  });
  const std::uint32_t gap = in_grid ? 0 : least_space;
  for (std::size_t k = 1; k < columns.size(); ++k) {
    if (columns[k - 1].right + gap > columns[k].left) return {};
  }
  return columns;
}

/// The column of the form that is called so, to the letter.
std::optional<std::size_t> column_called(const std::u32string& folded, const std::vector<FormElement>& elements) {
  for (const FormElement& element : elements) {
    if (element.column == FormElement::none) continue;
    for (const ElementWording& wording : element.wordings) {
      if (wording.folded == folded) return element.column;
    }
  }
  return std::nullopt;
}

bool columns_have_names(const std::vector<FormElement>& elements, std::size_t width) {
  std::set<std::u32string> names;
  std::size_t columns = 0;
  for (const FormElement& element : elements) {
    if (element.column == FormElement::none) continue;
    ++columns;
    for (const ElementWording& wording : element.wordings) {
      if (!names.insert(wording.folded).second) return false;
    }
  }
  return columns == width && width > 1;
}

std::optional<ColumnOrder> order_in(LineMetric metric, const TableMatch& table,
                                    const std::vector<FormElement>& elements, const std::vector<Token>& tokens,
                                    const std::vector<std::size_t>& words) {
  const std::vector<Extent> places = value_columns(table, elements, tokens, metric);
  if (places.size() != table.width) return std::nullopt;
  constexpr std::size_t none = FormElement::none;
  ColumnOrder order{std::vector<std::size_t>(places.size(), none), std::vector<std::size_t>(places.size(), none)};
  for (const std::size_t word : words) {
    const std::optional<std::size_t> column = column_called(tokens[word].folded, elements);
    if (!column || tokens[word].downwards) continue;
    const Extent extent = tokens[word].extent_in(metric);
    std::size_t over = none;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (!extent.overlaps(places[k])) continue;
      if (over != none) return std::nullopt;
      over = k;
    }
    if (over == none) continue;
    if (order.columns[over] != none && order.columns[over] != *column) return std::nullopt;
    if (order.columns[over] == none) order.headers[over] = word;  // printed again below: a merged cell
    order.columns[over] = *column;
  }
  std::vector<std::size_t> sorted = order.columns;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    if (sorted[k] != k) return std::nullopt;
  }
  return order;
}

}  // namespace

std::optional<ColumnOrder> column_order(const TableMatch& table, const std::vector<FormElement>& elements,
                                        const std::vector<Token>& tokens, const std::vector<std::size_t>& words) {
  if (!columns_have_names(elements, table.width)) return std::nullopt;
  for (const LineMetric metric : line_metrics) {
    std::optional<ColumnOrder> order = order_in(metric, table, elements, tokens, words);
    if (!order) continue;
    if (std::is_sorted(order->columns.begin(), order->columns.end())) return std::nullopt;
    return order;
  }
  return std::nullopt;
}

}  // namespace gialint
