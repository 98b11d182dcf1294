#include "engine/tables/row_labels.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/read_tables.hpp"

namespace gialint::test {
namespace {

/// The printed text of a heading over rows, without the blanks and line ends between its pieces; "none" without one.
std::string group(const ReadTables& result, const std::string& text) {
  for (const Heading& heading : result.tables.table("requests")->headings) {
    if (heading.text == text) return heading.label.found ? heading.label.text : "none";
  }
  return "no such heading";
}

}  // namespace

TEST_CASE("a group's label between the lines of row labels belongs to none of them", "[tables]") {
  const ReadTables result = read_tables(
      "三、收到和处理政府信息公开申请情况\n"
      "          1.本机关不掌握相关政府\n"
      "（四）                              0   0   0   0   0   0   0\n"
      "          信息\n"
      "无法提    2.没有现成信息需要另行\n"
      "                                    1   0   0   0   0   0   1\n"
      "供        制作\n"
      "          3.补正后申请内容仍不明确  0   2   0   0   0   0   2\n");
  CHECK(row(result, "requests", "unavailable.needs_creation") == "1 0 0 0 0 0 1");
  for (const Row& each : result.tables.table("requests")->rows) {
    if (each.label.found) CHECK(each.label.match != WordingMatch::altered);
  }
  CHECK(group(result, "（四）无法提供") == "（四）无法提供");
}

TEST_CASE("a group's label misprinted in two lines is found", "[tables]") {
  const ReadTables result = read_tables(
      "三、收到和处理政府信息公开申请情况\n"
      "（四）无  1.本机关不掌握相关政府信息    0   0   0   0   0   0   0\n"
      "法提洪    2.没有现成信息需要另行制作    1   0   0   0   0   0   1\n"
      "          3.补正后申请内容仍不明确      0   2   0   0   0   0   2\n");
  CHECK(group(result, "（四）无法提供") == "（四）无法提洪");
}

}  // namespace gialint::test
