#include "engine/forms/sums.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/forms/edition.hpp"

namespace gialint {
namespace {

bool holds(const std::vector<std::size_t>& terms, std::size_t term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

/// Empty when one of the ids is unknown.
std::optional<FormSum> compile(const FormIdentity& identity, std::size_t number, const FormTable& table) {
  FormSum sum;
  sum.identity = number;
  sum.scope = identity.scope;
  for (const auto& [ids, terms] :
       {std::pair(&identity.left, &sum.left), {&identity.right, &sum.right}, {&identity.minus, &sum.minus}}) {
    for (const std::string& id : *ids) {
      const std::optional<std::size_t> term =
          identity.scope == IdentityScope::per_row ? table.column_index(id) : table.row_index(id);
      if (!term) return std::nullopt;
      terms->push_back(*term);
    }
  }
  return sum;
}

}  // namespace

int FormSum::sign_of(CellRef cell) const {
  const std::size_t term = term_of(cell);
  if (holds(left, term) || holds(minus, term)) return 1;
  return holds(right, term) ? -1 : 0;
}

FormSums::FormSums(const Edition& edition) : tables_(edition.tables.size()) {
  for (std::size_t number = 0; number < edition.identities.size(); ++number) {
    const FormIdentity& identity = edition.identities[number];
    if (identity.relation != Relation::equal || identity.status == IdentityStatus::plausible) continue;
    const FormTable* const table = edition.table(identity.table);
    if (table == nullptr) continue;
    std::optional<FormSum> sum = compile(identity, number, *table);
    if (sum) tables_[static_cast<std::size_t>(table - edition.tables.data())].push_back(*std::move(sum));
  }
  const auto rank = [&](const FormSum& sum) {
    return std::pair(sum.scope == IdentityScope::per_row ? 0 : 1,
                     edition.identities[sum.identity].status == IdentityStatus::definition ? 0 : 1);
  };
  for (std::vector<FormSum>& sums : tables_) {
    std::stable_sort(sums.begin(), sums.end(), [&](const FormSum& a, const FormSum& b) { return rank(a) < rank(b); });
  }
}

}  // namespace gialint
