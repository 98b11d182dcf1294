#include "engine/totals/solver.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace gialint {
namespace {

using Equality = TotalsSolver::Equality;

// Figures are kept in ten-thousandths: as fine as any amount of the form, and sums of a column cannot overflow.
constexpr int figure_scale = 4;
constexpr std::int64_t one = 10'000;
constexpr std::array<std::int64_t, 5> powers = {1, 10, 100, 1'000, one};
constexpr std::int64_t largest_figure = 100'000'000'000'000'000;

// What the search for explanations may cost at most, per table.
constexpr std::size_t cover_steps = 4'000;
constexpr std::size_t solutions_kept = 64;
constexpr std::size_t most_repaired_by_two = 6;  // no cell is part of more than three identities

std::optional<std::int64_t> figure(const Cell& cell) {
  if (!cell.counts()) return std::nullopt;
  if (cell.state == CellState::dash) return 0;
  const int scale = cell.value.scale();
  if (scale > figure_scale) return std::nullopt;
  const std::int64_t factor = powers[static_cast<std::size_t>(figure_scale - scale)];
  const std::int64_t units = cell.value.units();
  if (units > largest_figure / factor || units < -largest_figure / factor) return std::nullopt;
  return units * factor;
}

Decimal to_decimal(std::int64_t figure) {
  if (figure % one == 0) return {figure / one};
  const std::optional<Decimal> fraction = multiply(Decimal(figure), *Decimal::parse("0.0001"));
  return fraction ? *fraction : Decimal(figure / one);
}

std::size_t line_count(const Equality& equality, const Table& table) {
  return equality.scope == IdentityScope::per_row ? table.rows.size() : table.columns.size();
}

CellRef place(const Equality& equality, std::size_t line, std::size_t term) {
  return equality.scope == IdentityScope::per_row ? CellRef{line, term} : CellRef{term, line};
}

const Cell& cell_at(const Table& table, CellRef ref) { return table.rows[ref.row].cells[ref.column]; }

/// Σ left − Σ right + Σ minus in one line; empty when a cell does not count.
std::optional<std::int64_t> residual(const Equality& equality, const Table& table, std::size_t line) {
  std::int64_t sum = 0;
  const auto add_terms = [&](const std::vector<std::size_t>& terms, std::int64_t sign) {
    for (const std::size_t term : terms) {
      const std::optional<std::int64_t> value = figure(cell_at(table, place(equality, line, term)));
      if (!value) return false;
      sum += sign * *value;
    }
    return true;
  };
  if (!add_terms(equality.left, 1) || !add_terms(equality.right, -1) || !add_terms(equality.minus, 1)) {
    return std::nullopt;
  }
  return sum;
}

/// Whether the table has the shape of the form.
bool has_shape(const Table& table, const FormTable& form) {
  return table.rows.size() == form.rows.size() && table.columns.size() == form.columns.size() &&
         std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const Row& row) { return row.cells.size() == form.columns.size(); });
}

/// One identity in one line, all of its cells countable.
struct Equation {
  const Equality* equality = nullptr;
  std::size_t line = 0;
  std::int64_t residual = 0;  ///< left − right; 0: it ties
};

/// An equation that a cell is part of, and the cell's sign in its residual.
struct Part {
  std::size_t equation = 0;
  std::int64_t sign = 1;
};

/// Setting the cell to its figure plus `change`.
struct Repair {
  std::size_t cell = 0;
  std::int64_t change = 0;
  friend constexpr auto operator<=>(const Repair&, const Repair&) = default;
};

