#include "engine/totals/solver.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "engine/tables/sums.hpp"

namespace gialint {
namespace {

// What the search for explanations may cost at most, per table.
constexpr std::size_t cover_steps = 4'000;
constexpr std::size_t solutions_kept = 64;
constexpr std::size_t most_repaired_by_two = 6;  // no cell is part of more than three identities

/// Whether the table has the shape of its form.
bool has_shape(const Table& table) {
  const FormTable& form = *table.form;
  return table.rows.size() == form.rows.size() && table.columns.size() == form.columns.size() &&
         std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const Row& row) { return row.cells.size() == form.columns.size(); });
}

/// One identity in one line, all of its cells countable.
struct Equation {
  const FormSum* sum = nullptr;
  std::size_t line = 0;
  Figure residual = 0;  ///< left − right; 0: it ties
};

/// An equation that a cell is part of, and the cell's sign in its residual.
struct Part {
  std::size_t equation = 0;
  int sign = 1;
};

/// Setting the cell to its figure plus `change`.
struct Repair {
  std::size_t cell = 0;
  Figure change = 0;
  friend constexpr auto operator<=>(const Repair&, const Repair&) = default;
};

/// The search for what is wrong in one table that has at least one violated identity.
class Investigation {
 public:
  Investigation(const Table& table, std::span<const FormSum> sums) : table_(table), columns_(table.columns.size()) {
    figures_.reserve(table.rows.size() * columns_);
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) figures_.push_back(figure_of(cell).value_or(0));
    }
    parts_.resize(figures_.size());
    for (const FormSum& sum : sums) {
      for (std::size_t line = 0; line < line_count(sum, table); ++line) {
        const std::optional<Figure> value = residual(sum, table, line);
        if (!value) continue;
        const std::size_t number = equations_.size();
        equations_.push_back({&sum, line, *value});
        add_parts(number, sum.left, 1);
        add_parts(number, sum.right, -1);
        add_parts(number, sum.minus, 1);
      }
    }
    for (const Equation& equation : equations_) open_.push_back(equation.residual);
  }

  std::vector<Explanation> explain() {
    explain_by_single_cells();
    explain_by_pairs();
    explain_the_rest();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.equations.front() < b.equations.front(); });
    std::vector<Explanation> explanations;
    explanations.reserve(found_.size());
    for (const Found& found : found_) explanations.push_back(tell(found));
    return explanations;
  }

 private:
  /// An explanation in numbers of equations and cells.
  struct Found {
    std::vector<std::size_t> equations;  ///< ascending
    std::vector<Repair> candidates;
    std::vector<Hint> hints;
  };

  /// A set of cells that each repair all they touch, and how good a cover of the violated equations they are.
  struct Cover {
    std::vector<Repair> repairs;
    std::size_t left_open = 0;
  };

  struct Pair {
    Repair first;
    Repair second;
    friend constexpr auto operator<=>(const Pair&, const Pair&) = default;
  };

  void add_parts(std::size_t number, const std::vector<std::size_t>& terms, int sign) {
    const Equation& equation = equations_[number];
    for (const std::size_t term : terms) {
      parts_[index(equation.sum->cell(equation.line, term))].push_back({number, sign});
    }
  }

  [[nodiscard]] std::size_t index(CellRef ref) const { return ref.row * columns_ + ref.column; }
  [[nodiscard]] CellRef ref(std::size_t cell) const { return {cell / columns_, cell % columns_}; }

  /// The cells of an equation, left side first.
  [[nodiscard]] std::vector<std::size_t> cells_of(const Equation& equation) const {
    std::vector<std::size_t> cells;
    for (const auto* terms : {&equation.sum->left, &equation.sum->right, &equation.sum->minus}) {
      for (const std::size_t term : *terms) cells.push_back(index(equation.sum->cell(equation.line, term)));
    }
    return cells;
  }

  /// Whether the cell could hold the figure it would have after the change.
  [[nodiscard]] bool possible(Repair repair) const {
    const Figure expected = figures_[repair.cell] + repair.change;
    const ValueKind kind = table_.form->columns[repair.cell % columns_].value_kind;
    if (expected < 0 && kind != ValueKind::signed_integer) return false;
    return kind == ValueKind::decimal || expected % figure_of_one == 0;
  }

  /// The change that makes every equation of `cell` tie, given what is open.
  [[nodiscard]] std::optional<Repair> repair_of(std::size_t cell, const std::vector<Figure>& open) const {
    std::optional<Figure> change;
    for (const Part& part : parts_[cell]) {
      const Figure wanted = -open[part.equation] * part.sign;
      if (wanted == 0 || (change && *change != wanted)) return std::nullopt;
      change = wanted;
    }
    if (!change || !possible({cell, *change})) return std::nullopt;
    return Repair{cell, *change};
  }

  void apply(Repair repair, std::vector<Figure>& open) const {
    for (const Part& part : parts_[repair.cell]) open[part.equation] += part.sign * repair.change;
  }

  [[nodiscard]] std::vector<std::size_t> open_equations() const {
    std::vector<std::size_t> numbers;
    for (std::size_t number = 0; number < open_.size(); ++number) {
      if (open_[number] != 0) numbers.push_back(number);
    }
    return numbers;
  }

  /// Cells that alone make all their equations tie, combined so that as few equations as possible stay open and as
  /// few cells as possible are blamed. Groups that no such cell connects are settled one by one.
  void explain_by_single_cells() {
    std::vector<std::vector<Repair>> repairs(equations_.size());
    for (std::size_t cell = 0; cell < figures_.size(); ++cell) {
      const std::optional<Repair> repair = repair_of(cell, open_);
      if (!repair) continue;
      for (const Part& part : parts_[cell]) repairs[part.equation].push_back(*repair);
    }
    std::vector<char> seen(equations_.size(), 0);
    for (const std::size_t start : open_equations()) {
      if (seen[start] != 0 || repairs[start].empty()) continue;
      std::vector<std::size_t> group{start};
      seen[start] = 1;
      for (std::size_t next = 0; next < group.size(); ++next) {
        for (const Repair& repair : repairs[group[next]]) {
          for (const Part& part : parts_[repair.cell]) {
            if (seen[part.equation] != 0) continue;
            seen[part.equation] = 1;
            group.push_back(part.equation);
          }
        }
      }
      std::sort(group.begin(), group.end());
      settle(group, repairs);
    }
  }

  void settle(const std::vector<std::size_t>& group, const std::vector<std::vector<Repair>>& repairs) {
    std::vector<Cover> best;
    Cover current;
    std::vector<char> taken(equations_.size(), 0);
    std::size_t steps = 0;
    search_covers(group, 0, repairs, taken, current, best, steps);
    if (best.empty()) return;
    for (const Repair& repair : best.front().repairs) {
      Found found;
      for (const Part& part : parts_[repair.cell]) found.equations.push_back(part.equation);
      std::sort(found.equations.begin(), found.equations.end());
      for (const Cover& cover : best) {
        for (const Repair& other : cover.repairs) {
          if (touches(other.cell, found.equations.front())) found.candidates.push_back(other);
        }
      }
      tidy(found.candidates);
      found_.push_back(std::move(found));
      apply(repair, open_);
    }
  }

  void search_covers(const std::vector<std::size_t>& group, std::size_t from,
                     const std::vector<std::vector<Repair>>& repairs, std::vector<char>& taken, Cover& current,
                     std::vector<Cover>& best, std::size_t& steps) const {
    if (++steps > cover_steps) return;
    if (!best.empty() && worse(current, best.front())) return;
    while (from < group.size() && taken[group[from]] != 0) ++from;
    if (from == group.size()) {
      if (!best.empty() && worse(best.front(), current)) best.clear();
      if (best.size() < solutions_kept) best.push_back(current);
      return;
    }
    for (const Repair& repair : repairs[group[from]]) {
      const std::vector<Part>& parts = parts_[repair.cell];
      if (std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return taken[part.equation] != 0; }))
        continue;
      for (const Part& part : parts) taken[part.equation] = 1;
      current.repairs.push_back(repair);
      search_covers(group, from + 1, repairs, taken, current, best, steps);
      current.repairs.pop_back();
      for (const Part& part : parts) taken[part.equation] = 0;
    }
    ++current.left_open;
    search_covers(group, from + 1, repairs, taken, current, best, steps);
    --current.left_open;
  }

  static bool worse(const Cover& a, const Cover& b) {
    return std::pair(a.left_open, a.repairs.size()) > std::pair(b.left_open, b.repairs.size());
  }

  /// Two cells, neither of which would do alone.
  void explain_by_pairs() {
    for (const std::size_t start : open_equations()) {
      if (open_[start] == 0) continue;  // an earlier pair repaired it
      const std::vector<std::size_t> group = connected(start);
      if (group.size() > most_repaired_by_two) continue;
      const std::vector<Pair> pairs = find_pairs(group);
      if (pairs.empty()) continue;
      take_pairs(pairs);
    }
  }

  /// The open equations that hang together with `start` through cells they share.
  [[nodiscard]] std::vector<std::size_t> connected(std::size_t start) const {
    std::vector<std::size_t> group{start};
    std::vector<char> seen(equations_.size(), 0);
    seen[start] = 1;
    for (std::size_t next = 0; next < group.size(); ++next) {
      for (const std::size_t cell : cells_of(equations_[group[next]])) {
        for (const Part& part : parts_[cell]) {
          if (seen[part.equation] != 0 || open_[part.equation] == 0) continue;
          seen[part.equation] = 1;
          group.push_back(part.equation);
        }
      }
    }
    return group;
  }

  /// Pairs after which the group, and whatever else they touch, ties.
  [[nodiscard]] std::vector<Pair> find_pairs(const std::vector<std::size_t>& group) const {
    std::vector<Pair> pairs;
    for (const std::size_t first : cells_of(equations_[group.front()])) {
      std::vector<Figure> changes;
      for (const Part& part : parts_[first]) {
        const Figure change = -open_[part.equation] * part.sign;
        if (change != 0 && possible({first, change})) changes.push_back(change);
      }
      std::sort(changes.begin(), changes.end());
      changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
      for (const Figure change : changes) {
        std::vector<Figure> open = open_;
        apply({first, change}, open);
        find_second({first, change}, group, open, pairs);
        if (pairs.size() >= solutions_kept) return pairs;
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  void find_second(Repair first, const std::vector<std::size_t>& group, const std::vector<Figure>& open,
                   std::vector<Pair>& pairs) const {
    // What has to tie afterwards: the group, and all that the first cell touches.
    std::vector<std::size_t> wanted;
    for (const std::size_t number : group) {
      if (open[number] != 0) wanted.push_back(number);
    }
    for (const Part& part : parts_[first.cell]) {
      if (open[part.equation] != 0) wanted.push_back(part.equation);
    }
    if (wanted.empty()) return;
    for (const std::size_t cell : cells_of(equations_[wanted.front()])) {
      if (cell == first.cell) continue;
      const std::optional<Repair> second = repair_of(cell, open);
      if (!second) continue;
      if (!std::all_of(wanted.begin(), wanted.end(),
                       [&](std::size_t number) { return touches(second->cell, number); })) {
        continue;
      }
      pairs.push_back(first.cell < second->cell ? Pair{first, *second} : Pair{*second, first});
      if (pairs.size() >= solutions_kept) return;
    }
  }

  void take_pairs(const std::vector<Pair>& pairs) {
    const Pair& pair = pairs.front();
    const std::vector<std::size_t> by_first = open_among(pair.first.cell);
    const std::vector<std::size_t> by_second = open_among(pair.second.cell);
    if (by_first.empty() || by_second.empty() || offset_each_other(pair)) {
      Found found;
      found.equations = by_first;
      found.equations.insert(found.equations.end(), by_second.begin(), by_second.end());
      std::sort(found.equations.begin(), found.equations.end());
      found.equations.erase(std::unique(found.equations.begin(), found.equations.end()), found.equations.end());
      for (const Pair& other : pairs) add_misplaced(other, found.hints);
      found_.push_back(std::move(found));
    } else {
      for (const std::vector<std::size_t>* equations : {&by_first, &by_second}) {
        Found found;
        found.equations = *equations;
        for (const Pair& other : pairs) {
          const bool first = equations == &by_first;
          found.candidates.push_back(first ? other.first : other.second);
        }
        tidy(found.candidates);
        found_.push_back(std::move(found));
      }
    }
    apply(pair.first, open_);
    apply(pair.second, open_);
  }

  /// Whether the two stand in one sum that ties as printed, so that changing one alone would break it.
  [[nodiscard]] bool offset_each_other(const Pair& pair) const {
    return std::any_of(parts_[pair.first.cell].begin(), parts_[pair.first.cell].end(), [&](const Part& part) {
      return open_[part.equation] == 0 && touches(pair.second.cell, part.equation);
    });
  }

  /// A figure that stands in one cell and is missing in the next one of its line.
  void add_misplaced(const Pair& pair, std::vector<Hint>& hints) const {
    if (!hints.empty() || pair.first.change != -pair.second.change) return;
    const Repair& full = pair.first.change < 0 ? pair.first : pair.second;
    const Repair& empty = pair.first.change < 0 ? pair.second : pair.first;
    if (figures_[full.cell] != -full.change || figures_[empty.cell] != 0) return;
    const CellRef a = ref(full.cell);
    const CellRef b = ref(empty.cell);
    const std::size_t distance = (a.row > b.row ? a.row - b.row : b.row - a.row) +
                                 (a.column > b.column ? a.column - b.column : b.column - a.column);
    if (distance == 1) hints.push_back({HintKind::neighbour, a});
  }

  [[nodiscard]] std::vector<std::size_t> open_among(std::size_t cell) const {
    std::vector<std::size_t> equations;
    for (const Part& part : parts_[cell]) {
      if (open_[part.equation] != 0) equations.push_back(part.equation);
    }
    std::sort(equations.begin(), equations.end());
    return equations;
  }

  [[nodiscard]] bool touches(std::size_t cell, std::size_t equation) const {
    return std::any_of(parts_[cell].begin(), parts_[cell].end(),
                       [&](const Part& part) { return part.equation == equation; });
  }

  static void tidy(std::vector<Repair>& repairs) {
    std::sort(repairs.begin(), repairs.end());
    repairs.erase(
        std::unique(repairs.begin(), repairs.end(), [](const Repair& a, const Repair& b) { return a.cell == b.cell; }),
        repairs.end());
  }

  /// What is left: each equation by itself, but one that only repeats others goes with the first of them.
  void explain_the_rest() {
    const std::size_t first_of_rest = found_.size();
    for (const std::size_t number : open_equations()) {
      const auto host = std::find_if(
          found_.begin() + static_cast<std::ptrdiff_t>(first_of_rest), found_.end(),
          [&](const Found& found) { return equations_[found.equations.front()].sum == equations_[number].sum; });
      if (host != found_.end() && follows(number)) {
        host->equations.push_back(number);
      } else {
        found_.push_back({{number}, {}, {}});
      }
    }
  }

  /// Whether a column's sum is the sum of other columns' sums, because it is the total of every row concerned and all
  /// those rows tie.
  [[nodiscard]] bool follows(std::size_t number) const {
    const Equation& equation = equations_[number];
    if (equation.sum->scope != IdentityScope::per_column) return false;
    const std::vector<std::size_t> cells = cells_of(equation);
    return std::all_of(cells.begin(), cells.end(), [&](std::size_t cell) {
      return std::any_of(parts_[cell].begin(), parts_[cell].end(), [&](const Part& part) {
        const FormSum& row = *equations_[part.equation].sum;
        return row.scope == IdentityScope::per_row && row.is_total(ref(cell)) &&
               equations_[part.equation].residual == 0;
      });
    });
  }

  [[nodiscard]] Explanation tell(const Found& found) const {
    Explanation explanation;
    explanation.table = table_.id;
    for (const std::size_t number : found.equations) explanation.broken.push_back(tell(equations_[number]));
    for (const Repair& repair : found.candidates) {
      explanation.candidates.push_back(
          {ref(repair.cell), to_decimal(figures_[repair.cell]), to_decimal(figures_[repair.cell] + repair.change)});
    }
    explanation.hints = found.hints;
    add_hints(found, explanation.hints);
    return explanation;
  }

  [[nodiscard]] BrokenIdentity tell(const Equation& equation) const {
    BrokenIdentity broken;
    broken.identity = &table_.edition->identities[equation.sum->identity];
    broken.line = equation.line;
    Figure left = 0;
    Figure right = 0;
    const auto take = [&](const std::vector<std::size_t>& terms, std::vector<CellRef>& refs, Figure& sum, int sign) {
      for (const std::size_t term : terms) {
        refs.push_back(equation.sum->cell(equation.line, term));
        sum += sign * figures_[index(refs.back())];
      }
    };
    take(equation.sum->left, broken.left, left, 1);
    take(equation.sum->right, broken.right, right, 1);
    take(equation.sum->minus, broken.minus, right, -1);
    broken.left_sum = to_decimal(left);
    broken.right_sum = to_decimal(right);
    return broken;
  }

  void add_hints(const Found& found, std::vector<Hint>& hints) const {
    for (const Repair& repair : found.candidates) {
      if (digits_swapped(figures_[repair.cell], figures_[repair.cell] + repair.change)) {
        hints.push_back({HintKind::swapped_digits, ref(repair.cell)});
      }
    }
    if (!hints.empty()) return;
    // The blame lies on a total, or on nobody: look for the part that the total leaves out or has twice.
    for (const std::size_t number : found.equations) {
      const Equation& equation = equations_[number];
      if (equation.sum->left.size() != 1) continue;
      const std::size_t total = index(equation.sum->cell(equation.line, equation.sum->left.front()));
      if (found.candidates.size() == 1 && found.candidates.front().cell != total) continue;
      std::optional<std::size_t> part;
      bool several = false;
      for (const std::size_t term : equation.sum->right) {
        const std::size_t cell = index(equation.sum->cell(equation.line, term));
        const Figure value = figures_[cell];
        if (value == 0 || (value != equation.residual && value != -equation.residual)) continue;
        several = part.has_value();
        part = cell;
        if (several) break;
      }
      if (part && !several) {
        hints.push_back({HintKind::left_out, ref(*part)});
        return;
      }
    }
  }

  /// Whether exchanging two neighbouring digits of `printed` gives `expected`.
  static bool digits_swapped(Figure printed, Figure expected) {
    if (printed % figure_of_one != 0 || expected % figure_of_one != 0) return false;
    std::string digits = std::to_string(printed / figure_of_one);
    const std::string wanted = std::to_string(expected / figure_of_one);
    if (digits.size() != wanted.size()) return false;
    for (std::size_t at = 0; at + 1 < digits.size(); ++at) {
      std::swap(digits[at], digits[at + 1]);
      if (digits == wanted) return true;
      std::swap(digits[at], digits[at + 1]);
    }
    return false;
  }

  const Table& table_;
  std::size_t columns_;
  std::vector<Figure> figures_;           ///< by cell
  std::vector<std::vector<Part>> parts_;  ///< by cell
  std::vector<Equation> equations_;       ///< in rank order
  std::vector<Figure> open_;              ///< by equation: what is not explained yet of its residual
  std::vector<Found> found_;
};

bool has_fault(std::span<const FormSum> sums, const Table& table) {
  return std::any_of(sums.begin(), sums.end(), [&](const FormSum& sum) {
    for (std::size_t line = 0; line < line_count(sum, table); ++line) {
      if (residual(sum, table, line).value_or(0) != 0) return true;
    }
    return false;
  });
}

bool is_blank(const Cell& cell) { return cell.state == CellState::blank && cell.certainty == Certainty::sure; }

bool has_blank(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [](const Row& row) { return std::any_of(row.cells.begin(), row.cells.end(), is_blank); });
}

/// Whether a line of the sum has a blank, and whether it has a figure beside 0.
std::pair<bool, bool> blanks_and_figures(const FormSum& sum, const Table& table, std::size_t line) {
  bool blank = false;
  bool figure = false;
  for (const auto* terms : {&sum.left, &sum.right, &sum.minus}) {
    for (const std::size_t term : *terms) {
      const CellRef at = sum.cell(line, term);
      const Cell& cell = table.rows[at.row].cells[at.column];
      blank = blank || is_blank(cell);
      figure = figure || figure_of(cell).value_or(0) != 0;
    }
  }
  return {blank, figure};
}

/// The table with 0 in its blanks, where its sums say that blanks stand for it: several with blanks tie, and few fail.
/// Empty where a blank may be a figure forgotten.
std::optional<Table> with_zeros(const Table& table, std::span<const FormSum> sums) {
  constexpr std::size_t fewest_ties = 4;
  if (!has_blank(table)) return std::nullopt;
  Table filled = table;
  for (Row& row : filled.rows) {
    for (Cell& cell : row.cells) {
      if (is_blank(cell)) cell.state = CellState::dash;
    }
  }
  std::size_t ties = 0;
  std::size_t fails = 0;
  for (const FormSum& sum : sums) {
    for (std::size_t line = 0; line < line_count(sum, table); ++line) {
      const std::optional<Figure> left_over = residual(sum, filled, line);
      if (!left_over) continue;
      const auto [blank, figure] = blanks_and_figures(sum, table, line);
      if (blank && figure) ++(*left_over == 0 ? ties : fails);
    }
  }
  constexpr std::size_t most_of_one_cell = 3;  // sums that one wrong figure breaks
  if (ties < fewest_ties || fails > std::max(most_of_one_cell, ties / fewest_ties)) return std::nullopt;
  return filled;
}

}  // namespace

