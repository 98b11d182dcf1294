#include "engine/lint/safe_edits.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/support/reports.hpp"

namespace gialint {
namespace {

const std::string text =
    "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n"
    "2023年，我局主动公开政府信息１２条，受理依申请公开3件，其中公开2件、部分公开1件，同比增长5.5%。\n"
    "会议室在第３楼，（1）逐步改善。\n\n"
    "3、收到和处理政府信息公开申请情况\n见表。\n";

// Whether `words`, the first such, may safely give way to `replacement`.
bool safe(const std::string& words, const std::string& replacement, std::size_t skip = 0) {
  const Report report = test::read_report(text);
  const std::size_t at = report.text().find(words);
  if (at == std::string::npos) FAIL(words);
  const auto begin = static_cast<std::uint32_t>(at + skip);
  const auto end = static_cast<std::uint32_t>(at + words.size());
  return SafeEdits(report).allow({{{begin, end}, replacement}});
}

TEST_CASE("words, widths and blanks may change beside the numbers", "[lint]") {
  CHECK(safe("逐步改善", "逐渐改善"));
  CHECK(safe("第３楼", "第3楼"));
  CHECK(safe("会议室", ""));
  CHECK(safe("，（1）", "；（1）"));
}

TEST_CASE("no number of the prose, and nothing that makes another of it, is changed safely", "[lint]") {
  CHECK_FALSE(safe("１２", "12"));  // the claim itself
  CHECK_FALSE(safe("3件", "4件"));
  CHECK_FALSE(safe("公开2件、部分公开1件", "公开1件、部分公开2件"));
  CHECK_FALSE(safe("第３楼", "第4楼"));
  CHECK_FALSE(safe("第３楼", "第三楼"));
  CHECK_FALSE(safe("第", "第1"));
  CHECK_FALSE(safe("会议室", "会议室5间"));
  CHECK_FALSE(safe("5.", "5", 1));
  CHECK_FALSE(safe("5%", "", 1));
  CHECK_FALSE(safe("3件", "万件", 1));
  CHECK_FALSE(safe("3件", "-3件"));
}

TEST_CASE("an entity that writes a digit is a figure", "[lint]") { CHECK_FALSE(safe("会议室", "&#51;")); }

TEST_CASE("a section's numeral may become the form's and nothing else", "[lint]") {
  CHECK(safe("3、", "三、"));
  CHECK_FALSE(safe("3、", "四、"));
  CHECK_FALSE(safe("3、", "三"));
}

TEST_CASE("a safe edit is small", "[lint]") {
  CHECK(safe("会议室", std::string(400, 'x')));
  CHECK_FALSE(safe("会议室", std::string(401, 'x')));
}

}  // namespace
}  // namespace gialint
