#include "engine/text/name_table.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint::test {
namespace {

constexpr std::string_view places =
    "# places\n"
    "甲山|省\n"
    " 乙河|市\n"
    "  鼓楼|区\n"
    "  新城|区\n"
    "\n"
    "丙川|省\n"
    " 丁海|市\n"
    "  鼓楼|区\n"
    "  丁海|开发区\n"
    " 和县\n";

NameTable table_of(std::string_view text) {
  Result<NameTable> table = NameTable::parse(text, "places.txt");
  REQUIRE(table.ok());
  return *std::move(table);
}

/// "鼓楼区=甲山省/乙河市/鼓楼区/|…": every name found, "~" before a short form.
std::string found_in(std::string_view text) {
  const NameTable table = table_of(places);
  std::string all;
  for (const FoundName& name : table.find(text)) {
    all += all.empty() ? "" : " ";
    all += std::string(name.full ? "" : "~") + std::string(text.substr(name.span.begin, name.span.size())) + "=";
    for (const std::uint32_t meaning : name.meanings) {
      for (const std::string_view part : table.lineage(meaning)) all.append(part) += '/';
      all += "|";
    }
  }
  return all;
}

TEST_CASE("names are found with all they may mean, and what each belongs to", "[text]") {
  CHECK(found_in("在乙河市鼓楼区。") == "乙河市=甲山省/乙河市/| 鼓楼区=甲山省/乙河市/鼓楼区/|丙川省/丁海市/鼓楼区/|");
  CHECK(found_in("和县") == "和县=丙川省/和县/|");
  CHECK(found_in("甲山省") == "甲山省=甲山省/|");
}

TEST_CASE("the longest name counts, and a full one before a short form", "[text]") {
  CHECK(found_in("丁海开发区") == "丁海开发区=丙川省/丁海市/丁海开发区/|");
  CHECK(found_in("丁海日报") == "~丁海=丙川省/丁海市/|丙川省/丁海市/丁海开发区/|");
  CHECK(found_in("新城网") == "~新城=甲山省/乙河市/新城区/|");
}

TEST_CASE("in a full name no other begins, in a short form one may", "[text]") {
  const NameTable table = table_of("甲乙|县\n乙县|市\n乙丙|县\n");
  REQUIRE(table.find("甲乙县市").size() == 1);
  CHECK(table.find("甲乙县市")[0].span == Span{0, 9});
  REQUIRE(table.find("甲乙丙县").size() == 2);
  CHECK_FALSE(table.find("甲乙丙县")[0].full);
  CHECK(table.find("甲乙丙县")[1].span == Span{3, 12});
}

TEST_CASE("a text without names, at its end too, has none", "[text]") {
  CHECK(found_in("").empty());
  CHECK(found_in("鼓").empty());
  CHECK(found_in("敲鼓楼").find("~鼓楼=") == 0);
  CHECK(found_in("abc 鼓 楼区").empty());
  CHECK(found_in("\xE9\xBC").empty());
}

TEST_CASE("a list that is no name table says where", "[text]") {
  const auto failure = [](std::string_view text) {
    return to_string(NameTable::parse(text, "places.txt").failure(), Language::zh);
  };
  CHECK(failure("甲山|省\n  乙河|市\n") == "places.txt:2: 缩进多了：每低一级多缩进一个空格");
  CHECK(failure("甲|省\n") == "places.txt:1: 名称和简称都至少要有两个字");
  CHECK(failure("# 一\n省\n") == "places.txt:2: 名称和简称都至少要有两个字");
  CHECK(failure("|甲省\n") == "places.txt:1: 名称和简称都至少要有两个字");
}

TEST_CASE("tables are read when they are asked for; the first of a name stands", "[text]") {
  NameTables tables;
  tables.add("places", std::string(places), "places.txt");
  tables.add("places", "别|省\n", "other.txt");
  REQUIRE(tables.get("places").ok());
  REQUIRE(*tables.get("places") != nullptr);
  CHECK((*tables.get("places"))->find("鼓楼区").size() == 1);
  CHECK(*tables.get("people") == nullptr);
  CHECK_FALSE(tables.check());

  tables.add("broken", "甲|省\n", "broken.txt");
  CHECK(to_string(tables.get("broken").failure(), Language::zh) == "broken.txt:1: 名称和简称都至少要有两个字");
  CHECK(to_string(*tables.check(), Language::zh) == "broken.txt:1: 名称和简称都至少要有两个字");
}

}  // namespace
}  // namespace gialint::test
