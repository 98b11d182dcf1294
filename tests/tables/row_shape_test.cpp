#include "engine/tables/row_shape.hpp"

#include <catch2/catch.hpp>

#include "engine/tables/placing.hpp"
#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

/// The columns that the values of a table's rows belong to, "+" for one that the form does not have; "?" when untold.
std::string shape(const std::string& text, const std::string& table) {
  const test::TokenText read(text);
  const FormSequence& form = test::current_form();
  const std::size_t number = test::table_number(table);
  Alignment alignment = align(read.tokens, form, {{number, 0}});
  place_short_rows(alignment.tables[0], form, alignment.skipped, read.tokens);
  const std::size_t width = usual_width(alignment, 0, form, read.tokens);
  if (width != form.edition().tables[number].columns.size()) alignment = align(read.tokens, form, {{number, width}});
  const RowShape found = row_shape(alignment.tables[0], alignment, form, read.tokens);
  if (found.untold) return "?" + std::to_string(found.width);
  std::string out;
  for (const std::size_t column : found.columns) {
    out += column == RowShape::extra ? "+" : std::to_string(column);
  }
  return out;
}

}  // namespace

TEST_CASE("rows as the form wants them have its columns", "[tables]") {
  CHECK(shape("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n行政规范性文件 4 5 6\n", "art20_1") ==
        "012");
  // One short row of several is damage to that row.
  CHECK(shape("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2\n行政规范性文件 4 5 6\n", "art20_1") == "012");
}

TEST_CASE("a column without header and values is missing", "[tables]") {
  CHECK(shape("信息内容 本年制发件数 现行有效件数\n规章 1 3\n行政规范性文件 4 6\n", "art20_1") == "02");
  CHECK(shape("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 3\n行政规范性文件 4 6\n", "art20_1") == "?2");
}

TEST_CASE("a column under a header that the form does not have is extra", "[tables]") {
  CHECK(shape("信息内容 本年制发件数 本年修改数目 本年废止件数 现行有效件数\n规章 1 0 2 3\n行政规范性文件 4 0 5 6\n",
              "art20_1") == "0+12");
  CHECK(
      shape("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t备注\n规章\t1\t2\t3\t0\n行政规范性文件\t4\t5\t6\t0\n",
            "art20_1") == "012+");
  CHECK(shape("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 0 2 3\n行政规范性文件 4 0 5 6\n", "art20_1") ==
        "?4");
}

}  // namespace gialint
