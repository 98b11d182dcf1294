#include "engine/tables/column_order.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/read_tables.hpp"

namespace gialint::test {
namespace {

std::string article(const std::string& rows) { return "二、主动公开政府信息情况\n第二十条第（一）项\n" + rows; }
std::string cells_of(const std::string& rows) {
  const ReadTables result = read_tables(article(rows));
  return row(result, "art20_1", "rules") + " / " + row(result, "art20_1", "normative_documents");
}

}  // namespace

TEST_CASE("cells belong to the header above them, in whatever order", "[tables]") {
  CHECK(cells_of("信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n") ==
        "2 3 1 / 5 6 4");
  CHECK(cells_of("信息内容         现行有效件数  本年制发件数  本年废止件数\n"
                 "规章                  1             2             3\n"
                 "行政规范性文件        4             5             6\n") == "2 3 1 / 5 6 4");
}

TEST_CASE("where no header's place is known the form's order holds", "[tables]") {
  // Headers of which one is missing, of which one is over no column, and over each other.
  CHECK(cells_of("信息内容\t现行有效件数\t本年制发件数\t其他\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n") ==
        "1 2 3 / 4 5 6");
  CHECK(cells_of("信息内容\n现行有效件数\n本年制发件数\n本年废止件数\n规章\n1\n2\n3\n行政规范性文件\n4\n5\n6\n") ==
        "1 2 3 / 4 5 6");
}

}  // namespace gialint::test
