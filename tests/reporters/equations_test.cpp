#include "reporters/equations.hpp"

#include <catch2/catch.hpp>

#include "engine/diagnostics/diagnostic.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

Diagnostic about(std::vector<FailedSum> sums) {
  Diagnostic diagnostic;
  diagnostic.place = "requests/not_processed.repeated/natural_person";
  diagnostic.sums = std::move(sums);
  return diagnostic;
}

TEST_CASE("a sum that does not tie is written out with the report's figures", "[reporters]") {
  const Report report = test::read_report(test::read_project_file("fixtures/reports/row-total-cells.txt"));
  const std::vector<std::string> equations = broken_equations(
      report, about({{"requests.row_total", "not_processed.repeated"}, {"requests.processed_sum", "natural_person"}}));
  REQUIRE(equations.size() == 2);
  CHECK(equations[0] == "2.重复申请：总计 0 ≠ 自然人 2");
  CHECK(equations[1] ==
        "自然人：（七）总计 7 ≠ 9 = （一）予以公开 5 + （二）部分公开 1 + 1.本机关不掌握相关政府信息 1 + 2.重复申请 2");
}

TEST_CASE("a diagnostic that names no sum, or one that ties, has no equation", "[reporters]") {
  const Report report = test::read_report(test::read_project_file("fixtures/reports/row-total-cells.txt"));
  CHECK(broken_equations(report, about({})).empty());
  CHECK(broken_equations(report, about({{"requests.row_total", "granted"}})).empty());
  CHECK(broken_equations(report, about({{"requests.balance", "natural_person"}})).empty());
}

}  // namespace
}  // namespace gialint
