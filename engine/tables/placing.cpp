#include "engine/tables/placing.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace gialint {
namespace {

using Kind = Token::Kind;
using Columns = std::vector<std::size_t>;  // of the form, one for each value of a row, rising

// Full rows that must agree before the places of their numbers say anything.
constexpr std::size_t fewest_full_rows = 2;
// So many rows of the same length are no chance.
constexpr std::size_t fewest_like = 4;
// Display cells between the numbers of neighbouring columns: with one blank between cells nothing is aligned.
constexpr std::uint32_t least_gap = 2;

bool on_one_line(const std::vector<std::size_t>& values, const std::vector<Token>& tokens) {
  return std::all_of(values.begin(), values.end(),
                     [&](std::size_t value) { return tokens[value].line == tokens[values.front()].line; });
}

bool in_grid(const Token& token) { return token.width > 0; }

std::optional<Columns> rising(const Columns& columns) {
  const auto falls = [](std::size_t a, std::size_t b) { return a >= b; };
  if (std::adjacent_find(columns.begin(), columns.end(), falls) != columns.end()) return std::nullopt;
  return columns;
}

/// Columns across the line, and whether they stand apart from each other.
struct ColumnPlaces {
  std::vector<Extent> extents;
  bool apart = false;

  void measure(std::uint32_t gap) {
    apart = !extents.empty();
    for (std::size_t i = 1; i < extents.size(); ++i) apart = apart && extents[i - 1].right + gap <= extents[i].left;
  }

  /// How far the columns' numbers stray, in all.
  [[nodiscard]] std::uint32_t width() const {
    return std::accumulate(extents.begin(), extents.end(), std::uint32_t{0},
                           [](std::uint32_t sum, Extent each) { return sum + each.right - each.left; });
  }

  /// Of the ways to give each of `places`, from left to right, a column of its own, the one that leaves them nearest to
  /// the middles of their columns; nothing when a number stands too far off, or another way is hardly worse.
  [[nodiscard]] std::optional<Columns> nearest(const std::vector<Extent>& places) const;

