#include "tests/generator/figures.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace gialint::generator {
namespace {

std::int64_t power_of_ten(std::int64_t exponent) {
  std::int64_t value = 1;
  while (exponent-- > 0) value *= 10;
  return value;
}

std::int64_t draw_count(Regime regime, Random& random) {
  switch (regime) {
    case Regime::zeros:
      return 0;
    case Regime::few:
      return random.chance(12) ? random.between(1, 3) : 0;
    case Regime::hundreds:
      return random.chance(45) ? random.between(1, power_of_ten(random.between(1, 3)) - 1) : 0;
    case Regime::large:
      return random.chance(65) ? random.between(1, power_of_ten(random.between(1, 5)) - 1) : 0;
  }
  return 0;
}

/// The cells of one table, and how the table's identities refer to them.
class TableFigures {
 public:
  TableFigures(const Edition& edition, std::size_t table, Regime regime, Random random)
      : edition_(edition), form_(edition.tables[table]), regime_(regime), random_(random) {
    cells_.assign(form_.rows.size(), std::vector<Decimal>(form_.columns.size()));
  }

  std::vector<std::vector<Decimal>> make(bool rules) {
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      if (form_.rows[row].id == "rules" && !rules) continue;
      for (std::size_t column = 0; column < cells_[row].size(); ++column) {
        cells_[row][column] = draw(cells_[row], column);
      }
    }
    // Down the columns first: a total column is a sum of columns, so what holds in each of them holds in it.
    settle(IdentityScope::per_column);
    settle(IdentityScope::per_row);
    return std::move(cells_);
  }

 private:
  Decimal draw(const std::vector<Decimal>& row, std::size_t column) {
    const ValueKind kind =
        form_.columns[column].value_kind == ValueKind::integer ? form_.value_kind : form_.columns[column].value_kind;
    std::int64_t count = draw_count(regime_, random_);
    if (kind == ValueKind::decimal) {
      const auto places = static_cast<int>(random_.between(0, 4));
      return *Decimal::scaled(
          count * power_of_ten(places) + random_.between(0, count > 0 ? power_of_ten(places) - 1 : 0), places);
    }
    if (kind == ValueKind::signed_integer && column > 0 && random_.chance(50)) {
      // A change of a stock: it cannot take away more than the column before it counts.
      count = -std::min(count, row[column - 1].integer().value_or(0));
    }
    return count;
  }

  [[nodiscard]] std::vector<const FormIdentity*> identities(IdentityScope scope) const {
    std::vector<const FormIdentity*> found;
    for (const FormIdentity& each : edition_.identities) {
      if (each.table == form_.id && each.scope == scope) found.push_back(&each);
    }
    return found;
  }

  Decimal& cell(IdentityScope scope, const std::string& term, std::size_t line) {
    return scope == IdentityScope::per_column ? cells_[form_.row_index(term).value()][line]
                                              : cells_[line][form_.column_index(term).value()];
  }

  /// Computes what the identities fix, sums of sums after their parts.
  void settle(IdentityScope scope) {
    std::vector<const FormIdentity*> pending = identities(scope);
    while (!pending.empty()) {
      const auto ready = std::find_if(pending.begin(), pending.end(), [&](const FormIdentity* each) {
        return std::none_of(pending.begin(), pending.end(), [&](const FormIdentity* other) {
          return other != each && std::any_of(other->left.begin(), other->left.end(), [&](const std::string& term) {
                   return std::count(each->right.begin(), each->right.end(), term) > 0;
                 });
        });
      });
      if (ready == pending.end()) throw std::logic_error("the sums of " + form_.id + " go in circles");
      const std::size_t lines = scope == IdentityScope::per_column ? form_.columns.size() : form_.rows.size();
      for (std::size_t line = 0; line < lines; ++line) settle(**ready, line);
      pending.erase(ready);
    }
  }

  void settle(const FormIdentity& identity, std::size_t line) {
    std::int64_t sum = 0;
    for (const std::string& term : identity.right) sum += cell(identity.scope, term, line).integer().value();
    for (const std::string& term : identity.minus) sum -= cell(identity.scope, term, line).integer().value();
    if (identity.relation == Relation::at_least) {
      // The drawn value is what there is beyond the least there can be.
      Decimal& left = cell(identity.scope, identity.left.front(), line);
      left = std::max<std::int64_t>(sum, 0) + left.integer().value();
      return;
    }
    // The first term takes most of it: what came in this year is more than what was left from the last.
    for (std::size_t i = identity.left.size(); i-- > 1;) {
      const std::int64_t part = regime_ == Regime::zeros || !random_.chance(40) ? 0 : random_.between(0, sum / 4);
      cell(identity.scope, identity.left[i], line) = part;
      sum -= part;
    }
    cell(identity.scope, identity.left.front(), line) = sum;
  }

  const Edition& edition_;
  const FormTable& form_;
  Regime regime_;
  Random random_;
  std::vector<std::vector<Decimal>> cells_;
};

}  // namespace

std::string_view regime_name(Regime regime) {
  switch (regime) {
    case Regime::zeros:
      return "zeros";
    case Regime::few:
      return "few";
    case Regime::hundreds:
      return "hundreds";
    case Regime::large:
      return "large";
  }
  return "";
}

Decimal Figures::at(std::string_view table, std::string_view row, std::string_view column) const {
  const FormTable* const form = edition->table(table);
  if (form == nullptr) throw std::logic_error("no table " + std::string(table));
  const auto index = static_cast<std::size_t>(form - edition->tables.data());
  return cells[index][form->row_index(row).value()][form->column_index(column).value()];
}

