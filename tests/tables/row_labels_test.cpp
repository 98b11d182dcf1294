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

TEST_CASE("a label that goes on in a row of empty cells is one label", "[tables]") {
  const ReadTables result = read_tables(
      "三、收到和处理政府信息公开申请情况\n"
      "一、本年新收政府信息公开申请数量\t\t9\t3\t0\t0\t0\t0\t12\n"
      "二、上年结转政府信息公开申请数量\t\t4\t0\t0\t0\t0\t0\t4\n"
      "（五）不予处理\t5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n"
      "（六）其他处理\t1.申请人无正当理由逾期不补正、\t8\t3\t0\t0\t0\t0\t11\n"
      "\t行政机关不再处理其政府信息公开申请\t\t\t\t\t\t\t\n"
      "\t2.申请人逾期未按收费通知要求缴纳费用、\t1\t0\t0\t0\t0\t0\t1\n"
      "\t行政机关不再处理其政府信息公开申请\t\t\t\t\t\t\t\n"
      "\t3.其他\t4\t0\t0\t0\t0\t0\t4\n");
  CHECK(row(result, "requests", "other.correction_overdue") == "8 3 0 0 0 0 11");
  CHECK(row(result, "requests", "other.fee_overdue") == "1 0 0 0 0 0 1");
  for (const char* id : {"other.correction_overdue", "other.fee_overdue", "other.other"}) {
    const Row* each = result.tables.table("requests")->row(id);
    CHECK(each->label.match == WordingMatch::official);
  }
}

}  // namespace gialint::test