  /// The column over (or under) which something stands.
  [[nodiscard]] std::optional<std::size_t> column_at(Extent place) const {
    const auto found = std::find_if(extents.begin(), extents.end(), [&](Extent each) { return each.overlaps(place); });
    if (found == extents.end() || (found + 1 != extents.end() && (found + 1)->overlaps(place))) return std::nullopt;
    return static_cast<std::size_t>(found - extents.begin());
  }
};

std::optional<Columns> ColumnPlaces::nearest(const std::vector<Extent>& places) const {
  const std::size_t rows = places.size();
  const std::size_t width = extents.size();
  if (rows == 0 || width < 2 || rows > width) return std::nullopt;
  const auto middle = [](Extent each) { return static_cast<std::int64_t>(each.left) + each.right; };  // twice
  std::int64_t pitch = std::numeric_limits<std::int64_t>::max();
  for (std::size_t j = 1; j < width; ++j) pitch = std::min(pitch, middle(extents[j]) - middle(extents[j - 1]));
  const auto off = [&](std::size_t i, std::size_t j) { return std::abs(middle(places[i]) - middle(extents[j])); };
  constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 4;
  // Of the ways with number i in column j the least distance of the numbers up to i, and from i on.
  std::vector<std::int64_t> before(rows * width, never);
  std::vector<std::int64_t> behind(rows * width, never);
  for (std::size_t i = 0; i < rows; ++i) {
    std::int64_t least = i == 0 ? 0 : never;
    for (std::size_t j = 0; j < width; ++j) {
      before[i * width + j] = std::min(never, least + off(i, j));
      if (i > 0) least = std::min(least, before[(i - 1) * width + j]);
    }
  }
  for (std::size_t i = rows; i-- > 0;) {
    std::int64_t least = i + 1 == rows ? 0 : never;
    for (std::size_t j = width; j-- > 0;) {
      behind[i * width + j] = std::min(never, least + off(i, j));
      if (i + 1 < rows) least = std::min(least, behind[(i + 1) * width + j]);
    }
  }
  Columns columns;
  for (std::size_t i = 0; i < rows; ++i) {
    std::int64_t best = never;
    std::int64_t second = never;
    std::size_t at = 0;
    for (std::size_t j = 0; j < width; ++j) {
      const std::int64_t cost = before[i * width + j] + behind[i * width + j] - off(i, j);
      if (cost < best) {
        second = std::exchange(best, cost);
        at = j;
      } else {
        second = std::min(second, cost);
      }
    }
    if (best >= never || off(i, at) * 3 > pitch || (second - best) * 2 < pitch) return std::nullopt;
    columns.push_back(at);
  }
  return columns;
}

/// A table's columns in running text, counted in one way.
struct TextColumns {
  LineMetric metric = LineMetric::cells;
  ColumnPlaces places;
};

/// The smallest extent that holds all of `tokens[indices]`.
Extent hull(const std::vector<std::size_t>& indices, const std::vector<Token>& tokens, LineMetric metric) {
  Extent all = tokens[indices.front()].extent_in(metric);
  for (const std::size_t index : indices) {
    const Extent extent = tokens[index].extent_in(metric);
    all = {std::min(all.left, extent.left), std::max(all.right, extent.right)};
  }
  return all;
}

class Places {
 public:
  Places(const TableMatch& table, const std::vector<FormElement>& elements, const std::vector<Token>& tokens)
      : width_(table.width), tokens_(tokens) {
    std::map<std::uint32_t, std::size_t> lines;  // rows by the blank lines behind them
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& match = table.elements[i];
      if (elements[i].kind != FormElement::Kind::row || match.values.empty()) continue;
      if (match.values.back() + 1 < tokens.size()) ++lines[lines_behind(match)];
    }
    const auto usual =
        std::max_element(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<const ElementMatch*> rows_of_values;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& match = table.elements[i];
      if (elements[i].column != FormElement::none && match.found) add_header(elements[i].column, match);
      if (elements[i].kind != FormElement::Kind::row || match.values.empty()) continue;
      ++rows_;
      ++lengths_[match.values.size()];
      ++grid_widths_[tokens[match.values.front()].width];
      rows_of_values.push_back(&match);
      if (!on_one_line(match.values, tokens)) continue;
      if (!match.ambiguous && match.values.size() == width_ && !all_blank(match)) full_.push_back(&match);
      if (!in_grid(tokens[match.values.front()]) && match.values.size() <= width_) in_text_.push_back(&match);
    }
    // Blank lines behind most rows part them from what follows, unless more rows are whole when they are cells.
    const auto fitting = [&](std::uint32_t between) {
      between_rows_ = between;
      return static_cast<std::size_t>(std::count_if(
          rows_of_values.begin(), rows_of_values.end(),
          [&](const ElementMatch* match) { return !match->ambiguous || missing_lines(*match).has_value(); }));
    };
    const std::size_t without = fitting(0);
    rows_that_fit_ = usual != lines.end() ? fitting(usual->first) : without;
    if (without > rows_that_fit_) rows_that_fit_ = fitting(0);
    if (headers_.size() != width_ || headers_found_ != width_) headers_.clear();
    find_text_columns();
  }

  /// The column of each value of a short row; empty when nothing tells.
  [[nodiscard]] std::optional<Columns> columns_of(const ElementMatch& row) const {
    if (row.values.size() >= width_) return std::nullopt;
    const bool one_line = on_one_line(row.values, tokens_);
    if (in_grid(tokens_[row.values.front()])) return one_line ? columns_in_grid(row) : std::nullopt;
    if (one_line) {
      if (std::optional<Columns> columns = columns_in_text(row)) return columns;
    }
    return columns_by_lines(row);
  }

  struct Placed {
    std::vector<std::size_t> values;  ///< from left to right
    Columns columns;
  };

  /// Values that stand on several lines, each in a column of its own, where rows tell the columns.
  [[nodiscard]] std::optional<Placed> across(std::vector<std::size_t> values) const {
    const auto page = page_columns_.find(tokens_[values.front()].page);
    if (page == page_columns_.end() && !from_rows_) return std::nullopt;
    std::optional<Placed> agreed;
    for (const TextColumns& text : page == page_columns_.end() ? text_columns_ : page->second) {
      const auto left = [&](std::size_t value) { return tokens_[value].extent_in(text.metric).left; };
      std::stable_sort(values.begin(), values.end(), [&](std::size_t a, std::size_t b) { return left(a) < left(b); });
      const std::optional<Columns> columns = columns_at(values, text);
      if (!columns) continue;
      if (agreed && (agreed->values != values || agreed->columns != *columns)) return std::nullopt;
      agreed = Placed{values, *columns};
    }
    return agreed;
  }

