#include "engine/diagnostics/rule_info.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a rule's SARIF name runs the words of its id together", "[diagnostics]") {
  CHECK(pascal_case("totals/row-total") == "TotalsRowTotal");
  CHECK(pascal_case("internal/rule-error") == "InternalRuleError");
  CHECK(pascal_case("city/part-2-a") == "CityPart2A");
  CHECK(pascal_case("city//x-") == "CityX");
  CHECK(pascal_case("").empty());
}

TEST_CASE("a bilingual sentence gives the language that is asked for", "[diagnostics]") {
  const Bilingual title{"行合计不符", "row total differs"};
  CHECK(title.in(Language::zh) == "行合计不符");
  CHECK(title.in(Language::en) == "row total differs");
}

}  // namespace
}  // namespace gialint
