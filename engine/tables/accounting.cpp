#include "engine/tables/accounting.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/tables/sums.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using Kind = Token::Kind;

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// A table with more ambiguous rows than one, and one in so many of those it has, was not understood.
constexpr std::size_t ambiguous_share = 5;
// So many numbers in a row, where a table is due and no label of it stands, are what is left of it.
constexpr std::size_t fewest_bare = 5;

// So many sums that fail in one table, where more fail than tie, are no mistakes of the report.
constexpr std::size_t fewest_failed = 2;

bool holds_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_digit(point.value)) return true;
    at += point.length;
  }
  return false;
}

/// Whether words are none: figures and marks that could not be read as a number.
bool is_figure_like(std::string_view text) {
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_han(point.value)) return false;
    digit = digit || is_digit(point.value);
    at += point.length;
  }
  return digit;
}

/// What of a table a stretch of text is.
struct Claim {
  Span span;
  std::size_t table = 0;
  std::size_t row = none;  ///< of a row's label or cell
};

std::vector<Claim> claims_of(const std::vector<Table>& tables) {
  std::vector<Claim> claims;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const Table& table = tables[t];
    if (!table.found && !table.headed) continue;
    const auto add_label = [&](const Label& label, std::size_t row) {
      for (const Span piece : label.pieces) claims.push_back({piece, t, row});
    };
    add_label(table.caption, none);
    for (const Heading& heading : table.headings) add_label(heading.label, none);
    for (const Column& column : table.columns) add_label(column.label, none);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      add_label(table.rows[r].label, r);
      for (const Cell& cell : table.rows[r].cells) {
        if (!cell.span.empty()) claims.push_back({cell.span, t, r});
        for (const Span span : cell.rest) claims.push_back({span, t, r});
      }
    }
    for (const ExtraRow& extra : table.extra_rows) {
      claims.push_back({extra.label, t, none});
      for (const Span value : extra.values) claims.push_back({value, t, none});
    }
    for (const ExtraColumn& extra : table.extra_columns) {
      claims.push_back({extra.label, t, none});
      for (const Span value : extra.values) claims.push_back({value, t, none});
    }
  }
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.span < b.span; });
  return claims;
}

void doubt_all(Table& table) {
  for (Row& row : table.rows) {
    for (Cell& cell : row.cells) cell.certainty = Certainty::ambiguous;
  }
}

/// Whether all of a table is there, as the form has it: a figure or a blank in every cell.
bool is_whole(const Table& table) {
  const auto out_of_place = [](const Cell& cell) { return cell.state == CellState::text && !cell.readable; };
  const auto is_blank = [](const Cell& cell) { return cell.state == CellState::blank; };
  const auto torn = [&](const std::vector<Cell>& cells) {
    return std::any_of(cells.begin(), cells.end(), out_of_place) || std::all_of(cells.begin(), cells.end(), is_blank);
  };
  const auto wrong = [](const Label& label) {
    return label.lost || (label.found && label.match == WordingMatch::altered);
  };
  if (table.row_width > 0 || !table.extra_rows.empty() || !table.extra_columns.empty() || wrong(table.caption)) {
    return false;
  }
  return std::none_of(
             table.rows.begin(), table.rows.end(),
             [&](const Row& row) { return !row.found || row.ambiguous || wrong(row.label) || torn(row.cells); }) &&
         std::none_of(table.columns.begin(), table.columns.end(),
                      [&](const Column& column) { return column.missing || wrong(column.label); }) &&
         std::none_of(table.headings.begin(), table.headings.end(),
                      [&](const Heading& heading) { return wrong(heading.label); });
}