Figures make_figures(const Edition& edition, Regime regime, bool rules, Random random) {
  Figures figures;
  figures.edition = &edition;
  for (std::size_t table = 0; table < edition.tables.size(); ++table) {
    figures.cells.push_back(TableFigures(edition, table, regime, random.fork(table)).make(rules));
  }
  return figures;
}

namespace {

/// The relations between two years, forced upon figures that were drawn without them.
class NextYear {
 public:
  NextYear(Figures& figures, const Figures& last) : figures_(&figures), last_(&last) {}

  void apply(const FormCrossYear& relation) {
    const Edition& edition = *figures_->edition;
    const bool other_stock =
        std::count(relation.not_with_editions.begin(), relation.not_with_editions.end(), last_->edition->id) > 0;
    form_ = edition.table(relation.table);
    const FormTable* const old = last_->edition->table(relation.table);
    if (other_stock || old == nullptr) return;
    cells_ = &figures_->cells[static_cast<std::size_t>(form_ - edition.tables.data())];
    down_ = relation.scope == IdentityScope::per_column;
    for (line_ = 0; line_ < (down_ ? form_->columns.size() : form_->rows.size()); ++line_) {
      const std::string& id = down_ ? form_->columns[line_].id : form_->rows[line_].id;
      if (!(down_ ? old->column_index(id) : old->row_index(id))) continue;
      const auto before = [&](const std::string& term) {
        return count(down_ ? last_->at(relation.table, term, id) : last_->at(relation.table, id, term));
      };
      std::int64_t value = before(relation.last_year);
      for (const std::string& term : relation.plus) value += count(cell(term));
      for (const std::string& term : relation.minus) value -= count(cell(term));
      for (const std::string& term : relation.plus_last_year) value += before(term);
      if (value < 0) {  // no more can go than there is
        if (!relation.plus.empty()) cell(relation.plus.front()) = count(cell(relation.plus.front())) - value;
        value = 0;
      }
      cell(relation.this_year) = value;
      for (const FormIdentity& identity : edition.identities) tie(identity, relation);
    }
    for (const FormIdentity& identity : edition.identities) {
      if (identity.table == form_->id && identity.scope == IdentityScope::per_row) total(identity);
    }
  }

 private:
  static std::int64_t count(Decimal value) { return value.integer().value(); }

  Decimal& cell(const std::string& term) {
    return down_ ? (*cells_)[form_->row_index(term).value()][line_]
                 : (*cells_)[line_][form_->column_index(term).value()];
  }

  /// Where the cell is one of several terms on the left, another of them makes up for it.
  void tie(const FormIdentity& identity, const FormCrossYear& relation) {
    const auto other = std::find_if(identity.left.begin(), identity.left.end(),
                                    [&](const std::string& term) { return term != relation.this_year; });
    const bool holds = std::count(identity.left.begin(), identity.left.end(), relation.this_year) > 0;
    if (identity.table != form_->id || identity.scope != relation.scope || !holds || other == identity.left.end())
      return;
    std::int64_t missing = 0;
    for (const std::string& term : identity.right) missing += count(cell(term));
    for (const std::string& term : identity.left) missing -= count(cell(term));
    if (identity.relation == Relation::at_least && missing <= 0) return;
    const std::int64_t wanted = count(cell(*other)) + missing;
    if (identity.relation == Relation::equal && wanted < 0) {
      cell(identity.right.back()) = count(cell(identity.right.back())) - wanted;
    }
    cell(*other) = identity.relation == Relation::equal ? std::max<std::int64_t>(wanted, 0) : wanted;
  }

  void total(const FormIdentity& identity) {
    if (identity.relation != Relation::equal || identity.left.size() != 1) return;
    for (std::vector<Decimal>& row : *cells_) {
      std::int64_t sum = 0;
      for (const std::string& term : identity.right) sum += count(row[form_->column_index(term).value()]);
      row[form_->column_index(identity.left.front()).value()] = sum;
    }
  }

  Figures* figures_;
  const Figures* last_;
  const FormTable* form_ = nullptr;
  std::vector<std::vector<Decimal>>* cells_ = nullptr;
  bool down_ = false;
  std::size_t line_ = 0;
};

}  // namespace

Figures next_figures(const Figures& last, const Edition& edition, Regime regime, bool rules, Random random) {
  Figures figures = make_figures(edition, regime, rules, random);
  NextYear next(figures, last);
  for (const FormCrossYear& relation : edition.cross_year) next.apply(relation);
  return figures;
}

std::vector<std::string_view> broken_identities(const Figures& figures) {
  std::vector<std::string_view> broken;
  for (const FormIdentity& identity : figures.edition->identities) {
    const FormTable& form = *figures.edition->table(identity.table);
    const auto table = static_cast<std::size_t>(&form - figures.edition->tables.data());
    const bool down = identity.scope == IdentityScope::per_column;
    for (std::size_t line = 0; line < (down ? form.columns.size() : form.rows.size()); ++line) {
      const auto sum = [&](const std::vector<std::string>& terms) {
        std::int64_t total = 0;
        for (const std::string& term : terms) {
          const auto& rows = figures.cells[table];
          total += (down ? rows[form.row_index(term).value()][line] : rows[line][form.column_index(term).value()])
                       .integer()
                       .value();
        }
        return total;
      };
      const std::int64_t left = sum(identity.left);
      const std::int64_t right = sum(identity.right) - sum(identity.minus);
      if (identity.relation == Relation::equal ? left != right : left < right) broken.emplace_back(identity.id);
    }
  }
  return broken;
}

}  // namespace gialint::generator