/// The search for what is wrong in one table that has at least one violated identity.
class Investigation {
 public:
  Investigation(const Edition& edition, const FormTable& form, const Table& table, const Equality* begin,
                const Equality* end)
      : edition_(edition), form_(form), table_(table), columns_(table.columns.size()) {
    figures_.reserve(table.rows.size() * columns_);
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) figures_.push_back(figure(cell).value_or(0));
    }
    parts_.resize(figures_.size());
    for (const Equality* equality = begin; equality != end; ++equality) {
      for (std::size_t line = 0; line < line_count(*equality, table); ++line) {
        const std::optional<std::int64_t> value = residual(*equality, table, line);
        if (!value) continue;
        const std::size_t number = equations_.size();
        equations_.push_back({equality, line, *value});
        add_parts(number, equality->left, 1);
        add_parts(number, equality->right, -1);
        add_parts(number, equality->minus, 1);
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

  void add_parts(std::size_t number, const std::vector<std::size_t>& terms, std::int64_t sign) {
    const Equation& equation = equations_[number];
    for (const std::size_t term : terms) {
      parts_[index(place(*equation.equality, equation.line, term))].push_back({number, sign});
    }
  }

  [[nodiscard]] std::size_t index(CellRef ref) const { return ref.row * columns_ + ref.column; }
  [[nodiscard]] CellRef ref(std::size_t cell) const { return {cell / columns_, cell % columns_}; }

  /// The cells of an equation, left side first.
  [[nodiscard]] std::vector<std::size_t> cells_of(const Equation& equation) const {
    std::vector<std::size_t> cells;
    for (const auto* terms : {&equation.equality->left, &equation.equality->right, &equation.equality->minus}) {
      for (const std::size_t term : *terms) cells.push_back(index(place(*equation.equality, equation.line, term)));
    }
    return cells;
  }

  /// Whether the cell could hold the figure it would have after the change.
  [[nodiscard]] bool possible(Repair repair) const {
    const std::int64_t expected = figures_[repair.cell] + repair.change;
    const ValueKind kind = form_.columns[repair.cell % columns_].value_kind;
    if (expected < 0 && kind != ValueKind::signed_integer) return false;
    return kind == ValueKind::decimal || expected % one == 0;
  }

  /// The change that makes every equation of `cell` tie, given what is open.
  [[nodiscard]] std::optional<Repair> repair_of(std::size_t cell, const std::vector<std::int64_t>& open) const {
    std::optional<std::int64_t> change;
    for (const Part& part : parts_[cell]) {
      const std::int64_t wanted = -open[part.equation] * part.sign;
      if (wanted == 0 || (change && *change != wanted)) return std::nullopt;
      change = wanted;
    }
    if (!change || !possible({cell, *change})) return std::nullopt;
    return Repair{cell, *change};
  }

  void apply(Repair repair, std::vector<std::int64_t>& open) const {
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
      std::vector<std::int64_t> changes;
      for (const Part& part : parts_[first]) {
        const std::int64_t change = -open_[part.equation] * part.sign;
        if (change != 0 && possible({first, change})) changes.push_back(change);
      }
      std::sort(changes.begin(), changes.end());
      changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
      for (const std::int64_t change : changes) {
        std::vector<std::int64_t> open = open_;
        apply({first, change}, open);
        find_second({first, change}, group, open, pairs);
        if (pairs.size() >= solutions_kept) return pairs;
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  void find_second(Repair first, const std::vector<std::size_t>& group, const std::vector<std::int64_t>& open,
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
          found_.begin() + static_cast<std::ptrdiff_t>(first_of_rest), found_.end(), [&](const Found& found) {
            return equations_[found.equations.front()].equality == equations_[number].equality;
          });
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
    if (equation.equality->scope != IdentityScope::per_column) return false;
    const std::vector<std::size_t> cells = cells_of(equation);
    return std::all_of(cells.begin(), cells.end(), [&](std::size_t cell) {
      return std::any_of(parts_[cell].begin(), parts_[cell].end(), [&](const Part& part) {
        const Equality& row = *equations_[part.equation].equality;
        return row.scope == IdentityScope::per_row && row.left.size() == 1 && row.left.front() == equation.line &&
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
    broken.identity = &edition_.identities[equation.equality->identity];
    broken.line = equation.line;
    std::int64_t left = 0;
    std::int64_t right = 0;
    const auto take = [&](const std::vector<std::size_t>& terms, std::vector<CellRef>& refs, std::int64_t& sum,
                          std::int64_t sign) {
      for (const std::size_t term : terms) {
        refs.push_back(place(*equation.equality, equation.line, term));
        sum += sign * figures_[index(refs.back())];
      }
    };
    take(equation.equality->left, broken.left, left, 1);
    take(equation.equality->right, broken.right, right, 1);
    take(equation.equality->minus, broken.minus, right, -1);
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
      if (equation.equality->left.size() != 1) continue;
      const std::size_t total = index(place(*equation.equality, equation.line, equation.equality->left.front()));
      if (found.candidates.size() == 1 && found.candidates.front().cell != total) continue;
      std::optional<std::size_t> part;
      bool several = false;
      for (const std::size_t term : equation.equality->right) {
        const std::size_t cell = index(place(*equation.equality, equation.line, term));
        const std::int64_t value = figures_[cell];
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
  static bool digits_swapped(std::int64_t printed, std::int64_t expected) {
    if (printed % one != 0 || expected % one != 0) return false;
    std::string digits = std::to_string(printed / one);
    const std::string wanted = std::to_string(expected / one);
    if (digits.size() != wanted.size()) return false;
    for (std::size_t at = 0; at + 1 < digits.size(); ++at) {
      std::swap(digits[at], digits[at + 1]);
      if (digits == wanted) return true;
      std::swap(digits[at], digits[at + 1]);
    }
    return false;
  }

  const Edition& edition_;
  const FormTable& form_;
  const Table& table_;
  std::size_t columns_;
  std::vector<std::int64_t> figures_;     ///< by cell
  std::vector<std::vector<Part>> parts_;  ///< by cell
  std::vector<Equation> equations_;       ///< in rank order
  std::vector<std::int64_t> open_;        ///< by equation: what is not explained yet of its residual
  std::vector<Found> found_;
};

/// Adds the places of `ids` in rows or columns; false when one is unknown.
template <class FindIndex>
bool places_of(const std::vector<std::string>& ids, std::vector<std::size_t>& places, FindIndex find_index) {
  for (const std::string& id : ids) {
    const std::optional<std::size_t> found = find_index(id);
    if (!found) return false;
    places.push_back(*found);
  }
  return true;
}

}  // namespace

TotalsSolver::TotalsSolver(const Edition& edition) : edition_(edition.id) {
  for (std::size_t number = 0; number < edition.identities.size(); ++number) {
    const FormIdentity& identity = edition.identities[number];
    if (identity.relation != Relation::equal || identity.status == IdentityStatus::plausible) continue;
    const auto form = std::find_if(edition.tables.begin(), edition.tables.end(),
                                   [&](const FormTable& table) { return table.id == identity.table; });
    if (form == edition.tables.end()) continue;
    Equality equality;
    equality.identity = number;
    equality.table = static_cast<std::size_t>(form - edition.tables.begin());
    equality.scope = identity.scope;
    const auto find_index = [&](const std::string& id) {
      return identity.scope == IdentityScope::per_row ? form->column_index(id) : form->row_index(id);
    };
    if (places_of(identity.left, equality.left, find_index) && places_of(identity.right, equality.right, find_index) &&
        places_of(identity.minus, equality.minus, find_index)) {
      equalities_.push_back(std::move(equality));
    }
  }
  const auto rank = [&](const Equality& equality) {
    const FormIdentity& identity = edition.identities[equality.identity];
    return std::tuple(equality.table, identity.scope == IdentityScope::per_row ? 0 : 1,
                      identity.status == IdentityStatus::definition ? 0 : 1);
  };
  std::stable_sort(equalities_.begin(), equalities_.end(),
                   [&](const Equality& a, const Equality& b) { return rank(a) < rank(b); });
}

std::vector<Explanation> TotalsSolver::explain(const Tables& tables) const {
  std::vector<Explanation> explanations;
  for (auto begin = equalities_.begin(); begin != equalities_.end();) {
    const auto end = std::find_if(begin, equalities_.end(),
                                  [&](const Equality& equality) { return equality.table != begin->table; });
    const auto at = std::find_if(tables.tables.begin(), tables.tables.end(), [&](const Table& table) {
      return table.found && table.edition != nullptr && table.edition->id == edition_ &&
             begin->table < table.edition->tables.size() && table.id == table.edition->tables[begin->table].id &&
             has_shape(table, table.edition->tables[begin->table]);
    });
    const bool fault = at != tables.tables.end() && std::any_of(begin, end, [&](const Equality& equality) {
                         for (std::size_t line = 0; line < line_count(equality, *at); ++line) {
                           if (residual(equality, *at, line).value_or(0) != 0) return true;
                         }
                         return false;
                       });
    if (fault) {
      const Edition& edition = *at->edition;
      Investigation investigation(edition, edition.tables[begin->table], *at, &*begin, &*begin + (end - begin));
      for (Explanation& explanation : investigation.explain()) explanations.push_back(std::move(explanation));
    }
    begin = end;
  }
  return explanations;
}

std::vector<Explanation> explain_totals(const Edition& edition, const Tables& tables) {
  return TotalsSolver(edition).explain(tables);
}

}  // namespace gialint
