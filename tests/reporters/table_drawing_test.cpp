#include "reporters/table_drawing.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/display.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

const std::string report_text =
    "青石县民政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n"
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1,204\t\t—\n行政规范性文件\t3\t4\t5\n"
    "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n"
    "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n";

std::string drawn(const Report& report, int width = 100, Language language = Language::zh) {
  TableDrawing drawing;
  drawing.language = language;
  drawing.width = width;
  return draw_tables(report, drawing);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST_CASE("a table is drawn with its lines, its labels and its values below their headers", "[reporters]") {
  const std::string text = drawn(test::read_report(report_text));
  INFO(text);
  CHECK(has(text, "test.txt：青石县民政局 2023 年度，按 2021 版格式读出\n\n"));
  CHECK(has(text,
            "[art20_1] 第二十条第（一）项  第 3-6 行\n"
            "   信息内容       本年制发件数  本年废止件数  现行有效件数\n"
            "5  规章                   1204             _           (0)\n"
            "6  行政规范性文件            3             4             5\n"));
  CHECK(has(text, "\n标记：\n  (0) "));
  CHECK(has(text, "\n  _   空着\n"));
  CHECK_FALSE(has(text, "分不清"));
}

TEST_CASE("headers over several columns and labels over several rows stand above theirs", "[reporters]") {
  const std::string text = drawn(test::read_report(report_text));
  const std::vector<std::string> lines = lines_of(text);
  INFO(text);
  const auto line_with = [&](const std::string& part) {
    for (const std::string& line : lines) {
      if (has(line, part)) return line;
    }
    return std::string();
  };
  const auto column = [](const std::string& line, const std::string& part) {
    return display_width(line.substr(0, line.find(part)));
  };
  const std::string parents = line_with("法人或其他组织-");
  REQUIRE_FALSE(parents.empty());
  CHECK(column(parents, "法人") <= column(line_with("商业"), "商业"));
  CHECK(has(text, "三、本年度办理结果\n"));
  CHECK(has(text, "10    （一）予以公开"));
  for (const std::string& line : lines) CHECK(display_width(line) <= 100);
}

TEST_CASE("labels lose their middle to fit, and none does when there is no limit", "[reporters]") {
  const Report report = test::read_report(report_text);
  CHECK(has(drawn(report, 90), "…"));
  for (const std::string& line : lines_of(drawn(report, 90))) CHECK(display_width(line) <= 90);
  CHECK_FALSE(has(drawn(report, 0), "…"));
  // However narrow the terminal, figures and the ends of labels are there.
  CHECK(has(drawn(report, 10), "21"));
}

TEST_CASE("the width of ambiguous characters is kept to", "[reporters]") {
  Report report = test::read_report(report_text);
  report.tables.tables.front().rows[0].label.text = "“规章”";
  for (const int ambiguous : {1, 2}) {
    TableDrawing drawing;
    drawing.ambiguous_width = ambiguous;
    std::vector<int> widths;
    for (const std::string& line : lines_of(draw_tables(report, drawing))) {
      if (has(line, "“规章”") || has(line, "6  行政规范性文件")) widths.push_back(display_width(line, ambiguous));
    }
    REQUIRE(widths.size() == 2);
    CHECK(widths[0] == widths[1]);
  }
}

TEST_CASE("what is doubtful has a mark, and the legend says what it means", "[reporters]") {
  Report report = test::read_report(report_text);
  Table& table = report.tables.tables.front();
  std::vector<Cell>& rules = table.rows[0].cells;
  rules[0].certainty = Certainty::ambiguous;
  rules[1].state = CellState::absent;
  rules[2].state = CellState::text;
  std::vector<Cell>& documents = table.rows[1].cells;
  documents[0].unfit = true;
  documents[1].unit = documents[0].span;
  const std::string text = drawn(report);
  INFO(text);
  CHECK(has(text, " 1204? "));
  CHECK(has(text, " . "));
  CHECK(has(text, "—*\n"));
  CHECK(has(text, " 3! "));
  CHECK(has(text, " 43 "));
  for (const char* meaning : {"  ?   ", "  !   ", "  *   ", "  .   "}) CHECK(has(text, meaning));
  const std::string english = drawn(report, 100, Language::en);
  CHECK(has(english, "  lines 3-6\n"));
  CHECK(has(english, "  ?   the row's figures cannot be told apart\n"));
}

TEST_CASE("rows and columns that are missing, extra, lost or worded otherwise are marked", "[reporters]") {
  Report report = test::read_report(report_text);
  Table& table = report.tables.tables.front();
  table.rows[1].label.match = WordingMatch::deviant;
  table.columns[0].label.match = WordingMatch::altered;
  table.columns[1].missing = true;
  table.columns[2].label.found = false;
  table.columns[2].label.lost = true;
  const Span label = table.rows[1].label.span;
  const Span value = table.rows[1].cells[0].span;
  table.extra_rows.push_back({label, {value, value, value, value, value}});
  table.extra_columns.push_back({label, {value}});
  const std::string text = drawn(report);
  INFO(text);
  CHECK(has(text, "本年制发件数~"));
  CHECK(has(text, "本年废止件数-"));
  CHECK(has(text, "现行有效件数x"));
  CHECK(has(text, "行政规范性文件+\n"));
  CHECK(has(text, "6 ~行政规范性文件"));
  CHECK(has(text, "6 +行政规范性文件"));
  CHECK(has(text, "3 3\n"));
  CHECK(has(text, "  ~ 第 6 行“行政规范性文件”，格式是“行政规范性文件”\n"));
  CHECK(has(text, "  x 第 4 行处“现行有效件数”\n"));

  table.rows[0].found = false;
  CHECK(has(drawn(report), "\n  -规章\n"));
}

TEST_CASE("a table all of whose rows are too wide says how wide", "[reporters]") {
  Report report = test::read_report(report_text);
  report.tables.tables.front().row_width = 4;
  CHECK(has(drawn(report), "\n  ? 每行 4 个数，格式有 3 列\n"));
}

TEST_CASE("tables that were not found are listed, and one whose caption stands alone says where", "[reporters]") {
  Report report = test::read_report(report_text);
  report.tables.tables[1].headed = true;
  const std::string text = drawn(report);
  CHECK(has(text, "\n没有读到的表：\n  [art20_5] 第二十条第（五）项（第 "));
  CHECK(has(text, "  [review_litigation] 四、政府信息公开行政复议、行政诉讼情况\n"));
}

TEST_CASE("a table on another form, and a report on another than its year's, say so", "[reporters]") {
  Report report = test::read_report(report_text);
  report.tables.tables.front().edition = &test::forms().editions.front();
  report.expected_edition = &test::forms().editions.front();
  const std::string text = drawn(report);
  CHECK(has(text, "，这一年度的格式是 2019 版\n"));
  CHECK(has(text, "第 3-6 行  按 2019 版\n"));
}

TEST_CASE("no control character reaches the terminal", "[reporters]") {
  Report report = test::read_report(report_text);
  report.tables.tables.front().rows[0].label.text = "规\x1b[2J章\n二";
  const std::string text = drawn(report);
  CHECK_FALSE(has(text, "\x1b"));
  CHECK(has(text, "规\\u{1b}[2J章 二"));
}

}  // namespace
}  // namespace gialint
