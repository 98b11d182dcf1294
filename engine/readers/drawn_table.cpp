#include "engine/readers/drawn_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/readers/lines.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// A drawing with more columns is none that anybody reads; each row costs as much as there are columns.
constexpr std::size_t most_drawn_columns = 256;

using ReadText = std::function<MappedText(Span)>;

/// What characters of a line are counted in: programs that draw tables do not agree on how wide “ and — are, or that 中
/// is two cells wide.
enum class Unit { narrow, wide, code_points };

std::uint32_t width_of(char32_t c, Unit unit) {
  if (unit == Unit::code_points) return 1;
  return static_cast<std::uint32_t>(cell_width(c, unit == Unit::wide ? 2 : 1));
}

bool is_ascii_rule(char32_t c) { return c == '-' || c == '=' || c == '~'; }
/// U+2500 … 257F are box drawings. Of them, those with a stroke from left to right …
bool is_across(char32_t c) {
  return is_ascii_rule(c) || c == '+' || c == '*' ||
         (c >= 0x2500 && c <= 0x257F && c != 0x2502 && c != 0x2503 && c != 0x2551);
}
/// … and those with one from top to bottom.
bool is_upright(char32_t c) {
  return c == '|' || c == '+' || (c >= 0x2500 && c <= 0x257F && c != 0x2500 && c != 0x2501 && c != 0x2550);
}

/// … and nothing but that.
bool is_bar(char32_t c) { return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551; }

/// A cell while its lines are read.
struct OpenCell {
  GridCell cell;
  std::size_t row = 0;
  std::uint32_t begin = 0;  // where it would stand if it is blank
};

/// The cells as rows, those without text placed where they would stand.
Grid to_grid(std::vector<OpenCell> cells, std::size_t rows, Span span) {
  Grid grid;
  grid.span = span;
  grid.rows.resize(rows);
  for (OpenCell& open : cells) {
    GridCell& cell = open.cell;
    cell.span = cell.text.empty() ? Span{open.begin, open.begin} : cell.text.source();
    GridRow& row = grid.rows[open.row];
    // A label beside several rows may stand on the lines of any.
    if (cell.row_span == 1 || row.cells.empty()) row.span = row.cells.empty() ? cell.span : hull(row.span, cell.span);
    row.cells.push_back(std::move(cell));
  }
  grid.rows.erase(
      std::remove_if(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) { return row.cells.empty(); }),
      grid.rows.end());
  for (GridRow& row : grid.rows) {
    std::sort(row.cells.begin(), row.cells.end(),
              [](const GridCell& a, const GridCell& b) { return a.column < b.column; });
  }
  return grid;
}

// ---------------------------------------------------------------- between rules and bars

/// One line of a boxed table: its characters from the left border to the right one.
struct BoxedLine {
  Span span;                        // of the source, without blanks at the ends
  std::vector<std::uint32_t> bars;  // offsets in the line where a border or a bar may stand
  bool ruled = false;               // nothing but strokes
};

class BoxedTable {
 public:
  BoxedTable(const SourceLines& lines, const ReadText& read_text) : source_(lines), read_text_(read_text) {}

  std::optional<DrawnTable> read(std::uint32_t number) {
    last_ = number;
    for (std::uint32_t at = number; at <= source_.count(); ++at) {
      std::optional<BoxedLine> line = read_line(source_.span(at));
      if (!line || (at == number && !line->ruled)) break;
      // Two rules in a row part nothing.
      if (line->ruled && !lines_.empty() && lines_.back().ruled) break;
      lines_.push_back(std::move(*line));
      last_ = at;
    }
    if (lines_.size() < 3) return std::nullopt;
    choose_unit();
    find_columns();
    if (columns_.size() < 2 || is_too_wide()) return std::nullopt;
    DrawnTable table;
    table.last_line = last_;
    if (is_frame()) {
      for (const BoxedLine& line : lines_)
        table.framed.push_back(line.ruled ? Span{line.span.end, line.span.end} : inside(line));
      return table;
    }
    read_cells();
    table.grid = to_grid(std::move(cells_), row_ + 1, {lines_.front().span.begin, lines_.back().span.end});
    return table;
  }