  /// Of an empty row's blanks, the cells of merged labels among them, those that stand in the columns; all `row` has
  /// when nothing tells.
  [[nodiscard]] std::vector<std::size_t> blanks_in_columns(const ElementMatch& row) const {
    const Token& first = tokens_[row.values.front()];
    const std::optional<std::vector<std::uint32_t>> starts = column_starts(row);
    if (!starts) return row.values;
    std::vector<std::size_t> blanks;
    for (std::size_t i = row.values.front(); i < tokens_.size() && tokens_[i].line == first.line; ++i) {
      if (std::find(starts->begin(), starts->end(), tokens_[i].extent.left) != starts->end()) blanks.push_back(i);
    }
    return blanks.size() == width_ ? blanks : row.values;
  }

  [[nodiscard]] bool all_blank(const ElementMatch& row) const {
    return std::all_of(row.values.begin(), row.values.end(),
                       [&](std::size_t value) { return tokens_[value].kind == Kind::blank; });
  }

 private:
  void add_header(std::size_t column, const ElementMatch& match) {
    headers_.resize(std::max(headers_.size(), column + 1));
    headers_[column] = &match.label;
    ++headers_found_;
  }

  [[nodiscard]] ColumnPlaces header_places(LineMetric metric) const {
    ColumnPlaces places;
    for (const std::vector<std::size_t>* label : headers_) places.extents.push_back(hull(*label, tokens_, metric));
    places.measure(0);
    return places;
  }

  /// Columns of text are found page by page: a program that draws text from a page scales each by itself. On a page
  /// without enough full rows those of all pages tell, and else the headers that stand apart.
  void find_text_columns() {
    std::map<std::uint32_t, std::vector<const ElementMatch*>> pages;
    for (const ElementMatch* row : in_text_) pages[tokens_[row->values.front()].page].push_back(row);
    for (const auto& [page, rows] : pages) {
      std::vector<TextColumns> columns = columns_on_page(rows);
      if (columns.empty()) columns = strips_on_page(rows);
      if (!columns.empty()) page_columns_[page] = std::move(columns);
    }
    text_columns_ = columns_of_full_rows(in_text_);
    from_rows_ = !text_columns_.empty();
    if (from_rows_) return;
    for (const LineMetric metric : line_metrics) {
      ColumnPlaces places = header_places(metric);
      if (places.apart) text_columns_.push_back({metric, std::move(places)});
    }
  }

  /// What the numbers of the full rows among `rows` take up in each way to count, where they stand apart.
  [[nodiscard]] std::vector<TextColumns> hulls(const std::vector<const ElementMatch*>& rows,
                                               std::size_t fewest_full) const {
    std::vector<std::vector<std::size_t>> numbers(width_);
    for (const ElementMatch* row : rows) {
      if (row->ambiguous || row->values.size() != width_) continue;
      for (std::size_t column = 0; column < width_; ++column) numbers[column].push_back(row->values[column]);
    }
    std::vector<TextColumns> found;
    if (width_ == 0 || numbers.front().size() < fewest_full) return found;
    for (const LineMetric metric : line_metrics) {
      ColumnPlaces places;
      for (const auto& column : numbers) places.extents.push_back(hull(column, tokens_, metric));
      places.measure(least_gap);
      if (places.apart) found.push_back({metric, std::move(places)});
    }
    return found;
  }

  /// Of the ways to count, those in which full rows' numbers stand closest under each other.
  [[nodiscard]] std::vector<TextColumns> columns_of_full_rows(const std::vector<const ElementMatch*>& rows) const {
    std::vector<TextColumns> found = hulls(rows, fewest_full_rows);
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (const TextColumns& each : found) least = std::min(least, each.places.width());
    std::erase_if(found, [&](const TextColumns& each) { return each.places.width() > least; });
    return found;
  }

