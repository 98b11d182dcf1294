#include "engine/forms/sums.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/forms/edition.hpp"

namespace gialint {
namespace {

FormIdentity identity(const std::string& id, IdentityScope scope, std::vector<std::string> left,
                      std::vector<std::string> right, std::vector<std::string> minus = {}) {
  FormIdentity made;
  made.id = id;
  made.table = "flow";
  made.scope = scope;
  made.left = std::move(left);
  made.right = std::move(right);
  made.minus = std::move(minus);
  made.status = IdentityStatus::official;
  return made;
}

/// Two tables, the second with rows received, done, kept, left and columns person, company, total.
Edition small_edition() {
  Edition edition;
  edition.tables.resize(2);
  edition.tables[0].id = "other";
  FormTable& flow = edition.tables[1];
  flow.id = "flow";
  for (const char* id : {"received", "done", "kept", "left"}) flow.rows.emplace_back().id = id;
  for (const char* id : {"person", "company", "total"}) flow.columns.emplace_back().id = id;
  edition.identities = {
      identity("balance", IdentityScope::per_column, {"done"}, {"received"}, {"kept"}),
      identity("all", IdentityScope::per_column, {"done"}, {"kept", "left"}),
      identity("total", IdentityScope::per_row, {"total"}, {"person", "company"}),
      identity("floor", IdentityScope::per_row, {"total"}, {"person"}),
      identity("guess", IdentityScope::per_row, {"total"}, {"company"}),
      identity("unknown", IdentityScope::per_row, {"total"}, {"nobody"}),
  };
  edition.identities[1].status = IdentityStatus::definition;
  edition.identities[3].relation = Relation::at_least;
  edition.identities[4].status = IdentityStatus::plausible;
  return edition;
}

}  // namespace

TEST_CASE("an edition's equalities are compiled by table: per row, then definitions, then what notes print",
          "[forms]") {
  const Edition edition = small_edition();
  const FormSums sums(edition);
  CHECK(sums.of_table(0).empty());
  CHECK(sums.of_table(2).empty());
  std::vector<std::string> ids;
  for (const FormSum& sum : sums.of_table(1)) ids.push_back(edition.identities[sum.identity].id);
  // A floor, a guess and a sum of unknown columns are none.
  CHECK(ids == std::vector<std::string>{"total", "all", "balance"});
}

TEST_CASE("a sum knows the places and signs of its cells", "[forms]") {
  const FormSums sums(small_edition());
  const FormSum& total = sums.of_table(1)[0];
  CHECK(total.cell(3, total.right[1]) == CellRef{3, 1});
  CHECK(total.line_of({3, 1}) == 3);
  CHECK(total.is_total({3, 2}));
  CHECK_FALSE(total.is_total({3, 1}));
  CHECK(total.sign_of({3, 2}) == 1);
  CHECK(total.sign_of({0, 0}) == -1);

  const FormSum& balance = sums.of_table(1)[2];
  CHECK(balance.cell(2, balance.minus[0]) == CellRef{2, 2});
  CHECK(balance.line_of({1, 2}) == 2);
  CHECK(balance.sign_of({1, 2}) == 1);
  CHECK(balance.sign_of({0, 2}) == -1);
  CHECK(balance.sign_of({2, 2}) == 1);
  CHECK(balance.sign_of({3, 2}) == 0);
}

}  // namespace gialint