  [[nodiscard]] bool is_too_wide() const { return columns_.size() > most_drawn_columns; }
  /// The last line that was read.
  [[nodiscard]] std::uint32_t last_line() const { return last_; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] std::string_view slice(const BoxedLine& line) const { return source_.source().slice(line.span); }

  /// A line from border to border.
  [[nodiscard]] std::optional<BoxedLine> read_line(Span span) const {
    const std::string_view text = source_.source().slice(span);
    const std::string_view content = trim(text);
    if (content.size() < 3) return std::nullopt;
    BoxedLine line;
    const auto begin = span.begin + static_cast<std::uint32_t>(content.data() - text.data());
    line.span = {begin, begin + static_cast<std::uint32_t>(content.size())};
    line.ruled = true;
    char32_t last = 0;
    std::size_t strokes = 0;
    for (std::size_t at = 0; at < content.size();) {
      const CodePoint point = code_point_at(content, at);
      last = point.value;
      if (is_upright(last)) {
        line.bars.push_back(static_cast<std::uint32_t>(at));
      } else if (!is_across(last)) {
        line.ruled = false;
      } else {
        ++strokes;
      }
      if (at == 0 && !is_upright(last)) return std::nullopt;
      at += point.length;
    }
    // │┌──┐│ is a frame's line with another frame in it.
    const std::size_t second = code_point_at(content, 0).length;
    const bool framed = second < content.size() && is_bar(code_point_at(content, 0).value) &&
                        is_upright(code_point_at(content, second).value);
    line.ruled = line.ruled && strokes > 0 && !framed;
    if (!is_upright(last)) return std::nullopt;
    return line;
  }

