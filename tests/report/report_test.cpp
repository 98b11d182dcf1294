#include "engine/report/report.hpp"

#include <catch2/catch.hpp>

#include "tests/support/reports.hpp"

namespace gialint {
namespace {

const std::string small_report =
    "青石县民政局2023年政府信息公开工作年度报告\n"
    "一、总体情况\n2023年，我局收到政府信息公开申请2件。\n"
    "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 7\n"
    "五、存在的主要问题及改进情况\n存在不足，下一步改进。\n";

}  // namespace

TEST_CASE("a report knows its year, its forms and its prose", "[report]") {
  const Report report = test::read_report(small_report);
  CHECK(report.kind == ReportKind::report);
  CHECK(report.year == 2023);
  CHECK(report.edition().id == "2021");
  CHECK(report.expected_edition->id == "2021");
  REQUIRE(report.outline.sections.size() == 3);
  CHECK(report.paragraphs.sections[0].size() == 1);
  CHECK(report.tables.table("art20_5")->found);
  CHECK(report.paragraphs.sections[1].empty());
}

TEST_CASE("the title says what kind of organ reports", "[report]") {
  const auto kind_of = [](const std::string& organ) {
    return test::read_report(organ + "2023年政府信息公开工作年度报告\n一、总体情况\n认真落实。\n").organ_kind;
  };
  CHECK(kind_of("青石县民政局") == "department");
  CHECK(kind_of("青石县 人民政府") == "people_government");
  CHECK(kind_of("青石县") == "people_government");
  CHECK(kind_of("青石县人民政府办公室") == "office");
  CHECK(kind_of("青石县云溪镇人民政府") == "town_government");
  CHECK(kind_of("青石县和平街道办事处") == "sub_district");
  CHECK(kind_of("青石市城市建设投资有限公司") == "enterprise");
  CHECK(kind_of("青石经济技术开发区") == "agency");
  CHECK(kind_of("").empty());
}

TEST_CASE("the year comes from the prose when the title has none", "[report]") {
  CHECK(test::read_report("一、总体情况\n2022年，我局公开12条，比2021年多。2022年培训2次。\n二、主动公开政府信息情况\n")
            .year == 2022);
  CHECK_FALSE(test::read_report("一、总体情况\n我局公开12条。\n二、主动公开政府信息情况\n").year.has_value());
}

TEST_CASE("what is no annual report, or one of an earlier time, is told apart", "[report]") {
  CHECK(test::read_report("会议纪要\n会议讨论了三件事。\n").kind == ReportKind::not_a_report);
  CHECK(test::read_report("# README\n\nA tool.\n").kind == ReportKind::not_a_report);
  const Report section = test::read_report("一、总体情况\n公开12条。\n");
  CHECK(section.kind == ReportKind::not_a_report);
  CHECK(section.outline.sections.size() == 1);
  const std::string title = "青石县民政局2023年政府信息公开工作年度报告\n";
  const Report list = test::read_report(title + "青石县水务局2023年政府信息公开工作年度报告\n" +
                                        "青石县教育局2023年政府信息公开工作年度报告 2024-01-20\n");
  CHECK(list.kind == ReportKind::not_a_report);
  CHECK(list.titles == 3);
  CHECK(test::read_report(title + title).kind == ReportKind::report);
  CHECK(test::read_report(title + title + title + "一、总体情况\n公开12条。\n").kind == ReportKind::report);
  CHECK(test::read_report("青石县民政局2015年政府信息公开工作年度报告\n一、概述\n公开12条。\n").kind ==
        ReportKind::unsupported_year);
  // With the form's tables in it, the year is a slip.
  std::string slip = small_report;
  slip.replace(slip.find("2023"), 4, "2015");
  CHECK(test::read_report(slip).kind == ReportKind::report);
}

TEST_CASE("every place of the model lies inside the text", "[report]") {
  const Report report = test::read_report(small_report);
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= report.text().size(); };
  for (const Section& section : report.outline.sections) {
    CHECK(inside(section.heading));
    for (const Paragraph& paragraph : report.paragraphs.of(section)) CHECK(inside(paragraph.span));
  }
  for (const Table& table : report.tables.tables) {
    CHECK(inside(table.span));
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) CHECK(inside(cell.span));
    }
  }
  for (const Claim& claim : report.claims) CHECK(inside(claim.span));
}

TEST_CASE("the cells of a found table are no prose", "[report]") {
  const Report report = test::read_report(
      "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n"
      "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开 1 0 0 0 0 0 1\n（七）总计 1 0 0 0 0 0 1\n"
      "四、结转下年度继续办理 0 0 0 0 0 0 0\n五、存在的主要问题及改进情况\n不足。\n");
  REQUIRE(report.tables.table("requests")->found);
  CHECK(report.paragraphs.of(*report.outline.section("requests")).empty());
  CHECK(report.claims.empty());
}

}  // namespace gialint