  /// Of the ways to count, those in which the numbers of most rows, full or short, stand under each other: of all but
  /// one in ten, and of two short rows where only one is full.
  [[nodiscard]] std::vector<TextColumns> columns_on_page(const std::vector<const ElementMatch*>& rows) const {
    std::vector<TextColumns> found;
    std::size_t most = 0;
    for (TextColumns& each : hulls(rows, 1)) {
      const auto fitting = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const auto* row) {
        return columns_under(*row, each.metric, [&](Extent at) { return each.places.column_at(at); }).has_value();
      }));
      if (fitting < most || fitting < fewest_like - 1 || fitting * 10 < rows.size() * 9) continue;
      if (fitting > most) found.clear();
      most = fitting;
      found.push_back(std::move(each));
    }
    return found;
  }

  /// The strips across which numbers stand, with nothing between them in any row, when they are as many as the form has
  /// columns and no row has two numbers in one.
  [[nodiscard]] std::vector<TextColumns> strips_on_page(const std::vector<const ElementMatch*>& rows) const {
    std::vector<TextColumns> found;
    std::size_t numbers = 0;
    for (const ElementMatch* row : rows) numbers += row->values.size();
    if (rows.size() < fewest_like || numbers < 2 * width_) return found;
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (const LineMetric metric : line_metrics) {
      std::vector<Extent> all;
      for (const ElementMatch* row : rows) {
        for (const std::size_t value : row->values) all.push_back(tokens_[value].extent_in(metric));
      }
      std::sort(all.begin(), all.end(), [](Extent a, Extent b) { return a.left < b.left; });
      ColumnPlaces places;
      for (const Extent each : all) {
        if (places.extents.empty() || places.extents.back().right + least_gap <= each.left) {
          places.extents.push_back(each);
        } else {
          places.extents.back().right = std::max(places.extents.back().right, each.right);
        }
      }
      places.measure(least_gap);
      const bool alone = std::all_of(rows.begin(), rows.end(), [&](const ElementMatch* row) {
        return columns_under(*row, metric, [&](Extent place) { return places.column_at(place); }).has_value();
      });
      if (places.extents.size() != width_ || !alone || places.width() > least) continue;
      if (places.width() < least) found.clear();
      least = places.width();
      found.push_back({metric, std::move(places)});
    }
    return found;
  }

  /// The grid column at which the cells before the values end: where a row's values are due.
  [[nodiscard]] std::uint32_t values_begin(const ElementMatch& row) const {
    const std::uint32_t line = tokens_[row.values.front()].line;
    std::uint32_t begin = 0;
    for (const std::size_t piece : row.label) {
      if (tokens_[piece].line == line && piece < row.values.front()) begin = tokens_[piece].extent.right;
    }
    return begin;
  }

  /// The grid columns at which a row's values stand: those of a full row of the same make, else the header's.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> column_starts(const ElementMatch& row) const {
    const std::uint32_t width = tokens_[row.values.front()].width;
    std::vector<std::uint32_t> starts;
    for (const ElementMatch* full : full_) {
      if (tokens_[full->values.front()].width != width || values_begin(*full) != values_begin(row)) continue;
      for (const std::size_t value : full->values) starts.push_back(tokens_[value].extent.left);
      return starts;
    }
    // Of cells one below the other none stands under a header.
    if (headers_.empty() || tokens_[row.values.front()].downwards) return std::nullopt;
    if (tokens_[headers_.back()->front()].width != width) return std::nullopt;
    const ColumnPlaces headers = header_places(LineMetric::cells);
    if (!headers.apart || headers.extents.front().left < values_begin(row)) return std::nullopt;
    for (const Extent header : headers.extents) starts.push_back(header.left);
    return starts;
  }

  [[nodiscard]] std::optional<Columns> columns_in_grid(const ElementMatch& row) const {
    const std::optional<std::vector<std::uint32_t>> starts = column_starts(row);
    if (!starts) return columns_by_places(row);
    return columns_under(row, LineMetric::cells, [&](Extent place) -> std::optional<std::size_t> {
      const auto same = std::find(starts->begin(), starts->end(), place.left);
      if (same == starts->end()) return std::nullopt;
      return static_cast<std::size_t>(same - starts->begin());
    });
  }

  template <class ColumnAt>
  [[nodiscard]] std::optional<Columns> columns_under(const ElementMatch& row, LineMetric metric,
                                                     const ColumnAt& column_at) const {
    Columns columns;
    for (const std::size_t value : row.values) {
      const std::optional<std::size_t> column = column_at(tokens_[value].extent_in(metric));
      if (!column) return std::nullopt;
      columns.push_back(*column);
    }
    return rising(columns);
  }

  /// The row's values and the blanks around them are just as many as the form has columns.
  [[nodiscard]] std::optional<Columns> columns_by_places(const ElementMatch& row) const {
    const Token& first = tokens_[row.values.front()];
    const std::size_t same = grid_widths_.at(first.width);
    for (const auto& [width, rows] : grid_widths_) {
      if (width != first.width && rows >= same) return std::nullopt;
    }
    const auto blank = [&](std::size_t i) {
      return i < tokens_.size() && tokens_[i].kind == Kind::blank && tokens_[i].line == first.line;
    };
    std::size_t begin = row.values.front();
    while (begin > 0 && blank(begin - 1)) --begin;
    std::size_t end = row.values.back() + 1;
    while (blank(end)) ++end;
    if (end - begin != width_) return std::nullopt;
    Columns columns;
    for (const std::size_t value : row.values) columns.push_back(value - begin);
    return rising(columns);
  }

  /// The columns over (or under) which values stand, as they follow; else those that they are nearest to.
  [[nodiscard]] std::optional<Columns> columns_at(const std::vector<std::size_t>& values,
                                                  const TextColumns& text) const {
    std::vector<Extent> places;
    Columns columns;
    for (const std::size_t value : values) {
      places.push_back(tokens_[value].extent_in(text.metric));
      if (const std::optional<std::size_t> column = text.places.column_at(places.back())) columns.push_back(*column);
    }
    return columns.size() == values.size() ? rising(columns) : text.places.nearest(places);
  }

  [[nodiscard]] std::optional<Columns> columns_in_text(const ElementMatch& row) const {
    for (const std::size_t value : row.values) {
      const bool follows = value > 0 && tokens_[value - 1].line == tokens_[value].line;
      if (follows && tokens_[value - 1].extent.right + least_gap > tokens_[value].extent.left) return std::nullopt;
    }
    std::optional<Columns> agreed;
    const auto page = page_columns_.find(tokens_[row.values.front()].page);
    for (const TextColumns& text : page == page_columns_.end() ? text_columns_ : page->second) {
      const std::optional<Columns> columns = columns_at(row.values, text);
      if (!columns) continue;
      if (agreed && *agreed != *columns) return std::nullopt;
      agreed = columns;
    }
    return agreed;
  }

  /// Blank lines before the row's values and behind the last, when they are as many as it is short of.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> missing_lines(const ElementMatch& row) const {
    if (row.values.size() == width_ || in_grid(tokens_[row.values.front()])) return std::nullopt;
    std::vector<std::uint32_t> before;
    std::uint32_t all = 0;
    for (const std::size_t value : row.values) {
      const bool own_line = value == 0 || tokens_[value - 1].line != tokens_[value].line;
      if (!own_line) return std::nullopt;
      before.push_back(tokens_[value].blank_lines);
      all += before.back();
    }
    const std::uint32_t behind = lines_behind(row);
    all += behind - std::min(behind, between_rows_);
    if (all + row.values.size() != width_) return std::nullopt;
    return before;
  }

  /// Blank lines between a row's last value and what follows.
  [[nodiscard]] std::uint32_t lines_behind(const ElementMatch& row) const {
    const std::size_t next = row.values.back() + 1;
    return next < tokens_.size() ? tokens_[next].blank_lines : 0;
  }

  [[nodiscard]] std::optional<Columns> columns_by_lines(const ElementMatch& row) const {
    const std::optional<std::vector<std::uint32_t>> before = missing_lines(row);
    if (!before || rows_that_fit_ * 3 < rows_ * 2) return std::nullopt;
    // Rows that all lack the same are short of a column, and the blank line is but space between label and values.
    if (rows_ >= fewest_like && lengths_.size() == 1) return std::nullopt;
    // One blank line may part the only row from what stands around it.
    if (rows_ == 1 && width_ - row.values.size() < 2) return std::nullopt;
    Columns columns;
    std::size_t next = 0;
    for (const std::uint32_t blanks : *before) {
      columns.push_back(next + blanks);
      next = columns.back() + 1;
    }
    return rising(columns);
  }

  std::size_t width_;
  const std::vector<Token>& tokens_;
  std::size_t rows_ = 0;
  std::map<std::size_t, std::size_t> lengths_;        ///< rows by the number of their values
  std::size_t rows_that_fit_ = 0;                     ///< full, or with as many blank lines as they are short of
  std::map<std::uint32_t, std::size_t> grid_widths_;  ///< rows by the columns of their grid row
  std::vector<const ElementMatch*> full_;
  std::vector<const ElementMatch*> in_text_;  ///< rows of text with their values on one line
  std::uint32_t between_rows_ = 0;            ///< blank lines that part most rows from what follows
  std::map<std::uint32_t, std::vector<TextColumns>> page_columns_;
  std::vector<TextColumns> text_columns_;                 ///< on pages that do not tell by themselves
  bool from_rows_ = false;                                ///< … and whether full rows tell them, not headers
  std::vector<const std::vector<std::size_t>*> headers_;  ///< their tokens by column; empty unless all are there
  std::size_t headers_found_ = 0;
};