  /// Where each of `offsets` of a line stands.
  [[nodiscard]] std::vector<std::uint32_t> positions(const BoxedLine& line, Unit unit) const {
    std::vector<std::uint32_t> places;
    places.reserve(line.bars.size());
    const std::string_view text = slice(line);
    std::uint32_t x = 0;
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size() && next < line.bars.size();) {
      if (line.bars[next] == at) places.push_back(x), ++next;
      const CodePoint point = code_point_at(text, at);
      x += width_of(point.value, unit);
      at += point.length;
    }
    return places;
  }

  /// The unit in which the right border is straight.
  void choose_unit() {
    std::size_t most = 0;
    for (const Unit unit : {Unit::narrow, Unit::wide, Unit::code_points}) {
      std::map<std::uint32_t, std::size_t> ends;
      std::size_t best = 0;
      for (const BoxedLine& line : lines_) best = std::max(best, ++ends[positions(line, unit).back()]);
      if (best > most) most = best, unit_ = unit;
    }
  }

  /// The places of the bars of all lines. A line whose border is not straight has others, and has no say.
  void find_columns() {
    std::map<std::uint32_t, std::size_t> ends;
    for (const BoxedLine& line : lines_) ++ends[positions(line, unit_).back()];
    const auto by_count = [](const auto& a, const auto& b) { return a.second < b.second; };
    const std::uint32_t width = std::max_element(ends.begin(), ends.end(), by_count)->first;
    for (const BoxedLine& line : lines_) {
      const std::vector<std::uint32_t> places = positions(line, unit_);
      if (places.back() != width) continue;
      columns_.insert(columns_.end(), places.begin(), places.end());
      std::sort(columns_.begin(), columns_.end());
      columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
    }
  }

  /// Which column's left border each bar of a line is: the nearest, from left to right.
  [[nodiscard]] std::vector<std::size_t> borders(const BoxedLine& line) const {
    std::vector<std::size_t> found;
    std::size_t from = 0;
    for (const std::uint32_t x : positions(line, unit_)) {
      std::size_t at =
          static_cast<std::size_t>(std::lower_bound(columns_.begin(), columns_.end(), x) - columns_.begin());
      if (at == columns_.size() || (at > 0 && x - columns_[at - 1] < columns_[at] - x)) --at;
      at = std::max(at, from);
      found.push_back(std::min(at, columns_.size() - 1));
      from = at + 1;
    }
    found.back() = columns_.size() - 1;
    return found;
  }

  /// Whether a stretch of a line is a rule: strokes alone.
  [[nodiscard]] bool is_stroke(Span part) const {
    const std::string_view text = source_.source().slice(part);
    if (trim(text).size() != text.size() || text.empty()) return false;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (!is_across(point.value)) return false;
      at += point.length;
    }
    // "-" alone is what people write for none.
    return text.size() > 1;
  }

  void read_cells() {
    open_.assign(columns_.size() - 1, none);
    const bool line_is_row = is_row_a_line();
    bool begun = false;  // a row
    for (const BoxedLine& line : lines_) {
      const std::vector<std::size_t> at = borders(line);
      bool any_rule = false;
      for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        if (!is_stroke(part(line, i))) continue;
        any_rule = true;
        for (std::size_t column = at[i]; column < at[i + 1]; ++column) open_[column] = none;
      }
      if (line_is_row && !line.ruled) std::fill(open_.begin(), open_.end(), none);
      if ((any_rule || line_is_row) && begun) begin_row(), begun = false;
      for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const Span text = part(line, i);
        if (at[i + 1] <= at[i] || is_stroke(text)) continue;
        add(text, at[i], at[i + 1]);
        begun = true;
      }
    }
  }

  /// Whether lines that no rule parts are rows of their own: two of them have a figure in the same column. Where rows
  /// are ruled off, only words go on in the next line.
  [[nodiscard]] bool is_row_a_line() const {
    std::vector<bool> has_figure(columns_.size());
    for (const BoxedLine& line : lines_) {
      const std::vector<std::size_t> at = borders(line);
      for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const std::string_view text = trim(source_.source().slice(part(line, i)));
        if (is_stroke(part(line, i))) {
          std::fill(has_figure.begin() + static_cast<std::ptrdiff_t>(at[i]),
                    has_figure.begin() + static_cast<std::ptrdiff_t>(std::max(at[i], at[i + 1])), false);
        } else if (!text.empty() && text.find_first_not_of("0123456789.,") == std::string_view::npos) {
          if (has_figure[at[i]]) return true;
          has_figure[at[i]] = true;
        }
      }
    }
    return false;
  }

  /// One column around text, or around other tables: what a page was laid out with.
  [[nodiscard]] bool is_frame() const {
    if (columns_.size() == 2) return true;
    const BoxedLine& first = lines_.front();
    const BoxedLine& last = lines_.back();
    return last.ruled && first.bars.size() == 2 && last.bars.size() == 2 &&
           std::none_of(lines_.begin() + 1, lines_.end() - 1, [](const BoxedLine& line) { return line.ruled; });
  }

  /// What stands between the borders of a line.
  [[nodiscard]] Span inside(const BoxedLine& line) const {
    return {part(line, 0).begin, line.span.begin + line.bars.back()};
  }

  /// What stands between two bars of a line.
  [[nodiscard]] Span part(const BoxedLine& line, std::size_t bar) const {
    const std::uint32_t begin = line.span.begin + line.bars[bar];
    return {begin + code_point_at(source_.source().text(), begin).length, line.span.begin + line.bars[bar + 1]};
  }

  void begin_row() {
    ++row_;
    for (std::size_t column = 0; column < open_.size(); ++column) {
      const bool first = column == 0 || open_[column] != open_[column - 1];
      if (open_[column] != none && first) ++cells_[open_[column]].cell.row_span;
    }
  }

  void add(Span text, std::size_t from, std::size_t to) {
    std::size_t& open = open_[from];
    if (open == none || cells_[open].cell.column_span != to - from) {
      OpenCell made;
      made.cell.column = static_cast<std::uint32_t>(from);
      made.cell.column_span = static_cast<std::uint32_t>(to - from);
      made.row = row_;
      made.begin = text.begin;
      cells_.push_back(std::move(made));
      std::fill(open_.begin() + static_cast<std::ptrdiff_t>(from), open_.begin() + static_cast<std::ptrdiff_t>(to),
                cells_.size() - 1);
    }
    join_lines(cells_[open].cell.text, read_text_(text));
  }

  const SourceLines& source_;
  const ReadText& read_text_;
  std::vector<BoxedLine> lines_;
  std::uint32_t last_ = 0;
  Unit unit_ = Unit::narrow;
  std::vector<std::uint32_t> columns_;  // the places of the bars: where columns begin, and where the last one ends
  std::vector<OpenCell> cells_;
  std::vector<std::size_t> open_;  // for each column, the cell that the next line goes on with
  std::size_t row_ = 0;
};

