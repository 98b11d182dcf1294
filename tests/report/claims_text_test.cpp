#include "engine/report/claims_text.hpp"

#include <catch2/catch.hpp>

#include "tests/support/reports.hpp"

namespace gialint {
namespace {

TEST_CASE("what a report's words state is told paragraph by paragraph", "[report]") {
  const Report report = test::read_report(
      "青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n收到政府信息公开申请3件，一季度1件。\n");
  const std::string text = claims_text(report);
  CHECK(text.find("CLAIM  3件  requests.received  {request receive}  words-before\n") != std::string::npos);
  CHECK(text.find("SILENT 1件  ") != std::string::npos);
}

TEST_CASE("without forms no word means anything", "[report]") { CHECK(claims_text(Report{}).empty()); }

}  // namespace
}  // namespace gialint
