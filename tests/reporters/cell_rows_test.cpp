#include "reporters/cell_rows.hpp"

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/reports.hpp"

namespace gialint {
namespace {

const std::string report_text =
    "青石县民政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n"
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1,204\t\t—\n行政规范性文件\t3\t4\t5\n"
    "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t20.350\n";

Report report_named(std::string path, std::string text = report_text) {
  static const ReportReader reader(test::forms());
  Result<SourceText> source = SourceText::from_bytes(std::move(path), std::move(text));
  REQUIRE(source.ok());
  return reader.read(std::make_shared<const SourceText>(std::move(*source)));
}

std::vector<std::string> csv_lines(const Report& report) {
  const std::string rows = cell_rows(report, CellFormat::csv);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t end = rows.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    lines.push_back(rows.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

std::string document(CellFormat format, const std::vector<std::string>& texts, bool byte_order_mark = false) {
  std::ostringstream out;
  CellDocument document(out, format);
  document.begin(byte_order_mark);
  for (const std::string& text : texts) document.add(text);
  document.end();
  return out.str();
}

constexpr const char* header = "file,organ,year,edition,table,row,column,value,state,line,char,unit,certainty\r\n";

TEST_CASE("every cell of a table is a row, with exact value, state and place", "[reporters]") {
  const std::vector<std::string> lines = csv_lines(report_named("a.txt"));
  REQUIRE(lines.size() == 7);
  const std::string start = "a.txt,青石县民政局,2023,2021,";
  CHECK(lines[0] == start + "art20_1,rules,issued,1204,number,5,4,,sure");
  CHECK(lines[1] == start + "art20_1,rules,repealed,,blank,5,10,,sure");
  CHECK(lines[2] == start + "art20_1,rules,in_force,0,dash,5,11,,sure");
  CHECK(lines[3] == start + "art20_1,normative_documents,issued,3,number,6,9,,sure");
  CHECK(lines[6] == start + "art20_8,administrative_fees,fee_amount,20.35,number,9,9,,sure");
}

TEST_CASE("text, units, absent cells and confused rows are told apart", "[reporters]") {
  Report report = report_named("a.txt");
  std::vector<Cell>& cells = report.tables.tables.front().rows[1].cells;
  cells[0].state = CellState::text;
  cells[1].state = CellState::absent;
  cells[2].unit = cells[2].span;
  cells[2].certainty = Certainty::ambiguous;
  const std::vector<std::string> lines = csv_lines(report);
  REQUIRE(lines.size() == 7);
  const std::string start = "a.txt,青石县民政局,2023,2021,art20_1,normative_documents,";
  CHECK(lines[3] == start + "issued,,text,6,9,,sure");
  CHECK(lines[4] == start + "repealed,,absent,,,,sure");
  CHECK(lines[5] == start + "in_force,5,number,6,13,5,ambiguous");

  cells[0].readable = true;
  CHECK(csv_lines(report)[3] == start + "issued,3,text,6,9,,sure");
}

TEST_CASE("commas, quotation marks and line ends in names are quoted", "[reporters]") {
  CHECK(csv_lines(report_named("a,\"b\".txt")).front().find("\"a,\"\"b\"\".txt\",青石县民政局,") == 0);
  CHECK(cell_rows(report_named("a\nb.txt"), CellFormat::csv).find("\"a\nb.txt\",") == 0);
}

TEST_CASE("no name can be a formula, and no figure is changed", "[reporters]") {
  for (const std::string sign : {"=", "+", "-", "@", "＝"})
    CHECK(csv_lines(report_named(sign + "a.txt")).front().find("./" + sign + "a.txt,") == 0);
  CHECK(csv_lines(report_named("=a,b.txt")).front().find("\"./=a,b.txt\",") == 0);
  Report odd = report_named("a.txt");
  odd.outline.title->organ_name = "=SUM(A1)局";
  CHECK(csv_lines(odd).front().find("a.txt,'=SUM(A1)局,") == 0);
  Cell& cell = odd.tables.tables.front().rows[0].cells[0];
  cell.value = -3;
  CHECK(csv_lines(odd).front().find(",issued,-3,number,") != std::string::npos);
  // In JSON nothing calculates, and names stay as they are.
  CHECK(cell_rows(report_named("=a.txt"), CellFormat::jsonl).find("\"=a.txt\"") != std::string::npos);
}

TEST_CASE("JSON holds the same, with null for what is not there", "[reporters]") {
  const std::string rows = cell_rows(report_named("a.txt"), CellFormat::json);
  const nlohmann::json all = nlohmann::json::parse(document(CellFormat::json, {rows, "", rows}));
  REQUIRE(all.size() == 14);
  CHECK(all[0].size() == 13);
  CHECK(all[0]["value"] == "1204");
  CHECK(all[0]["year"] == 2023);
  CHECK(all[0]["line"] == 5);
  CHECK(all[0]["char"] == 4);
  CHECK(all[0]["unit"].is_null());
  CHECK(all[1]["value"].is_null());
  CHECK(all[6] == all[13]);
  const Report nameless = report_named("a.txt", report_text.substr(report_text.find('\n') + 1));
  const std::string line = cell_rows(nameless, CellFormat::jsonl);
  const nlohmann::json first = nlohmann::json::parse(line.substr(0, line.find('\n')));
  CHECK(first["organ"].is_null());
  CHECK(first["year"].is_null());
}

TEST_CASE("one object a line, every line ended", "[reporters]") {
  const std::string rows = cell_rows(report_named("a.txt"), CellFormat::jsonl);
  const std::string all = document(CellFormat::jsonl, {rows, rows});
  CHECK(all == rows + rows);
  CHECK(std::count(all.begin(), all.end(), '\n') == 14);
  CHECK(all.back() == '\n');
}

TEST_CASE("a document without rows is one all the same", "[reporters]") {
  CHECK(document(CellFormat::csv, {""}) == header);
  CHECK(document(CellFormat::json, {"", ""}) == "[]\n");
  CHECK(document(CellFormat::jsonl, {}).empty());
}

TEST_CASE("the byte order mark is for CSV only", "[reporters]") {
  CHECK(document(CellFormat::csv, {}, true) == std::string("\xEF\xBB\xBF") + header);
  CHECK(document(CellFormat::json, {}, true) == "[]\n");
}

TEST_CASE("a report without tables has no rows", "[reporters]") {
  CHECK(cell_rows(report_named("a.txt", "青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n"), CellFormat::csv)
            .empty());
}

TEST_CASE("formats are known by name", "[reporters]") {
  for (const std::string& name : cell_format_names()) CHECK(cell_format_name(cell_format_named(name).value()) == name);
  CHECK_FALSE(cell_format_named("xlsx"));
}

}  // namespace
}  // namespace gialint