// ---------------------------------------------------------------- under dashes

/// Where a column stands on its lines, in terminal cells.
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// "  ---- ------ ---": the columns, three dashes at least each; empty for any other line.
std::vector<Extent> read_dashes(std::string_view line) {
  std::vector<Extent> columns;
  const char mark = line.find('=') == std::string_view::npos ? '-' : '=';
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(line.find_first_not_of(mark, at), line.size());
    constexpr std::size_t fewest = 3;
    if (end < at + fewest) return {};
    columns.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return columns;
}

bool same_extents(const std::vector<Extent>& a, const std::vector<Extent>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](Extent one, Extent other) { return one.begin == other.begin && one.end == other.end; });
}

/// From the first column's begin to the last one's end in one stroke.
bool frames(const std::vector<Extent>& frame, const std::vector<Extent>& columns) {
  return frame.size() == 1 && frame.front().begin == columns.front().begin && frame.front().end == columns.back().end;
}

class DashedTable {
 public:
  DashedTable(const SourceLines& lines, const ReadText& read_text) : source_(lines), read_text_(read_text) {}

  std::optional<DrawnTable> read(std::uint32_t number) {
    first_ = number;
    if (!find_lines()) return std::nullopt;
    // Rows of several lines are parted by blank lines; else each line is a row, also one of blanks.
    bool parted = false;
    for (std::uint32_t at = body_; at < rows_end_; ++at) parted = parted || line(at).empty();
    read_rows(first_, header_end_, true);
    read_rows(body_, rows_end_, parted);
    if (cells_.empty()) return std::nullopt;
    DrawnTable table;
    table.grid = to_grid(std::move(cells_), rows_, {span(number).begin, span(last_).end});
    table.last_line = last_;
    return table;
  }

 private:
  /// A piece of a line between blanks.
  struct Piece {
    Span span;
    Extent extent;
  };

  [[nodiscard]] Span span(std::uint32_t number) const { return source_.span(number); }
  [[nodiscard]] std::string_view line(std::uint32_t number) const { return source_.text(number); }
  [[nodiscard]] std::uint32_t count() const { return source_.count(); }

  /// Where header, rows and the closing dashes are.
  bool find_lines() {
    constexpr std::uint32_t most_header_lines = 8;
    const std::vector<Extent> opening = read_dashes(line(first_));
    std::uint32_t dashes = first_;
    if (opening.size() < 2) {
      // A header stands above the dashes, or between them and a frame.
      const bool framed = opening.size() == 1;
      const std::uint32_t furthest = std::min(first_ + (framed ? most_header_lines : 1), count());
      for (++dashes; dashes <= furthest && read_dashes(line(dashes)).size() < 2; ++dashes) {
        if (line(dashes).empty()) return false;
      }
      if (dashes > furthest) return false;
      columns_ = read_dashes(line(dashes));
      if (columns_.size() > most_drawn_columns) return false;
      if (framed && !frames(opening, columns_)) return false;
      if (framed) ++first_;
      header_end_ = dashes;
      body_ = dashes + 1;
      return framed ? find_end([&](std::uint32_t at) { return frames(read_dashes(line(at)), columns_); })
                    : find_blank();
    }
    if (opening.size() > most_drawn_columns) return false;
    columns_ = opening;
    header_end_ = first_;
    body_ = first_ + 1;
    return find_end([&](std::uint32_t at) { return same_extents(read_dashes(line(at)), columns_); });
  }

  /// The first line of dashes, which has to be the closing one.
  template <class Closes>
  bool find_end(const Closes& closes) {
    for (std::uint32_t at = body_; at <= count(); ++at) {
      if (read_dashes(line(at)).empty()) continue;
      rows_end_ = last_ = at;
      return at > body_ && closes(at);
    }
    return false;
  }

