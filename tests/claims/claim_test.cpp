#include "engine/claims/claim.hpp"

#include <set>
#include <string_view>

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("the values of an enumeration have a name each") {
  CHECK(exactness_name(Exactness::approximate) == "approximate");
  CHECK(mention_kind_name(MentionKind::percentage) == "percentage");
  CHECK(scope_name(Scope::system) == "system");
  CHECK(statement_name(Statement::finished) == "finished");
  CHECK(verdict_name(ClaimVerdict::contradicted) == "contradicted");
  CHECK(fault_name(Breakdown::Fault::above) == "above");
  CHECK(share_kind_name(Share::Kind::growth) == "growth");
  const std::set<std::string_view> exactness = {
      exactness_name(Exactness::exact), exactness_name(Exactness::approximate), exactness_name(Exactness::at_least),
      exactness_name(Exactness::at_most), exactness_name(Exactness::range)};
  CHECK(exactness.size() == 5);
}

}  // namespace gialint
