#include "engine/tables/placing.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

/// The values of one row after placing: "1 _ 3", "*" in front while it is ambiguous.
std::string placed(const std::string& text, const std::string& table, const std::string& row) {
  const test::TokenText read(text);
  const FormSequence& form = test::current_form();
  const std::size_t number = test::table_number(table);
  Alignment alignment = align(read.tokens, form, {{number, 0}});
  place_short_rows(alignment.tables[0], form, alignment.skipped, read.tokens);
  for (std::size_t i = 0; i < form.elements(number).size(); ++i) {
    const FormElement& element = form.elements(number)[i];
    if (element.row == FormElement::none || form.edition().tables[number].rows[element.row].id != row) continue;
    const ElementMatch& match = alignment.tables[0].elements[i];
    std::string out = match.ambiguous ? "*" : "";
    for (const std::size_t token : match.values) {
      if (token == no_token || read.tokens[token].kind == Token::Kind::blank) {
        out += "_ ";
      } else {
        out += std::string(read.source.slice(read.tokens[token].span)) + " ";
      }
    }
    return out;
  }
  return "none";
}

const std::string full =
    "1.信访举报投诉类申请      10     0     0     0     0     0     10\n"
    "2.重复申请                 1     0     0     0     0     0      1\n";

}  // namespace

TEST_CASE("figures on several lines are in the order in which they stand across", "[tables]") {
  CHECK(placed(full + "3.要求提供公开出版物       7           5     0     0     0     12\n"
                      "                                 0\n",
               "requests", "not_processed.public_publication") == "7 0 5 0 0 0 12 ");
  // Lines that go on at the left are read one after the other.
  CHECK(placed(full + "3.要求提供公开出版物       7     0     5     0     0\n0     12\n", "requests",
               "not_processed.public_publication") == "7 0 5 0 0 0 12 ");
}

TEST_CASE("numbers that stand under a column's numbers are that column's", "[tables]") {
  CHECK(placed(full + "3.要求提供公开出版物       2           0     0     0     0      2\n", "requests",
               "not_processed.public_publication") == "2 _ 0 0 0 0 2 ");
  CHECK(placed(full + "3.要求提供公开出版物             0     0     0     0     0      2\n", "requests",
               "not_processed.public_publication") == "_ 0 0 0 0 0 2 ");
}

TEST_CASE("columns are found however the drawing program counted a line", "[tables]") {
  const auto row = [](const std::string& label, std::size_t width, const std::string& numbers) {
    return label + std::string(30 - width, ' ') + numbers + "\n";
  };
  // Every character one, Chinese ones too.
  CHECK(placed(row("1.信访举报投诉类申请", 11, "10   0   0   0   0   0   10") +
                   row("2.重复申请", 6, " 1   0   0   0   0   0    1") +
                   row("3.要求提供公开出版物", 11, "     2   0   0   0   0    2"),
               "requests", "not_processed.public_publication") == "_ 2 0 0 0 0 2 ");
  // “ and ” two, as Chinese ones.
  CHECK(placed(row("1.属于国家秘密", 14, " 1   0   0   0   0   0    1") +
                   row("2.其他法律行政法规禁止公开", 26, "10   0   0   0   0   0   10") +
                   row("3.危及“三安全一稳定”", 22, "     2   0   0   0   0    2"),
               "requests", "denied.safety_stability") == "_ 2 0 0 0 0 2 ");
}

TEST_CASE("where numbers do not stand under each other nothing is guessed", "[tables]") {
  const std::string text = "1.信访举报投诉类申请 10 0 0 0 0 0 10\n2.重复申请 1 0 0 0 0 0 1\n";
  CHECK(placed(text + "3.要求提供公开出版物 2 0 0 0 0 2\n", "requests", "not_processed.public_publication") ==
        "*2 0 0 0 0 2 ");
  CHECK(placed(full + "3.要求提供公开出版物 2 0 0 0 0 2\n", "requests", "not_processed.public_publication") ==
        "*2 0 0 0 0 2 ");
}