  /// Without a frame a table ends before a blank line.
  bool find_blank() {
    rows_end_ = body_;
    while (rows_end_ <= count() && !line(rows_end_).empty()) ++rows_end_;
    last_ = rows_end_ - 1;
    return rows_end_ > body_;
  }

  void read_rows(std::uint32_t from, std::uint32_t to, bool parted) {
    bool begun = false;
    for (std::uint32_t at = from; at < to; ++at) {
      if (line(at).empty()) {
        begun = false;
        continue;
      }
      if (!parted || !begun) begin_row(at);
      begun = true;
      for (const Piece& piece : pieces(at)) add(piece);
    }
  }

  void begin_row(std::uint32_t number) {
    const Span place = span(number);
    row_begin_ = cells_.size();
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      OpenCell cell;
      cell.cell.column = static_cast<std::uint32_t>(column);
      cell.row = rows_;
      cell.begin = place.begin + offset_of(line(number), columns_[column].begin);
      cells_.push_back(std::move(cell));
    }
    ++rows_;
  }

  /// The byte of a line at which display cell `x` begins; its end when it is shorter.
  static std::uint32_t offset_of(std::string_view line, std::uint32_t x) {
    std::uint32_t here = 0;
    std::size_t at = 0;
    while (at < line.size() && here < x) {
      const CodePoint point = code_point_at(line, at);
      here += width_of(point.value, Unit::narrow);
      at += point.length;
    }
    return static_cast<std::uint32_t>(at);
  }

  /// What stands apart by two blanks or more, or by one where a column ends.
  [[nodiscard]] std::vector<Piece> pieces(std::uint32_t number) const {
    std::vector<Piece> found;
    const std::string_view text = line(number);
    const std::uint32_t begin = span(number).begin;
    std::uint32_t x = 0;
    std::uint32_t blanks = 2;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      const std::uint32_t width = width_of(point.value, Unit::narrow);
      if (point.value == ' ') {
        ++blanks;
      } else {
        const auto place = begin + static_cast<std::uint32_t>(at);
        if (blanks >= 2 || (blanks == 1 && begins_column(x))) found.push_back({{place, place}, {x, x}});
        found.back().span.end = place + point.length;
        found.back().extent.end = x + width;
        blanks = 0;
      }
      x += width;
      at += point.length;
    }
    return found;
  }

  [[nodiscard]] bool begins_column(std::uint32_t x) const {
    return std::any_of(columns_.begin(), columns_.end(), [x](Extent column) { return column.begin == x; });
  }

  /// To the column that it shares most cells with, else to the nearest.
  void add(const Piece& piece) {
    const auto distance = [&](Extent column) {
      const auto shared = static_cast<std::int64_t>(std::min(column.end, piece.extent.end)) -
                          static_cast<std::int64_t>(std::max(column.begin, piece.extent.begin));
      return -shared;
    };
    const auto nearest = std::min_element(columns_.begin(), columns_.end(),
                                          [&](Extent a, Extent b) { return distance(a) < distance(b); });
    join_lines(cells_[row_begin_ + static_cast<std::size_t>(nearest - columns_.begin())].cell.text,
               read_text_(piece.span));
  }

  const SourceLines& source_;
  const ReadText& read_text_;
  std::vector<Extent> columns_;
  std::uint32_t first_ = 0;       // line of the header, or of the opening dashes
  std::uint32_t header_end_ = 0;  // the line behind the header
  std::uint32_t body_ = 0;        // the first line of rows
  std::uint32_t rows_end_ = 0;    // the line behind the last row
  std::uint32_t last_ = 0;        // the last line of the table
  std::vector<OpenCell> cells_;
  std::size_t rows_ = 0;
  std::size_t row_begin_ = 0;
};

// ---------------------------------------------------------------- under numbers

/// A printed data frame: numbers over its columns, at their right edges, and before its rows.
class NumberedTable {
 public:
  NumberedTable(const SourceLines& lines, const ReadText& read_text) : source_(lines), read_text_(read_text) {}

