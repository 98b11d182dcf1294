#include "engine/tables/table_builder.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/read_tables.hpp"

namespace gialint::test {

TEST_CASE("an extra row may stand behind the last one", "[tables]") {
  const ReadTables result = read_tables(art20 + "依法委托收费 3\n以上数据均已核对。\n");
  REQUIRE(result.tables.table("art20_8")->extra_rows.size() == 1);
  CHECK(result.read.source.slice(result.tables.table("art20_8")->extra_rows[0].label) == "依法委托收费");
  CHECK(read_tables(art20 + "\n以上数据统计截至 2023 年底\n").tables.table("art20_8")->extra_rows.empty());
}

TEST_CASE("a label that alone is not there is lost", "[tables]") {
  std::string text = art20;
  text.replace(text.find("第二十条第（五）项\n"), std::string("第二十条第（五）项\n").size(), "");
  text.replace(text.find(" 本年废止件数"), std::string(" 本年废止件数").size(), "");
  text.replace(text.find("行政处罚 8"), std::string("行政处罚 ").size(), "");
  const ReadTables result = read_tables(text);
  CHECK(result.tables.table("art20_5")->caption.lost);
  CHECK(result.tables.table("art20_1")->columns[1].label.lost);
  CHECK(result.tables.table("art20_6")->row("administrative_penalty")->label.lost);
  CHECK(row(result, "art20_6", "administrative_penalty") == "8");
  CHECK_FALSE(result.tables.table("art20_6")->row("administrative_coercion")->label.lost);
}

TEST_CASE("a number that cannot be a count is unfit", "[tables]") {
  std::string text = art20;
  text.replace(text.find("规章 1 2 3"), std::string("规章 1 2 3").size(), "规章 1.5 -2 3");
  const ReadTables result = read_tables(text);
  const Table& table = *result.tables.table("art20_1");
  CHECK(table.rows[0].cells[0].unfit);
  CHECK_FALSE(table.rows[0].cells[0].counts());
  CHECK(table.rows[0].cells[1].unfit);
  CHECK_FALSE(table.rows[0].cells[2].unfit);
}

}  // namespace gialint::test