class Account {
 public:
  Account(std::vector<Table>& tables, const std::vector<Token>& tokens, const std::vector<Span>& furniture)
      : tables_(tables),
        tokens_(tokens),
        furniture_(furniture),
        claims_(claims_of(tables)),
        claim_of_(tokens.size(), none) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind == Kind::blank) continue;
      const auto behind = std::upper_bound(claims_.begin(), claims_.end(), tokens[i].span.begin,
                                           [](std::uint32_t at, const Claim& claim) { return at < claim.span.begin; });
      if (behind == claims_.begin() || !std::prev(behind)->span.contains(tokens[i].span)) continue;
      claim_of_[i] = static_cast<std::size_t>(std::prev(behind) - claims_.begin());
    }
  }

  TableRegion settle(const std::vector<Span>& repeated) {
    const auto claimed = [](std::size_t claim) { return claim != none; };
    const auto first = std::find_if(claim_of_.begin(), claim_of_.end(), claimed);
    if (first == claim_of_.end()) return settle_bare();
    begin_ = static_cast<std::size_t>(first - claim_of_.begin());
    end_ = tokens_.size();
    while (claim_of_[end_ - 1] == none) --end_;
    take_in_neighbours();
    settle_numbers();
    for (Table& table : tables_) judge(table);
    // What is missing may be what could not be read.
    const bool lost = std::any_of(tables_.begin(), tables_.end(), [](const Table& table) {
      return table.unreadable == Unreadable::numbers || table.unreadable == Unreadable::order;
    });
    for (Table& table : tables_) {
      if (lost && !table.found) table.unreadable = Unreadable::order;
    }

    TableRegion region;
    region.span = tokens_[begin_].span;
    for (std::size_t i = begin_; i < end_; ++i) region.span = hull(region.span, tokens_[i].span);
    region.set_aside = std::move(set_aside_);
    for (const Span span : repeated) {
      if (region.span.contains(span)) region.set_aside.push_back({SetAside::Kind::label, span});
    }
    for (const Span span : furniture_) {
      if (region.span.contains(span)) region.set_aside.push_back({SetAside::Kind::page, span});
    }
    std::sort(region.set_aside.begin(), region.set_aside.end(),
              [](const SetAside& a, const SetAside& b) { return a.span < b.span; });
    return region;
  }

 private:
  /// A mark for none is no number that could be lost.
  [[nodiscard]] bool is_loose_number(std::size_t token) const {
    return claim_of_[token] == none && tokens_[token].kind == Kind::value && tokens_[token].state != CellState::dash;
  }

  /// Whether the number stands right below a figure of the table, where the rest of one stands that its cell wrapped.
  [[nodiscard]] bool stands_under_figure(std::size_t number) const {
    const Token& here = tokens_[number];
    if (here.width > 0) return false;
    for (std::size_t i = end_; i-- > begin_ && tokens_[i].line + 2 >= here.line;) {
      const Token& above = tokens_[i];
      const bool figure = above.kind == Kind::value && above.line < here.line && above.extent.left > 0;
      if (figure && above.extent.overlaps(here.extent)) return true;
    }
    return false;
  }

  /// Numbers right before the first piece or behind the last are the tables' too, when they are several, stand on its
  /// line or go on with a figure above: another single one may number a page.
  void take_in_neighbours() {
    std::size_t numbers = 0;
    std::size_t at = end_;
    bool same_line = false;
    for (; at < tokens_.size() && (is_loose_number(at) || tokens_[at].kind == Kind::blank); ++at) {
      numbers += is_loose_number(at) ? 1 : 0;
      const bool near = tokens_[at].line == tokens_[end_ - 1].line || stands_under_figure(at);
      same_line = same_line || (is_loose_number(at) && near);
    }
    if (numbers > 1 || same_line) {
      end_ = at;
      while (tokens_[end_ - 1].kind == Kind::blank) --end_;
    }
    numbers = 0;
    at = begin_;
    for (; at > 0 && (is_loose_number(at - 1) || tokens_[at - 1].kind == Kind::blank); --at) {
      numbers += is_loose_number(at - 1) ? 1 : 0;
    }
    if (numbers > 1) {
      begin_ = at;
      while (tokens_[begin_].kind == Kind::blank) ++begin_;
    }
  }

  void settle_numbers() {
    for (std::size_t i = begin_; i < end_;) {
      if (claim_of_[i] != none || tokens_[i].kind == Kind::blank) {
        ++i;
        continue;
      }
      // A stretch that nothing claims: words with numbers in them are notes, the rest is unread.
      std::size_t end = i;
      while (end < end_ && (claim_of_[end] == none || tokens_[end].kind == Kind::blank)) ++end;
      std::vector<std::size_t> unread;
      for (std::size_t token = i; token < end; ++token) {
        if (tokens_[token].kind == Kind::blank) continue;
        if (is_unread(token)) {
          unread.push_back(token);
        } else if (is_loose_number(token) || holds_digit(tokens_[token].text)) {
          set_aside_.push_back({SetAside::Kind::note, tokens_[token].span});
        }
      }
      if (!unread.empty()) assign(unread, i, end);
      i = end;
    }
  }

  /// A number alone on its line next to what a page break left, above it or below, is the page's.
  [[nodiscard]] bool numbers_page(std::size_t token) const {
    const Token& here = tokens_[token];
    if (here.width > 0 || token == 0 || token + 1 == tokens_.size()) return false;
    const Token& before = tokens_[token - 1];
    const Token& after = tokens_[token + 1];
    if (before.line == here.line || after.line == here.line) return false;
    const auto next = std::lower_bound(furniture_.begin(), furniture_.end(), before.span.end,
                                       [](Span each, std::uint32_t at) { return each.begin < at; });
    return next != furniture_.end() && next->end <= after.span.begin;
  }

  [[nodiscard]] bool is_unread(std::size_t token) const {
    const Token& here = tokens_[token];
    if (numbers_page(token)) return false;
    if (here.kind == Kind::label ? !is_figure_like(here.text) : here.state == CellState::dash) return false;
    return !stands_in_note(token);
  }

  /// Whether it stands on a line of text that holds words and nothing of a table, or among words that no form prints on
  /// a header's line: "保留 4 位小数".
  [[nodiscard]] bool stands_in_note(std::size_t token) const {
    const std::uint32_t line = tokens_[token].line;
    if (tokens_[token].width > 0) return false;
    const auto is_word = [&](std::size_t i) {
      return i < tokens_.size() && tokens_[i].line == line && claim_of_[i] == none && tokens_[i].kind == Kind::label &&
             !is_figure_like(tokens_[i].text);
    };
    bool words = false;
    bool headed = false;
    std::size_t first = token;
    while (first > 0 && tokens_[first - 1].line == line) --first;
    for (std::size_t i = first; i < tokens_.size() && tokens_[i].line == line; ++i) {
      if (claim_of_[i] != none) {
        if (tokens_[i].kind != Kind::label || claims_[claim_of_[i]].row != none) return false;
        headed = true;
      }
      words = words || is_word(i);
    }
    return headed ? is_word(token + 1) && token > 0 && is_word(token - 1) : words;
  }

  /// Gives unread numbers, which stand between the claimed tokens before `begin` and at `end`, to a row or a table.
  void assign(const std::vector<std::size_t>& unread, std::size_t begin, std::size_t end) {
    std::size_t before = begin;
    while (before > begin_ && claim_of_[before - 1] == none) --before;
    const std::size_t left = before > begin_ ? before - 1 : none;
    const std::size_t right = end < end_ ? end : none;
    const Claim* const row = row_of(unread, left, right);
    std::vector<Span>* list = nullptr;
    if (row != nullptr) {
      Row& found = tables_[row->table].rows[row->row];
      found.ambiguous = true;
      for (Cell& cell : found.cells) cell.certainty = Certainty::ambiguous;
      list = &found.unread;
    } else {
      list = &tables_[claims_[claim_of_[left != none ? left : right]].table].unread;
    }
    for (const std::size_t token : unread) {
      list->push_back(tokens_[token].span);
      set_aside_.push_back({SetAside::Kind::unread, tokens_[token].span});
    }
    if (left != none) doubt_blanks(claims_[claim_of_[left]], -1);
    if (right != none) doubt_blanks(claims_[claim_of_[right]], 1);
  }

  /// The row within which unread numbers stand: between two of its pieces; on a line with one of them, and with no
  /// other row's; directly behind its values, where each stands on a line of its own, and fewer than make a row.
  [[nodiscard]] const Claim* row_of(const std::vector<std::size_t>& unread, std::size_t left, std::size_t right) const {
    const Claim* const before = left == none ? nullptr : &claims_[claim_of_[left]];
    const Claim* const after = right == none ? nullptr : &claims_[claim_of_[right]];
    const bool in_row_before = before != nullptr && before->row != none;
    const bool in_row_after = after != nullptr && after->row != none;
    if (in_row_before && in_row_after && before->table == after->table && before->row == after->row) return before;
    const auto all_on_line_of = [&](std::size_t token) {
      return std::all_of(unread.begin(), unread.end(), [&](std::size_t each) {
        return tokens_[each].line == tokens_[token].line && !tokens_[each].downwards;
      });
    };
    if (in_row_before && all_on_line_of(left) && (right == none || tokens_[right].line != tokens_[left].line)) {
      return before;
    }
    if (in_row_after && all_on_line_of(right) && (left == none || tokens_[right].line != tokens_[left].line)) {
      return after;
    }
    if (in_row_before && tokens_[left].kind == Kind::value && unread.size() < tables_[before->table].columns.size()) {
      const bool next_to_it = unread.front() == left + 1 && unread.back() == left + unread.size();
      const std::size_t first = left > 0 && tokens_[left - 1].kind == Kind::value ? left - 1 : left;
      if (next_to_it && one_a_line(first, left + unread.size())) return before;
    }
    return nullptr;
  }

  /// Whether tokens `first` to `last` are values, each on a line of its own.
  [[nodiscard]] bool one_a_line(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i <= last; ++i) {
      if (tokens_[i].kind != Kind::value) return false;
      if (i > first && !tokens_[i].downwards && tokens_[i].line == tokens_[i - 1].line) return false;
    }
    return true;
  }

  /// The blank cells of the row of `claim`, and of the rows without figures that follow it in the direction of `step`.
  void doubt_blanks(const Claim& claim, std::ptrdiff_t step) {
    if (claim.row == none) return;
    std::vector<Row>& rows = tables_[claim.table].rows;
    const auto first = static_cast<std::ptrdiff_t>(claim.row);
    const auto size = static_cast<std::ptrdiff_t>(rows.size());
    for (std::ptrdiff_t row = first; row >= 0 && row < size; row += step) {
      std::vector<Cell>& cells = rows[static_cast<std::size_t>(row)].cells;
      const bool bare = std::none_of(cells.begin(), cells.end(), [](const Cell& cell) {
        return cell.state != CellState::blank && cell.state != CellState::absent;
      });
      if (row != first && !bare) return;
      for (Cell& cell : cells) {
        if (cell.state == CellState::blank) cell.certainty = Certainty::ambiguous;
      }
    }
  }

  [[nodiscard]] const Token* token_at(Span span) const {
    const auto token = std::lower_bound(tokens_.begin(), tokens_.end(), span.begin,
                                        [](const Token& each, std::uint32_t at) { return each.span.begin < at; });
    return token == tokens_.end() || token->width > 0 ? nullptr : &*token;
  }

  /// Whether a row's label and its cells stand each on a line of its own, so that their order alone says which is
  /// whose.
  [[nodiscard]] bool stands_downwards(const Row& row) const {
    std::uint32_t line = 0;  // lines count from 1
    std::size_t pieces = 0;
    if (row.label.found) {
      const Token* const label = token_at(row.label.pieces.back());
      if (label == nullptr) return false;
      line = label->line;
      ++pieces;
    }
    for (const Cell& cell : row.cells) {
      if (cell.span.empty()) continue;
      const Token* const value = token_at(cell.span);
      if (value == nullptr || value->line == line) return false;
      line = value->line;
      ++pieces;
    }
    return pieces > 1;
  }

  [[nodiscard]] bool stands_downwards(const Table& table) const {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return stands_downwards(row); });
  }

  /// Whether the order is another: most rows whose cells are known by their order alone contradict their sums, or some
  /// do and most columns as well. One figure that is wrong contradicts its own row and column.
  [[nodiscard]] bool is_contradicted(const Table& table) const {
    std::size_t failed = 0;
    std::size_t tied = 0;
    std::vector<bool> failed_columns(table.columns.size(), false);
    for (const FormSum& sum : sums_of(table)) {
      const bool per_row = sum.scope == IdentityScope::per_row;
      for (std::size_t line = 0; line < line_count(sum, table); ++line) {
        const std::optional<Figure> left_over = residual(sum, table, line);
        if (!left_over) continue;
        if (!per_row) {
          if (*left_over != 0) failed_columns[line] = true;
          continue;
        }
        const std::vector<Cell>& cells = table.rows[line].cells;
        const bool tells = std::any_of(cells.begin(), cells.end(),
                                       [](const Cell& cell) { return cell.counts() && !cell.value.is_zero(); });
        if (!tells || !stands_downwards(table.rows[line])) continue;
        ++(*left_over == 0 ? tied : failed);
      }
    }
    const auto columns = static_cast<std::size_t>(std::count(failed_columns.begin(), failed_columns.end(), true));
    return failed >= fewest_failed && (failed > tied || columns * 2 > table.columns.size());
  }

  void judge(Table& table) const {
    table.downwards = stands_downwards(table);
    if (!table.unread.empty()) {
      table.unreadable = Unreadable::numbers;
    } else if (is_contradicted(table)) {
      table.unreadable = Unreadable::order;
    } else if (table.row_width == 0) {
      const auto count = [&](const auto& is) {
        return static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(), is));
      };
      const std::size_t found = count([](const Row& row) { return row.found; });
      const std::size_t ambiguous = count([](const Row& row) { return row.ambiguous; });
      if (ambiguous > 1 && ambiguous * ambiguous_share >= found) table.unreadable = Unreadable::rows;
      const auto named = [](const auto& lines) {
        return std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.label.found; });
      };
      const bool labelled = table.caption.found || named(table.rows) || named(table.columns) || named(table.headings);
      if (found > 0 && !labelled) table.unreadable = Unreadable::bare;
    }
    if (table.unreadable != Unreadable::no) doubt_all(table);
  }

  /// Nothing of a table is there: numbers that follow each other are what is left of one.
  TableRegion settle_bare() {
    TableRegion region;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i;
      std::vector<Span> numbers;
      for (; end < tokens_.size() && tokens_[end].kind != Kind::label; ++end) {
        if (is_loose_number(end)) numbers.push_back(tokens_[end].span);
      }
      if (numbers.size() >= fewest_bare && !tables_.empty()) {
        Table& table = tables_.front();
        table.unread = std::move(numbers);
        table.unreadable = Unreadable::bare;
        table.span = region.span = {table.unread.front().begin, table.unread.back().end};
        for (const Span span : table.unread) region.set_aside.push_back({SetAside::Kind::unread, span});
        return region;
      }
      i = std::max(end, i + 1);
    }
    return region;
  }

  std::vector<Table>& tables_;
  const std::vector<Token>& tokens_;
  const std::vector<Span>& furniture_;
  std::vector<Claim> claims_;          // in the order of the text
  std::vector<std::size_t> claim_of_;  // by token
  std::size_t begin_ = 0;              // of the region's tokens
  std::size_t end_ = 0;
  std::vector<SetAside> set_aside_;
};

}  // namespace

TableRegion settle_numbers(std::vector<Table>& tables, const std::vector<Token>& tokens,
                           const std::vector<Span>& repeated, const std::vector<Span>& furniture) {
  return Account(tables, tokens, furniture).settle(repeated);
}

void settle_order(std::vector<Table>& tables, const Edition& expected) {
  const auto is_torn = [](const Table& table) {
    return table.unreadable == Unreadable::numbers || table.unreadable == Unreadable::order;
  };
  const bool taken_apart =
      std::any_of(tables.begin(), tables.end(), [&](const Table& table) { return table.downwards && is_torn(table); });
  if (!taken_apart) return;
  for (Table& table : tables) {
    if (!table.found || table.unreadable != Unreadable::no) continue;
    if (table.edition == &expected && is_whole(table)) continue;
    table.unreadable = Unreadable::order;
    doubt_all(table);
  }
  // What is missing may be what could not be read.
  for (Table& table : tables) {
    if (table.found || table.unreadable != Unreadable::no) continue;
    const bool beside = std::any_of(tables.begin(), tables.end(), [&](const Table& other) {
      return other.found && is_torn(other) && other.form->section == table.form->section;
    });
    if (beside) table.unreadable = Unreadable::order;
  }
}

}  // namespace gialint