/// The grid's blank cell between two values, `nth` after the one before; `no_token` in text.
std::size_t blank_between(const std::vector<Token>& tokens, std::size_t from, std::size_t to, std::size_t nth) {
  for (std::size_t i = from; i < to; ++i) {
    if (tokens[i].kind == Kind::blank && nth-- == 0) return i;
  }
  return no_token;
}

/// Puts a row's tokens into their columns, and blanks of the grid, or none, into the others.
std::vector<std::size_t> spread(const std::vector<std::size_t>& values, const Columns& columns, std::size_t width,
                                const std::vector<Token>& tokens) {
  std::vector<std::size_t> placed(width, no_token);
  for (std::size_t k = 0; k < columns.size(); ++k) placed[columns[k]] = values[k];
  const std::uint32_t line = tokens[values.front()].line;
  const auto blank = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].kind == Kind::blank && tokens[i].line == line;
  };
  // Empty places in front are counted from the right, the blanks of merged labels standing left of them.
  const std::size_t first = values.front();
  const std::size_t leading = columns.front();
  for (std::size_t k = 0; k < leading; ++k) {
    if (first >= leading && blank(first - leading + k)) placed[k] = first - leading + k;
  }
  for (std::size_t column = leading; column < placed.size(); ++column) {
    if (placed[column] != no_token) continue;
    std::size_t before = column;
    while (placed[before] == no_token || !std::binary_search(values.begin(), values.end(), placed[before])) --before;
    std::size_t end = placed[before] + 1;
    while (blank(end)) ++end;
    placed[column] = blank_between(tokens, placed[before] + 1, end, column - before - 1);
  }
  return placed;
}