std::string_view hint_name(HintKind kind) {
  switch (kind) {
    case HintKind::left_out:
      return "left_out";
    case HintKind::swapped_digits:
      return "swapped_digits";
    case HintKind::neighbour:
      break;
  }
  return "neighbour";
}

const std::string& BrokenIdentity::line_id(const FormTable& form) const {
  return identity->scope == IdentityScope::per_row ? form.rows[line].id : form.columns[line].id;
}

std::vector<Explanation> explain_totals(const Tables& tables) {
  std::vector<Explanation> explanations;
  for (const Table& table : tables.tables) {
    const std::span<const FormSum> sums = sums_of(table);
    if (!table.found || sums.empty() || !has_shape(table)) continue;
    const std::optional<Table> filled = with_zeros(table, sums);
    const Table& checked = filled ? *filled : table;
    if (!has_fault(sums, checked)) continue;
    Investigation investigation(checked, sums);
    for (Explanation& explanation : investigation.explain()) {
      // A figure that was left out is no figure that is wrong.
      const bool left_out = std::any_of(
          explanation.candidates.begin(), explanation.candidates.end(),
          [&](const Candidate& each) { return is_blank(table.rows[each.cell.row].cells[each.cell.column]); });
      if (!left_out) explanations.push_back(std::move(explanation));
    }
  }
  return explanations;
}

}  // namespace gialint
