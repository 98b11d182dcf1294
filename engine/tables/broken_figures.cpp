#include "engine/tables/broken_figures.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "engine/tables/placing.hpp"
#include "engine/tables/sums.hpp"
#include "engine/text/numerals.hpp"

namespace gialint {
namespace {

using Kind = Token::Kind;

constexpr std::size_t most_numbers = 64;    // of one row's figures
constexpr std::size_t most_lines = 6;       // of pieces between two rows
constexpr std::size_t most_ways = 1'024;    // to part them that are tried
constexpr std::size_t whole_rows_near = 3;  // on either side, that show where the columns are
constexpr std::uint32_t slack = 1;          // display cells by which a figure may stray from its column

/// Code points of a value as printed.
std::size_t length_of(const Token& token) {
  return static_cast<std::size_t>(std::count_if(
      token.text.begin(), token.text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool in_text(const Token& token) { return token.width == 0; }

/// Tokens of one figure, from its first piece to its last.
using Figures = std::vector<std::vector<std::size_t>>;

class RowJoiner {
 public:
  RowJoiner(const std::vector<Token>& tokens, const TableMatch& table, const std::vector<FormElement>& elements,
            std::span<const FormSum> sums)
      : tokens_(tokens), table_(table), sums_(sums), width_(table.width) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& match = table.elements[i];
      if (elements[i].kind != FormElement::Kind::row || match.values.empty()) continue;
      for (const std::size_t value : match.values) longest_ = std::max(longest_, length_of(tokens[value]));
      if (is_whole(match)) whole_.push_back(i);
    }
  }

  /// The figures of a row from `numbers`, in reading order; empty when nothing tells which they are.
  [[nodiscard]] Figures join(std::size_t element, const std::vector<std::size_t>& numbers) const {
    if (numbers.size() < width_ || numbers.size() > most_numbers) return {};
    if (Figures figures = by_place(element, numbers); !figures.empty()) return figures;
    return by_order(numbers);
  }

 private:
  /// Whether a row's values stand on one line of text, one for each column.
  [[nodiscard]] bool is_whole(const ElementMatch& match) const {
    if (match.ambiguous || match.values.size() != width_) return false;
    return std::all_of(match.values.begin(), match.values.end(), [&](std::size_t value) {
      return in_text(tokens_[value]) && tokens_[value].line == tokens_[match.values.front()].line;
    });
  }

  // ---- by place

  [[nodiscard]] Figures by_place(std::size_t row, const std::vector<std::size_t>& numbers) const {
    // The whole rows nearest to it: pages differ in where their columns stand.
    const auto next = std::lower_bound(whole_.begin(), whole_.end(), row);
    std::vector<std::size_t> near;
    for (auto above = next; above != whole_.begin() && near.size() < whole_rows_near;) near.push_back(*--above);
    const std::size_t above_count = near.size();
    for (auto below = next; below != whole_.end() && near.size() < above_count + whole_rows_near; ++below) {
      if (*below != row) near.push_back(*below);
    }
    for (const std::size_t count : {near.size(), std::size_t{1}}) {
      if (count == 0 || count > near.size()) continue;
      for (const LineMetric metric : line_metrics) {
        Figures figures = in_columns(numbers, std::span(near).first(count), near, metric);
        if (!figures.empty()) return figures;
      }
    }
    return {};
  }

  /// The columns are where the rows `whole` have them, and as wide as the longest figure in any of `near`.
  [[nodiscard]] Figures in_columns(const std::vector<std::size_t>& numbers, std::span<const std::size_t> whole,
                                   std::span<const std::size_t> near, LineMetric metric) const {
    std::vector<Extent> columns(width_);
    std::vector<std::size_t> longest(width_, 0);
    for (std::size_t column = 0; column < width_; ++column) {
      for (const std::size_t element : whole) {
        const Token& value = tokens_[table_.elements[element].values[column]];
        const Extent extent = value.extent_in(metric);
        Extent& all = columns[column];
        all = all.right == 0 ? extent : Extent{std::min(all.left, extent.left), std::max(all.right, extent.right)};
      }
      for (const std::size_t element : near) {
        longest[column] = std::max(longest[column], length_of(tokens_[table_.elements[element].values[column]]));
      }
      if (column > 0 && columns[column - 1].right + 2 * slack > columns[column].left) return {};
    }
    Figures figures(width_);
    for (const std::size_t number : numbers) {
      Extent place = tokens_[number].extent_in(metric);
      place = {place.left - std::min(place.left, slack), place.right + slack};
      const auto under = [&](Extent column) { return column.overlaps(place); };
      const auto column = std::find_if(columns.begin(), columns.end(), under);
      if (column == columns.end() || std::count_if(column, columns.end(), under) != 1) return {};
      std::vector<std::size_t>& pieces = figures[static_cast<std::size_t>(column - columns.begin())];
      if (!pieces.empty() && tokens_[pieces.back()].line >= tokens_[number].line) return {};
      pieces.push_back(number);
    }
    for (std::size_t column = 0; column < width_; ++column) {
      if (figures[column].empty() || !is_figure(figures[column], longest[column])) return {};
    }
    return figures;
  }

  /// Whether pieces make a figure in a cell that holds `longest` characters and no more on a line.
  [[nodiscard]] bool is_figure(std::span<const std::size_t> pieces, std::size_t longest) const {
    if (pieces.size() == 1) return true;
    const std::size_t room = length_of(tokens_[pieces.front()]);
    if (room < longest) return false;
    if (tokens_[pieces.front()].value.is_zero()) return false;  // no figure begins with a nought of its own
    std::string text;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Token& piece = tokens_[pieces[i]];
      const std::size_t length = length_of(piece);
      if (piece.kind != Kind::value || piece.state == CellState::dash) return false;
      if (i + 1 < pieces.size() ? length != room : length > room) return false;
      text += piece.text;
    }
    return read_number(text).has_value();
  }

  // ---- by order

  /// A line end parts `left` from `right`, which are neighbours. Where one of the lines is set in, its figures stand
  /// where their columns are, and pieces of one figure over each other.
  [[nodiscard]] bool may_go_on(std::size_t left, std::size_t right) const {
    if (!in_text(tokens_[left]) || tokens_[right].line <= tokens_[left].line) return false;
    const bool set_in = opens_set_in(left) || opens_set_in(right);
    return !set_in || tokens_[left].extent.overlaps(tokens_[right].extent);
  }

  /// Whether the number opens its line, behind a blank margin.
  [[nodiscard]] bool opens_set_in(std::size_t number) const {
    constexpr std::uint32_t margin = 4;  // display cells; a paragraph's indent is no more
    const bool opens = number == 0 || tokens_[number - 1].line != tokens_[number].line;
    return opens && tokens_[number].extent.left > margin;
  }

  [[nodiscard]] Figures by_order(const std::vector<std::size_t>& numbers) const {
    for (std::size_t at = numbers.front(); at < numbers.back(); ++at) {
      if (tokens_[at].kind == Kind::label) return {};
    }
    std::vector<Figures> ways;
    Figures way;
    std::size_t steps = 0;
    part(numbers, 0, way, ways, steps);
    if (steps >= most_ways || ways.empty()) return {};
    const bool joins_none = ways.size() == 1 && ways.front().size() == numbers.size();
    if (joins_none || (ways.size() == 1 && !is_summed())) return std::move(ways.front());
    std::erase_if(ways, [&](const Figures& each) { return !ties(each); });
    return ways.size() == 1 ? std::move(ways.front()) : Figures{};
  }

  /// All ways to part `numbers` from `at` on into the figures that are still wanted.
  void part(const std::vector<std::size_t>& numbers, std::size_t at, Figures& way, std::vector<Figures>& ways,
            std::size_t& steps) const {
    if (++steps >= most_ways) return;
    if (way.size() == width_) {
      if (at == numbers.size()) ways.push_back(way);
      return;
    }
    if (numbers.size() - at < width_ - way.size()) return;
    way.emplace_back();
    for (std::size_t end = at + 1; end <= numbers.size(); ++end) {
      if (end > at + 1 && !may_go_on(numbers[end - 2], numbers[end - 1])) break;
      way.back().assign(numbers.begin() + static_cast<std::ptrdiff_t>(at),
                        numbers.begin() + static_cast<std::ptrdiff_t>(end));
      if (is_figure(way.back(), longest_)) part(numbers, end, way, ways, steps);
    }
    way.pop_back();
  }

  [[nodiscard]] std::optional<Figure> value_of(const std::vector<std::size_t>& pieces) const {
    std::string text;
    if (pieces.size() == 1) return figure_of(tokens_[pieces.front()].value);
    for (const std::size_t piece : pieces) text += tokens_[piece].text;
    const std::optional<Decimal> number = read_number(text);
    return number ? figure_of(*number) : std::nullopt;
  }

  /// Whether the form has sums within a row.
  [[nodiscard]] bool is_summed() const {
    return std::any_of(sums_.begin(), sums_.end(),
                       [](const FormSum& sum) { return sum.scope == IdentityScope::per_row; });
  }

  /// Whether the row's figures add up as the form says; a row without a sum does not tell.
  [[nodiscard]] bool ties(const Figures& figures) const {
    bool told = false;
    for (const FormSum& sum : sums_) {
      if (sum.scope != IdentityScope::per_row) continue;
      Figure left_over = 0;
      for (std::size_t column = 0; column < figures.size(); ++column) {
        const int sign = sum.sign_of({0, column});
        if (sign == 0) continue;
        const std::optional<Figure> figure = value_of(figures[column]);
        if (!figure) return false;
        left_over += sign * *figure;
      }
      if (left_over != 0) return false;
      told = true;
    }
    return told;
  }

  const std::vector<Token>& tokens_;
  const TableMatch& table_;
  std::span<const FormSum> sums_;
  std::size_t width_;
  std::size_t longest_ = 0;         // characters of the longest value of the table
  std::vector<std::size_t> whole_;  // elements: rows that are whole, in order
};

/// A row's own numbers, and those that belong to nothing behind it, up to the next row's, line by line.
struct NumberedRow {
  std::size_t element = 0;
  std::vector<std::size_t> numbers;
  std::vector<std::vector<std::size_t>> behind;
};

/// The rows of a table; the first stands for what is in front of them.
std::vector<NumberedRow> rows_of(const std::vector<Token>& tokens, const TableMatch& table, const FormSequence& form,
                                 const std::vector<FormElement>& elements, std::vector<std::size_t>& owner) {
  constexpr std::size_t other = static_cast<std::size_t>(-1);
  std::vector<NumberedRow> rows(1);
  std::size_t begin = tokens.size();
  std::vector<std::size_t> row_of(elements.size(), 0);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const ElementMatch& match = table.elements[i];
    for (const std::vector<std::size_t>* pieces : {&match.label, &match.values}) {
      for (const std::size_t piece : *pieces) {
        owner[piece] = i;
        begin = std::min(begin, piece);
      }
    }
    if (elements[i].kind != FormElement::Kind::row || match.values.empty()) continue;
    rows.emplace_back().element = i;
    row_of[i] = rows.size() - 1;
  }
  // Numbers right in front of the first piece are looked at as well.
  while (begin > 0 && owner[begin - 1] == elements.size() && tokens[begin - 1].kind != Kind::label) --begin;
  std::size_t current = 0;
  std::uint32_t line = 0;
  std::uint32_t strange_line = 0;  // lines count from 1
  for (std::size_t i = begin; i < tokens.size() && owner[i] != other; ++i) {
    const Token& token = tokens[i];
    if (owner[i] < elements.size()) {
      if (row_of[owner[i]] == 0) continue;
      // What was passed over between two pieces of a row stands in it.
      if (row_of[owner[i]] == current) {
        for (const auto& numbers : rows[current].behind) {
          rows[current].numbers.insert(rows[current].numbers.end(), numbers.begin(), numbers.end());
        }
        rows[current].behind.clear();
      }
      current = row_of[owner[i]];
      if (token.kind == Kind::value) rows[current].numbers.push_back(i);
    } else if (token.kind == Kind::label && in_text(token) && !form.is_piece(token.folded) &&
               !form.is_label(token.folded)) {
      strange_line = token.line;  // the figures behind such words are another row's
    } else if (token.kind == Kind::value && token.state != CellState::dash && token.line != strange_line) {
      std::vector<std::vector<std::size_t>>& behind = rows[current].behind;
      if (behind.empty() || token.line != line) behind.emplace_back();
      behind.back().push_back(i);
      line = token.line;
    }
  }
  return rows;
}

/// Shares the numbers between rows out so that as many rows as can be have a figure for each column.
std::vector<Figures> share_out(const std::vector<Token>& tokens, const std::vector<NumberedRow>& rows,
                               const RowJoiner& joiner, std::size_t width) {
  // For each row and each number of lines in front of it that go to the row before it, the fewest rows that are not
  // whole so far, and how many lines that takes of those in front of the row before it.
  struct State {
    std::size_t broken = 0;
    std::size_t before = 0;
    Figures figures;  ///< of the row before
  };
  const auto lines_behind = [&](std::size_t row) { return rows[row].behind.size(); };
  std::vector<std::vector<State>> states(rows.size() + 1);
  states[1].resize(lines_behind(0) + 1);
  for (std::size_t i = 0; i < states[1].size(); ++i) states[1][i].broken = i > 0 ? rows.size() : 0;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const std::vector<std::vector<std::size_t>>& in_front = rows[row - 1].behind;
    const bool last = row + 1 == rows.size();
    states[row + 1].resize(lines_behind(row) + 1);
    for (std::size_t taken = 0; taken <= lines_behind(row); ++taken) {
      State& best = states[row + 1][taken];
      best.broken = static_cast<std::size_t>(-1);
      for (std::size_t given = 0; given <= in_front.size(); ++given) {
        // What stands on a line with the row above is that row's, or nobody's.
        const bool same_line = given < in_front.size() && !rows[row - 1].numbers.empty() &&
                               tokens[in_front[given].front()].line == tokens[rows[row - 1].numbers.back()].line;
        if (same_line) continue;
        const State& before = states[row][given];
        std::vector<std::size_t> numbers;
        for (std::size_t i = given; i < in_front.size(); ++i) {
          numbers.insert(numbers.end(), in_front[i].begin(), in_front[i].end());
        }
        numbers.insert(numbers.end(), rows[row].numbers.begin(), rows[row].numbers.end());
        for (std::size_t i = 0; i < taken; ++i) {
          numbers.insert(numbers.end(), rows[row].behind[i].begin(), rows[row].behind[i].end());
        }
        const bool as_it_is = given == in_front.size() && taken == 0 && numbers.size() == width;
        Figures figures = as_it_is ? Figures{} : joiner.join(rows[row].element, numbers);
        const bool whole = as_it_is || !figures.empty();
        const std::size_t left_over = last && taken < lines_behind(row) ? 1 : 0;
        const std::size_t broken = before.broken + (whole ? 0 : 1) + left_over;
        if (broken < best.broken) best = {broken, given, std::move(figures)};
      }
    }
  }
  std::vector<Figures> joined;
  std::size_t taken = 0;
  for (std::size_t i = 1; i < states.back().size(); ++i) {
    if (states.back()[i].broken < states.back()[taken].broken) taken = i;
  }
  for (std::size_t row = rows.size(); row > 1; --row) {
    State& state = states[row][taken];
    if (!state.figures.empty()) joined.push_back(std::move(state.figures));
    taken = state.before;
  }
  return joined;
}

}  // namespace