TEST_CASE("a grid's full row of the same make tells the columns", "[tables]") {
  const std::string rows =
      "三、本年度办理结果\t（一）予以公开\t\t3\t0\t0\t0\t0\t0\t3\n"
      "\t（二）部分公开\t\t\t0\t0\t0\t0\t0\t0\n";
  CHECK(placed(rows, "requests", "partially_granted") == "_ 0 0 0 0 0 0 ");
  // A cell that is gone altogether moves the others: nothing tells which one it was.
  const std::string gone =
      "三、本年度办理结果\t（一）予以公开\t\t3\t0\t0\t0\t0\t0\t3\n"
      "\t（二）部分公开\t\t0\t0\t0\t0\t0\t0\n";
  CHECK(placed(gone, "requests", "partially_granted") == "*0 0 0 0 0 0 ");
}

TEST_CASE("a row as wide as most has its blank cells where they stand", "[tables]") {
  const std::string rows = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t\t2\n行政规范性文件\t\t1\t\n";
  CHECK(placed(rows, "art20_1", "rules") == "_ _ 2 ");
  CHECK(placed(rows, "art20_1", "normative_documents") == "_ 1 _ ");
}

TEST_CASE("each page of drawn text has its own columns", "[tables]") {
  // The second page is drawn wider; every character counts as one.
  const auto row = [](const std::string& label, std::size_t width, const std::string& numbers) {
    return label + std::string(30 - width, ' ') + numbers + "\n";
  };
  const std::string pages = row("1.属于国家秘密", 8, "1   0   0   0   0   0   1") +
                            row("2.其他法律行政法规禁止公开", 14, "2       1               3") +
                            row("3.危及“三安全一稳定”", 12, "    4               4   8") +
                            row("\f1.信访举报投诉类申请", 11, "3     1     0     0     0     0     4") +
                            row("2.重复申请", 6, "      2                       2     4") +
                            row("3.要求提供公开出版物", 11, "5                 1                 6");
  CHECK(placed(pages, "requests", "denied.law_prohibited") == "2 _ 1 _ _ _ 3 ");
  CHECK(placed(pages, "requests", "denied.safety_stability") == "_ 4 _ _ _ 4 8 ");
  CHECK(placed(pages, "requests", "not_processed.repeated") == "_ 2 _ _ _ 2 4 ");
  CHECK(placed(pages, "requests", "not_processed.public_publication") == "5 _ _ 1 _ _ 6 ");
}

TEST_CASE("numbers near to columns of their own are those columns', between two they are nobody's", "[tables]") {
  CHECK(placed(full + "3.要求提供公开出版物      2            0     0     0     0       2\n", "requests",
               "not_processed.public_publication") == "2 _ 0 0 0 0 2 ");
  CHECK(placed(full + "3.要求提供公开出版物         2         0     0     0     0       2\n", "requests",
               "not_processed.public_publication") == "*2 0 0 0 0 2 ");
}

TEST_CASE("a figure on a row's own lines that nothing else claims is the row's", "[tables]") {
  CHECK(placed(full + "                           2           0     0     0     0      2\n"
                      "3.要求提供公开出版物             —\n",
               "requests", "not_processed.public_publication") == "2 — 0 0 0 0 2 ");
}

TEST_CASE("a mark for none left of a row's label pushes no figure out", "[tables]") {
  CHECK(placed(full + "无   3.要求提供公开出版物  2     0     0     0     0     0      2\n", "requests",
               "not_processed.public_publication") == "2 0 0 0 0 0 2 ");
}

TEST_CASE("blank lines behind rows are cells when that makes the rows whole", "[tables]") {
  const std::string rows = "规章\n\n8\n\n行政规范性文件\n9\n3\n\n第二十条第（五）项\n";
  CHECK(placed(rows, "art20_1", "rules") == "_ 8 _ ");
  CHECK(placed(rows, "art20_1", "normative_documents") == "9 3 _ ");
}

}  // namespace gialint