  std::optional<DrawnTable> read(std::uint32_t number) {
    constexpr std::size_t fewest_rows = 2;
    edges_ = read_edges(source_.text(number));
    if (edges_.size() < 2 || edges_.size() > most_drawn_columns) return std::nullopt;
    std::uint32_t at = number + 1;
    while (at <= source_.count() && read_row(at)) ++at;
    if (rows_ < fewest_rows) return std::nullopt;
    DrawnTable table;
    table.last_line = at - 1;
    table.grid = to_grid(std::move(cells_), rows_, {source_.span(number).begin, source_.span(at - 1).end});
    return table;
  }

 private:
  /// "     0   1   2": where each number ends; empty for any other line.
  static std::vector<std::uint32_t> read_edges(std::string_view line) {
    std::vector<std::uint32_t> edges;
    if (line.empty() || line.front() != ' ') return edges;
    for (std::size_t at = line.find_first_not_of(' '); at < line.size();
         at = std::min(line.find_first_not_of(' ', at), line.size())) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      if (line.substr(at, end - at) != std::to_string(edges.size())) return {};
      edges.push_back(static_cast<std::uint32_t>(end));
      at = end;
    }
    // Shorter numbers have blanks behind them, up to the width of the longest.
    const std::size_t digits = edges.empty() ? 0 : std::to_string(edges.size() - 1).size();
    for (std::size_t i = 0; i < edges.size(); ++i)
      edges[i] += static_cast<std::uint32_t>(digits - std::to_string(i).size());
    return edges;
  }

  bool read_row(std::uint32_t number) {
    const std::string_view line = source_.text(number);
    const std::string index = std::to_string(rows_);
    if (line.substr(0, index.size()) != index || line.substr(index.size(), 1) != " ") return false;
    for (const Unit unit : {Unit::code_points, Unit::narrow, Unit::wide}) {
      const std::vector<std::size_t> cuts = cut(line, unit);
      if (cuts.empty()) continue;
      std::size_t from = index.size();
      for (std::size_t column = 0; column < cuts.size(); ++column) {
        OpenCell cell;
        const std::uint32_t begin = source_.span(number).begin;
        cell.begin = begin + static_cast<std::uint32_t>(from);
        cell.cell.column = static_cast<std::uint32_t>(column);
        cell.cell.text = read_text_({cell.begin, begin + static_cast<std::uint32_t>(cuts[column])});
        cell.row = rows_;
        cells_.push_back(std::move(cell));
        from = cuts[column];
      }
      ++rows_;
      return true;
    }
    return false;
  }

  /// The bytes at which a line's columns end; empty where the line does not end with the last of them.
  [[nodiscard]] std::vector<std::size_t> cut(std::string_view line, Unit unit) const {
    std::vector<std::size_t> cuts;
    std::uint32_t x = 0;
    for (std::size_t at = 0; at < line.size();) {
      const CodePoint point = code_point_at(line, at);
      x += width_of(point.value, unit);
      at += point.length;
      if (cuts.size() < edges_.size() && x == edges_[cuts.size()]) cuts.push_back(at);
    }
    if (x != edges_.back() || cuts.size() != edges_.size()) cuts.clear();
    return cuts;
  }

  const SourceLines& source_;
  const ReadText& read_text_;
  std::vector<std::uint32_t> edges_;
  std::vector<OpenCell> cells_;
  std::size_t rows_ = 0;
};

}  // namespace

std::optional<DrawnTable> DrawnTableReader::read(std::uint32_t number) {
  const std::string_view content = trim(lines_.text(number));
  if (content.empty() || number <= given_up_to_) return std::nullopt;
  const bool box = static_cast<unsigned char>(content.front()) == 0xE2 && is_upright(code_point_at(content, 0).value);
  if (content.front() == '+' || box) {
    BoxedTable table(lines_, read_text_);
    std::optional<DrawnTable> read = table.read(number);
    if (table.is_too_wide()) give_up(table.last_line());
    return read;
  }
  if (content.front() == '0') return NumberedTable(lines_, read_text_).read(number);
  const bool dashes = content.front() == '-' || content.front() == '=';
  const bool above_dashes = !dashes && number < lines_.count() && content.find("  ") != std::string_view::npos &&
                            read_dashes(lines_.text(number + 1)).size() >= 2;
  return dashes || above_dashes ? DashedTable(lines_, read_text_).read(number) : std::nullopt;
}

}  // namespace gialint
