#include "engine/tables/placing.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

namespace gialint {
namespace {

// Full rows that must agree before the places of their numbers say anything.
constexpr std::size_t fewest_full_rows = 2;
// Display cells between the numbers of neighbouring columns: with one blank between cells nothing is aligned.
constexpr std::uint32_t least_gap = 2;

/// Whether all values are on one line of a grid (or all on one line of text).
bool on_one_line(const std::vector<std::size_t>& values, const std::vector<Token>& tokens) {
  return std::all_of(values.begin(), values.end(),
                     [&](std::size_t value) { return tokens[value].line == tokens[values.front()].line; });
}

class Places {
 public:
  Places(const TableMatch& table, const std::vector<FormElement>& elements, const std::vector<Token>& tokens)
      : width_(table.width), tokens_(tokens) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& match = table.elements[i];
      if (elements[i].kind != FormElement::Kind::row || match.values.empty()) continue;
      ++grid_widths_[tokens[match.values.front()].width];
      if (match.ambiguous || match.values.size() != width_) continue;
      if (on_one_line(match.values, tokens)) full_.push_back(&match);
    }
    for (const ElementMatch* row : full_) {
      if (tokens[row->values.front()].width > 0) continue;
      ++text_rows_;
      columns_.resize(width_);
      for (std::size_t column = 0; column < width_; ++column) {
        Extent& extent = columns_[column];
        const Extent value = tokens[row->values[column]].extent;
        extent =
            text_rows_ == 1 ? value : Extent{std::min(extent.left, value.left), std::max(extent.right, value.right)};
      }
    }
    for (std::size_t column = 1; column < columns_.size(); ++column) {
      apart_ = apart_ && columns_[column - 1].right + least_gap <= columns_[column].left;
    }
  }

  /// The column of each value of a short row; empty when nothing tells.
  [[nodiscard]] std::optional<std::vector<std::size_t>> columns_of(const ElementMatch& row) const {
    if (row.values.empty() || row.values.size() >= width_ || !on_one_line(row.values, tokens_)) return std::nullopt;
    return tokens_[row.values.front()].width > 0 ? in_grid(row) : in_text(row);
  }

 private:
  /// The grid column at which the cells before the values end: where a row's values are due.
  [[nodiscard]] std::uint32_t values_begin(const ElementMatch& row) const {
    const std::uint32_t line = tokens_[row.values.front()].line;
    std::uint32_t begin = 0;
    for (const std::size_t piece : row.label) {
      if (tokens_[piece].line == line && piece < row.values.front()) begin = tokens_[piece].extent.right;
    }
    return begin;
  }

  [[nodiscard]] std::optional<std::vector<std::size_t>> in_grid(const ElementMatch& row) const {
    for (const ElementMatch* full : full_) {
      const Token& first = tokens_[full->values.front()];
      if (first.width != tokens_[row.values.front()].width || values_begin(*full) != values_begin(row)) continue;
      std::vector<std::size_t> columns;
      for (const std::size_t value : row.values) {
        const auto same = std::find_if(full->values.begin(), full->values.end(), [&](std::size_t other) {
          return tokens_[other].extent.left == tokens_[value].extent.left;
        });
        if (same == full->values.end()) return std::nullopt;
        columns.push_back(static_cast<std::size_t>(same - full->values.begin()));
      }
      return rising(columns);
    }
    return by_places(row);
  }

  /// The row's values and the blanks around them are just as many as the form has columns.
  [[nodiscard]] std::optional<std::vector<std::size_t>> by_places(const ElementMatch& row) const {
    const Token& first = tokens_[row.values.front()];
    const std::size_t same = grid_widths_.at(first.width);
    for (const auto& [width, rows] : grid_widths_) {
      if (width != first.width && rows >= same) return std::nullopt;
    }
    const auto blank = [&](std::size_t i) {
      return i < tokens_.size() && tokens_[i].kind == Token::Kind::blank && tokens_[i].line == first.line;
    };
    std::size_t begin = row.values.front();
    while (begin > 0 && blank(begin - 1)) --begin;
    std::size_t end = row.values.back() + 1;
    while (blank(end)) ++end;
    if (end - begin != width_) return std::nullopt;
    std::vector<std::size_t> columns;
    for (const std::size_t value : row.values) columns.push_back(value - begin);
    return rising(columns);
  }