bool join_broken_figures(std::vector<Token>& tokens, const Alignment& alignment, const FormSequence& form) {
  std::vector<Figures> joined;
  for (const TableMatch& table : alignment.tables) {
    if (table.width < 2) continue;
    const std::vector<FormElement>& elements = form.elements(table.table);
    // By token: the element it belongs to, or their number when it belongs to nothing, or -1 when it is another
    // table's.
    std::vector<std::size_t> owner(tokens.size(), static_cast<std::size_t>(-1));
    for (const std::size_t token : alignment.skipped) owner[token] = elements.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind == Kind::blank) owner[i] = elements.size();
    }
    const std::vector<NumberedRow> rows = rows_of(tokens, table, form, elements, owner);
    const bool wanting = std::any_of(rows.begin(), rows.end(), [&](const NumberedRow& row) {
      return row.numbers.size() > table.width || !row.behind.empty();
    });
    const bool too_many =
        std::any_of(rows.begin(), rows.end(), [](const NumberedRow& row) { return row.behind.size() > most_lines; });
    if (!wanting || too_many || rows.size() < 2) continue;
    const RowJoiner joiner(tokens, table, elements, form.edition().sums.of_table(table.table));
    for (Figures& figures : share_out(tokens, rows, joiner, table.width)) joined.push_back(std::move(figures));
  }
  if (joined.empty()) return false;

  // Each row's figures stand together where most of their pieces did.
  std::vector<bool> taken(tokens.size(), false);
  std::map<std::size_t, std::vector<Token>> placed;
  for (const Figures& figures : joined) {
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> lines;  // how many pieces, and the first of them
    bool free = true;
    for (const std::vector<std::size_t>& pieces : figures) {
      for (const std::size_t piece : pieces) free = free && !taken[piece];
    }
    if (!free) continue;
    for (const std::vector<std::size_t>& pieces : figures) {
      for (const std::size_t piece : pieces) {
        taken[piece] = true;
        auto& [count, first] = lines.try_emplace(tokens[piece].line, 0, piece).first->second;
        ++count;
        first = std::min(first, piece);
      }
    }
    const auto main = std::max_element(lines.begin(), lines.end(),
                                       [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    std::vector<Token>& row = placed[main->second.second];
    for (const std::vector<std::size_t>& pieces : figures) {
      row.push_back(tokens[pieces.front()]);
      row.back().line = main->first;
      std::string text(row.back().text);
      for (std::size_t i = 1; i < pieces.size(); ++i) {
        const Token& piece = tokens[pieces[i]];
        row.back().rest.push_back(piece.span);
        row.back().extent.left = std::min(row.back().extent.left, piece.extent.left);
        row.back().extent.right = std::max(row.back().extent.right, piece.extent.right);
        text += piece.text;
      }
      if (pieces.size() > 1) row.back().value = read_number(text).value_or(Decimal{});
    }
  }
  std::vector<Token> others;
  others.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto row = placed.find(i);
    if (row != placed.end()) std::move(row->second.begin(), row->second.end(), std::back_inserter(others));
    if (!taken[i]) others.push_back(std::move(tokens[i]));
  }
  tokens = std::move(others);
  return true;
}

}  // namespace gialint
