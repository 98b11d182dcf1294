#include "engine/tables/furniture.hpp"

#include <catch2/catch.hpp>

#include "tests/support/outlines.hpp"

namespace gialint {
namespace {

using Lines = std::vector<std::string>;

/// The lines that are page furniture.
Lines furniture(const std::string& text) {
  const test::ReadOutline read = test::read_outline(text);
  Lines lines;
  for (const std::size_t block : find_page_furniture(read.outline, test::editions().back())) {
    lines.emplace_back(std::get<TextBlock>(read.outline.blocks[block]).text.text());
  }
  return lines;
}

const std::string title = "青石县民政局2023年政府信息公开工作年度报告\n";
const std::string tables = "二、主动公开政府信息情况\n规章 0 0 0\n";

}  // namespace

TEST_CASE("the body's name or the title next to a page number is a running head", "[tables]") {
  CHECK(furniture(title + tables + "青石县民政局\n- 3 -\n行政许可 0\n") == Lines{"青石县民政局", "- 3 -"});
  CHECK(furniture(title + tables + "—2—\n政府信息公开工作年度报告\n行政许可 0\n") ==
        Lines{"—2—", "政府信息公开工作年度报告"});
  CHECK(furniture(title + tables + "行政许可 0\n- 3 -\n行政强制 0\n") == Lines{"- 3 -"});
}

TEST_CASE("a running head may hold the page's number", "[tables]") {
  CHECK(furniture(title + tables + "\f青石县民政局 3\n行政许可 0\n") == Lines{"青石县民政局 3"});
  CHECK(furniture(title + tables + "\f第 3 页 青石县民政局\n行政许可 0\n") == Lines{"第 3 页 青石县民政局"});
}

TEST_CASE("the body's name stands alone in a section of tables, and signs the report at its end", "[tables]") {
  CHECK(furniture(title + tables + "青石县民政局\n行政许可 0\n") == Lines{"青石县民政局"});
  CHECK(furniture(title + tables + "六、其他需要报告的事项\n无。\n青石县民政局\n").empty());
}

TEST_CASE("the same words at the edges of pages are furniture, unless they stand elsewhere too", "[tables]") {
  const std::string page = "行政许可 0\n行政处罚 0\n";
  CHECK(furniture(title + tables + "\f阳光政务\n" + page + "\f阳光政务\n" + page) == Lines{"阳光政务", "阳光政务"});
  CHECK(furniture(title + tables + "信息内容\n" + page + "\f信息内容\n" + page + "\f信息内容\n" + page).empty());
}

}  // namespace gialint