  [[nodiscard]] std::optional<std::vector<std::size_t>> in_text(const ElementMatch& row) const {
    if (text_rows_ < fewest_full_rows || !apart_) return std::nullopt;
    std::vector<std::size_t> columns;
    for (const std::size_t value : row.values) {
      const auto under = std::find_if(columns_.begin(), columns_.end(),
                                      [&](Extent column) { return column.overlaps(tokens_[value].extent); });
      if (under == columns_.end()) return std::nullopt;
      columns.push_back(static_cast<std::size_t>(under - columns_.begin()));
    }
    return rising(columns);
  }

  static std::optional<std::vector<std::size_t>> rising(const std::vector<std::size_t>& columns) {
    const bool each_its_own = std::adjacent_find(columns.begin(), columns.end(),
                                                 [](std::size_t a, std::size_t b) { return a >= b; }) == columns.end();
    return each_its_own ? std::optional(columns) : std::nullopt;
  }

  std::size_t width_;
  const std::vector<Token>& tokens_;
  std::map<std::uint32_t, std::size_t> grid_widths_;  ///< rows by the columns of their grid row
  std::vector<const ElementMatch*> full_;
  std::size_t text_rows_ = 0;
  std::vector<Extent> columns_;  ///< across all full rows of text
  bool apart_ = true;
};

/// The grid's blank cell between two values, `nth` after the one before; `no_token` in text.
std::size_t blank_between(const std::vector<Token>& tokens, std::size_t from, std::size_t to, std::size_t nth) {
  for (std::size_t i = from; i < to; ++i) {
    if (tokens[i].kind == Token::Kind::blank && nth-- == 0) return i;
  }
  return no_token;
}

}  // namespace

void place_short_rows(TableMatch& table, const FormSequence& form, const std::vector<Token>& tokens) {
  const std::vector<FormElement>& elements = form.elements(table.table);
  const auto is_short = [&](std::size_t i) {
    return elements[i].kind == FormElement::Kind::row && table.elements[i].ambiguous;
  };
  std::optional<Places> places;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (!is_short(i)) continue;
    if (!places) places.emplace(table, elements, tokens);
    ElementMatch& row = table.elements[i];
    const std::optional<std::vector<std::size_t>> columns = places->columns_of(row);
    if (!columns) continue;
    std::vector<std::size_t> placed(table.width, no_token);
    for (std::size_t k = 0; k < columns->size(); ++k) placed[(*columns)[k]] = row.values[k];
    // Empty places in front are counted from the right, the blanks of merged labels standing left of them.
    const std::size_t first = row.values.front();
    const std::size_t leading = columns->front();
    for (std::size_t k = 0; k < leading; ++k) {
      const std::size_t at = first - leading + k;
      if (first >= leading && tokens[at].kind == Token::Kind::blank && tokens[at].line == tokens[first].line)
        placed[k] = at;
    }
    for (std::size_t column = leading; column < placed.size(); ++column) {
      if (placed[column] != no_token) continue;
      std::size_t before = column;
      while (placed[before] == no_token || tokens[placed[before]].kind == Token::Kind::blank) --before;
      std::size_t end = placed[before] + 1;
      while (end < tokens.size() && tokens[end].kind == Token::Kind::blank && tokens[end].line == tokens[first].line) {
        ++end;
      }
      placed[column] = blank_between(tokens, placed[before] + 1, end, column - before - 1);
    }
    row.values = std::move(placed);
    row.ambiguous = false;
  }
}

}  // namespace gialint
