#include "reporters/html_table.hpp"

#include <catch2/catch.hpp>

#include "reporters/html_report.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string drawn(std::string text, Language language = Language::zh) {
  FileResult file;
  file.report = std::make_shared<const Report>(test::read_report(std::move(text)));
  file.source = file.report->source;
  RunInfo run;
  run.language = language;
  return html_report(file, {}, "f1-", run);
}

const std::string head =
    "青石县民政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n"
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";

TEST_CASE("a table has the form's cells and the report's words", "[reporters]") {
  const std::string text = drawn(head + "规章\t1,204\t\t—\n行政规范性文件\t3\t4\t5\n");
  INFO(text);
  CHECK(has(text, "<th scope=\"col\">本年制发件数</th>"));
  CHECK(has(text, "规章</th><td title=\"5:4\">1,204</td>"));
  CHECK(has(text, "<td class=\"blank\" title=\"5:10 这一格空着\"><span class=\"st\">空</span></td>"));
  CHECK(has(text, "<td class=\"dash\" title=\"5:11 算作 0\">—</td>"));
  CHECK(has(text, "<span class=\"st\">空</span> 这一格空着"));
}

TEST_CASE("headers and groups are merged as the form merges them", "[reporters]") {
  const std::string text = drawn(
      head +
      "规章\t1\t2\t3\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n"
      "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n");
  INFO(text);
  CHECK(has(text, "<th scope=\"colgroup\" colspan=\"7\">"));
  CHECK(has(text, "<th scope=\"col\" rowspan=\"2\">"));
  CHECK(has(text, "<th scope=\"row\" colspan=\"3\">"));
  CHECK(has(text, "<th scope=\"rowgroup\" rowspan=\"22\">"));
  // Rows that the report lacks stand in the form's words.
  CHECK(has(text, "<tr class=\"missing\">"));
}

TEST_CASE("a row and a column that the form does not have are there", "[reporters]") {
  const std::string text = drawn(head + "规章\t1\t2\t3\n某某文件\t7\t8\t9\n行政规范性文件\t3\t4\t5\n");
  INFO(text);
  CHECK(has(text, "某某文件"));
  CHECK(has(text, "<td>7</td><td>8</td><td>9</td>"));
}

TEST_CASE("the marks of a table are explained in the run's language", "[reporters]") {
  CHECK(has(drawn(head + "规章\t1\t\t3\n", Language::en), "nothing stands in the cell"));
}

TEST_CASE("a grid that is none of the form's tables is a table too", "[reporters]") {
  const std::string text =
      drawn("青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n平台\t数量\n网站\t3\n微信\t4\n");
  INFO(text);
  CHECK(has(text, "<table class=\"other\">"));
  CHECK(has(text, "<td title=\"4:1\">网站</td><td title=\"4:4\">3</td>"));
}

}  // namespace
}  // namespace gialint