/// Whether some of a row's figures share a line of text and others stand on another.
bool on_mixed_lines(const std::vector<std::size_t>& values, const std::vector<Token>& tokens) {
  bool same = false;
  bool other = false;
  for (std::size_t i = 1; i < values.size(); ++i) {
    (tokens[values[i]].line == tokens[values[i - 1]].line ? same : other) = true;
  }
  return same && other && !in_grid(tokens[values.front()]);
}

/// A row's figures may stand on several lines, each at its height in its cell. They are in the order in which they
/// stand across, where all stand behind the label and none stands over another, however their lines are counted. False
/// when some share a line and no order shows.
bool order_across(ElementMatch& row, const std::vector<Token>& tokens) {
  // Without a label nothing but a margin says that figures stand where their columns are.
  constexpr std::uint32_t margin = 4;
  const bool set_in = std::any_of(row.values.begin(), row.values.end(), [&](std::size_t value) {
    const bool opens = value == 0 || tokens[value - 1].line != tokens[value].line;
    return opens && tokens[value].extent.left > margin;
  });
  if (row.label.empty() && !set_in) return true;
  const auto is_cell = [&](std::size_t value) { return in_grid(tokens[value]); };
  if (std::any_of(row.values.begin(), row.values.end(), is_cell)) return true;
  std::uint32_t label_end = 0;
  for (const std::size_t piece : row.label) label_end = std::max(label_end, tokens[piece].extent.right);
  std::vector<std::size_t> agreed;
  for (const LineMetric metric : line_metrics) {
    std::vector<std::size_t> values = row.values;
    const auto at = [&](std::size_t value) { return tokens[value].extent_in(metric); };
    std::stable_sort(values.begin(), values.end(),
                     [&](std::size_t a, std::size_t b) { return at(a).left < at(b).left; });
    const bool over = std::adjacent_find(values.begin(), values.end(), [&](std::size_t a, std::size_t b) {
                        return at(a).overlaps(at(b));
                      }) != values.end();
    const bool other = !agreed.empty() && agreed != values;
    if (tokens[values.front()].extent.left < label_end) return true;  // the row's line was broken
    if (over || other) return !on_mixed_lines(row.values, tokens);
    agreed = std::move(values);
  }
  row.values = std::move(agreed);
  return true;
}

