#include "engine/report/digest.hpp"

#include <catch2/catch.hpp>

#include "tests/support/reports.hpp"

namespace gialint {
namespace {

const std::string fees = "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 20.3\n";
const std::string decisions = "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 7\n行政强制 -\n";

std::string report_of(const std::string& organ, const std::string& tables, const std::string& prose = "认真落实。") {
  return organ + "2023年政府信息公开工作年度报告\n一、总体情况\n" + prose + "\n二、主动公开政府信息情况\n" + tables;
}

std::optional<Decimal> figure(const ReportDigest& digest, const char* table, const char* row, const char* column) {
  const FormTable& form = *digest.edition->table(table);
  return digest.figure(static_cast<std::size_t>(&form - digest.edition->tables.data()), *form.row_index(row),
                       *form.column_index(column));
}

TEST_CASE("a digest keeps identity and figures in less than four kilobytes", "[report]") {
  const ReportDigest digest = make_digest(test::read_report(report_of("青石县 民政局", decisions + fees)));
  CHECK(digest.path == "test.txt");
  CHECK(digest.organ == "青石县民政局");
  CHECK(digest.organ_kind == "department");
  CHECK(digest.year == 2023);
  CHECK(figure(digest, "art20_6", "administrative_penalty", "decisions") == Decimal(7));
  CHECK(figure(digest, "art20_6", "administrative_coercion", "decisions") == Decimal(0));
  CHECK(figure(digest, "art20_8", "administrative_fees", "fee_amount") == Decimal::parse("20.3"));
  CHECK_FALSE(figure(digest, "art20_5", "administrative_license", "decisions"));
  CHECK_FALSE(digest.complete);
  CHECK(digest.nonzero == 2);
  CHECK(sizeof(ReportDigest) + digest.units.capacity() * sizeof(std::int64_t) + digest.decimals.capacity() <= 4096);
}

TEST_CASE("totals are no figures of their own", "[report]") {
  const ReportDigest digest = make_digest(test::read_report(report_of(
      "青石县民政局",
      "三、收到和处理政府信息公开申请情况\n申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 "
      "总计\n一、本年新收政府信息公开申请数量 2 1 0 0 0 0 3\n")));
  CHECK(digest.nonzero == 2);
}

TEST_CASE("the same figures have the same hash, others another", "[report]") {
  const auto hash = [](const std::string& tables) {
    return make_digest(test::read_report(report_of("青石县民政局", tables))).figures;
  };
  CHECK(hash(decisions + fees) == hash(decisions + fees));
  CHECK(hash(decisions) != hash(fees));
  CHECK(hash(decisions + fees) !=
        hash(decisions + "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 203\n"));
}

TEST_CASE("names of the body, short or long, are no part of its text", "[report]") {
  const auto text = [](const std::string& organ, const std::string& self) {
    return make_digest(test::read_report(report_of(organ, "", self + "把救助政策送到村里，公示栏按月更换，群众满意。")))
        .text;
  };
  CHECK(likeness(text("青石县柳河镇人民政府", "柳河镇"), text("青石县松岭镇人民政府", "松岭镇人民政府")) == 100);
}

TEST_CASE("places of the model are found in the text again", "[report]") {
  const Report report = test::read_report(report_of("青石县民政局", decisions));
  const auto found = [&](std::string_view place) {
    return std::string(report.source->slice(span_of_place(report, place)));
  };
  CHECK(found("title") == "青石县民政局2023年政府信息公开工作年度报告");
  CHECK(found("art20_6/administrative_penalty/decisions") == "7");
  CHECK(found("art20_6/nothing/decisions").empty());
  CHECK(found("nowhere").empty());
}

}  // namespace
}  // namespace gialint
