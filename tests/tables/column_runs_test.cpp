#include "engine/tables/column_runs.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/read_tables.hpp"

namespace gialint::test {
namespace {

const std::string section_two = "二、主动公开政府信息情况\n";
const std::string section_four =
    "一、总体情况\n无。\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n";

std::string reviews(const std::string& text) {
  return row(read_tables(section_four + text), "review_litigation", "cases");
}

const char* const figures[] = {"40", "9", "6", "8", "63", "12", "2", "0", "6", "20", "17", "0", "0", "5", "22"};

/// Table four with each header over its figure.
std::string one_by_one() {
  const char* const* figure = figures;
  std::string text = "行政复议\n";
  for (int group = 0; group < 3; ++group) {
    if (group == 1) text += "行政诉讼\n未经复议直接起诉\n";
    if (group == 2) text += "复议后起诉\n";
    for (const char* header : {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) {
      text += std::string(header) + "\n" + *figure++ + "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a table printed column by column is read when every column is whole", "[tables]") {
  const ReadTables result = read_tables(section_two +
                                        "第二十条第（一）项\n信息内容\n规章\n行政规范性文件\n"
                                        "本年制发件数\n1\n4\n本年废止件数\n2\n5\n现行有效件数\n3\n6\n"
                                        "第二十条第（五）项\n信息内容\n行政许可\n本年处理决定数量\n7\n"
                                        "第二十条第（六）项\n信息内容\n行政处罚\n行政强制\n本年处理决定数量\n8\n9\n");
  CHECK(row(result, "art20_1", "rules") == "1 2 3");
  CHECK(row(result, "art20_1", "normative_documents") == "4 5 6");
  CHECK(row(result, "art20_5", "administrative_license") == "7");
  CHECK(row(result, "art20_6", "administrative_penalty") == "8");
  CHECK(row(result, "art20_6", "administrative_coercion") == "9");
}

TEST_CASE("columns follow in any order, and their headers may be broken", "[tables]") {
  const ReadTables result = read_tables(section_two +
                                        "第二十条第（一）项\n信息内容\n规章\n行政规范性\n文件\n"
                                        "现行有效\n件数\n3\n6\n本年制发件数\n1\n4\n本年废止件数\n2\n5\n");
  CHECK(row(result, "art20_1", "rules") == "1 2 3");
  CHECK(row(result, "art20_1", "normative_documents") == "4 5 6");
}

TEST_CASE("of columns that are not whole nothing is taken for sure", "[tables]") {
  for (const char* columns :
       {"本年制发件数\n1\n4\n本年废止件数\n2\n现行有效件数\n3\n6\n", "本年制发件数\n1\n4\n现行有效件数\n3\n6\n",
        "本年制发件数\n1\n4\n本年制发件数\n2\n5\n现行有效件数\n3\n6\n"}) {
    CAPTURE(columns);
    const ReadTables result =
        read_tables(section_two + "第二十条第（一）项\n信息内容\n规章\n行政规范性文件\n" + columns);
    const Table* table = result.tables.table("art20_1");
    if (table == nullptr) continue;  // unreadable
    for (const Row& each : table->rows) {
      for (const Cell& cell : each.cells) CHECK_FALSE(cell.counts());
    }
  }
}

TEST_CASE("the parts of a table with one row are one table", "[tables]") {
  CHECK(reviews(one_by_one()) == "40 9 6 8 63 12 2 0 6 20 17 0 0 5 22");
  const std::string header = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n";
  CHECK(reviews("行政复议\n\n" + header + "1\t0\t0\t0\t1\n\n行政诉讼：未经复议直接起诉\n\n" + header +
                "0\t2\t0\t0\t2\n\n行政诉讼：复议后起诉\n\n" + header + "0\t0\t3\t0\t3\n") ==
        "1 0 0 0 1 0 2 0 0 2 0 0 3 0 3");
}

TEST_CASE("a lost part is not made up for", "[tables]") {
  const std::string header = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n";
  const ReadTables result = read_tables(section_four + "行政复议\n\n" + header + "1\t0\t0\t0\t1\n\n复议后起诉\n\n" +
                                        header + "0\t0\t3\t0\t3\n");
  const Table* table = result.tables.table("review_litigation");
  if (table != nullptr) {
    for (const Cell& cell : table->rows.front().cells) CHECK_FALSE(cell.counts());
  }
}

}  // namespace gialint::test