/// Figures that belong to nothing and stand on the lines of a row: a mark for none in a font of its own stands a line
/// below the others.
std::vector<std::size_t> on_own_lines(const ElementMatch& row, const std::vector<std::size_t>& skipped,
                                      const std::vector<Token>& tokens) {
  std::vector<std::size_t> own;
  if (row.label.empty() || in_grid(tokens[row.values.front()])) return own;
  std::uint32_t first = tokens[row.values.front()].line;
  std::uint32_t last = first;
  for (const std::vector<std::size_t>* pieces : {&row.label, &row.values}) {
    for (const std::size_t piece : *pieces) {
      first = std::min(first, tokens[piece].line);
      last = std::max(last, tokens[piece].line);
    }
  }
  for (const std::size_t token : skipped) {
    if (tokens[token].kind == Kind::value && tokens[token].line >= first && tokens[token].line <= last)
      own.push_back(token);
  }
  return own;
}

}  // namespace

void place_short_rows(TableMatch& table, const FormSequence& form, std::vector<std::size_t>& skipped,
                      const std::vector<Token>& tokens) {
  const std::vector<FormElement>& elements = form.elements(table.table);
  std::optional<Places> places;
  const auto known = [&]() -> const Places& {
    if (!places) places.emplace(table, elements, tokens);
    return *places;
  };
  for (std::size_t i = 0; i < elements.size(); ++i) {
    ElementMatch& row = table.elements[i];
    if (elements[i].kind != FormElement::Kind::row || row.values.empty()) continue;
    if (!row.ambiguous && !on_one_line(row.values, tokens)) {
      const std::optional<Places::Placed> placed =
          on_mixed_lines(row.values, tokens) ? known().across(row.values) : std::nullopt;
      if (placed) {
        row.values = placed->values;
      } else if (!order_across(row, tokens)) {
        row.ambiguous = true;
      }
    }
    if (!row.ambiguous) {
      const bool may_be_empty = tokens[row.values.front()].kind == Kind::blank;
      if (may_be_empty && known().all_blank(row)) row.values = known().blanks_in_columns(row);
      continue;
    }
    const std::vector<std::size_t> own = on_own_lines(row, skipped, tokens);
    if (!own.empty() && row.values.size() + own.size() <= table.width) {
      std::vector<std::size_t> values = row.values;
      values.insert(values.end(), own.begin(), own.end());
      if (const std::optional<Places::Placed> placed = known().across(std::move(values))) {
        row.values = spread(placed->values, placed->columns, table.width, tokens);
        row.ambiguous = false;
        std::erase_if(skipped,
                      [&](std::size_t token) { return std::find(own.begin(), own.end(), token) != own.end(); });
        continue;
      }
    }
    const std::optional<Columns> columns = known().columns_of(row);
    if (!columns) continue;
    row.values = spread(row.values, *columns, table.width, tokens);
    row.ambiguous = false;
  }
}

}  // namespace gialint
