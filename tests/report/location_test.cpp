#include "engine/report/location.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "tests/office/word_files.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

std::string row(std::initializer_list<std::string_view> cells) {
  std::string xml = "<w:tr>";
  for (const std::string_view cell : cells) xml += word_cell(cell);
  return xml + "</w:tr>";
}

std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

Report read(const std::string& body) {
  static const ReportReader reader(test::forms());
  const Result<DocumentSource> source = DocumentSource::open("a.docx", word_file({body, {}, {}, {}, {}}));
  REQUIRE(source.ok());
  return reader.read(*source);
}

const std::string small_report =
    word_paragraph("青石县民政局2023年政府信息公开工作年度报告") + word_paragraph("根据条例编制本报告。") +
    word_paragraph("") + word_paragraph("数据自1月1日起。") + word_paragraph("一、总体情况") +
    word_paragraph("主动公开。") + "<w:p><w:r><w:t>收到申请2件。</w:t><w:br/><w:t>无复议。</w:t></w:r></w:p>" +
    word_paragraph("二、主动公开政府信息情况") +
    table(row({"第二十条第（五）项"}) + row({"信息内容", "本年处理决定数量"}) + row({"行政许可", "7"})) +
    table(row({"第二十条第（六）项"}) + row({"信息内容", "本年处理决定数量"}) + row({"行政处罚", ""}) +
          row({"行政强制", "4"})) +
    word_paragraph("四、政府信息公开行政复议、行政诉讼情况") +
    table(row({"行政复议", "", "", "", "", "行政诉讼", "", "", "", "", "", "", "", "", ""}) +
          row({"结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "", "", "", "", "复议后起诉",
               "", "", "", ""}) +
          row({"", "", "", "", "", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正",
               "其他结果", "尚未审结", "总计"}) +
          row({"0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "8"})) +
    word_paragraph("五、存在的主要问题及改进情况") + word_paragraph("存在不足，下一步改进。");

/// The location of `words`, which the drawn text holds once.
std::string of(const Report& report, std::string_view words, Language language = Language::zh) {
  const std::size_t at = report.text().find(words);
  REQUIRE(at != std::string_view::npos);
  return Locations(report, language)
      .of({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
}

std::string before(const Report& report, std::string_view words, Language language = Language::zh) {
  const std::size_t at = report.text().find(words);
  REQUIRE(at != std::string_view::npos);
  return Locations(report, language).of({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)});
}

}  // namespace

TEST_CASE("prose is told by its section and paragraph", "[report]") {
  const Report report = read(small_report);
  CHECK(of(report, "青石县民政局") == "标题");
  CHECK(of(report, "根据条例") == "第2段");
  CHECK(of(report, "1月1日") == "第3段");
  CHECK(of(report, "总体情况") == "标题“一、总体情况”");
  CHECK(of(report, "主动公开。") == "“一、总体情况”第1段");
  // A line break begins no paragraph.
  CHECK(of(report, "收到申请") == "“一、总体情况”第2段");
  CHECK(of(report, "无复议") == "“一、总体情况”第2段");
  CHECK(of(report, "下一步") == "“五、存在的主要问题及改进情况”第1段");
  CHECK(of(report, "无复议", Language::en) == "'一、总体情况', paragraph 2");
}

TEST_CASE("a cell is told by its table, row and column", "[report]") {
  const Report report = read(small_report);
  CHECK(of(report, "7") == "表二（第1个表格）第3行“本年处理决定数量”列");
  CHECK(of(report, "第二十条第（六）项") == "表二（第2个表格）第1行第1列");
  CHECK(of(report, "行政强制") == "表二（第2个表格）第4行第1列");
  CHECK(of(report, "4") == "表二（第2个表格）第4行“本年处理决定数量”列");
  CHECK(of(report, "8") == "表四第4行“行政诉讼/复议后起诉/总计”列");
  CHECK(of(report, "8", Language::en) == "table of section 4, row 4, column '行政诉讼/复议后起诉/总计'");
  // A blank cell has its column too.
  const Table& penalties = *report.tables.table("art20_6");
  CHECK(Locations(report, Language::zh).of(penalties.rows.front().cells.front().span) ==
        "表二（第2个表格）第3行“本年处理决定数量”列");
}

TEST_CASE("what is missing is told by what stands behind it", "[report]") {
  const Report report = read(small_report);
  CHECK(before(report, "四、政府") == "“四、政府信息公开行政复议、行政诉讼情况”前");
  CHECK(before(report, "存在不足") == "“五、存在的主要问题及改进情况”第1段前");
  CHECK(before(report, "行政强制") == "表二（第2个表格）第4行前");
  CHECK(before(report, "存在不足", Language::en) == "before '五、存在的主要问题及改进情况', paragraph 1");
  const auto end = static_cast<std::uint32_t>(report.text().size());
  CHECK(Locations(report, Language::zh).of({end, end}) == "文末");
}

TEST_CASE("every place of a document has a location", "[report]") {
  const Report report = read(small_report);
  const Locations locations(report, Language::zh);
  const auto end = static_cast<std::uint32_t>(report.text().size());
  for (std::uint32_t at = 0; at <= end; ++at) {
    CHECK_FALSE(locations.of({at, at}).empty());
    CHECK_FALSE(locations.of({at, end}).empty());
  }
}

}  // namespace gialint
