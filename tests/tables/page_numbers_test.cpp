#include "engine/tables/page_numbers.hpp"

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

/// The lines that are page numbers.
std::vector<std::string> page_numbers(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  std::vector<std::string> lines;
  for (const std::size_t block : find_page_numbers(blocks, test::editions().back())) {
    lines.emplace_back(std::get<TextBlock>(blocks[block]).text.text());
  }
  return lines;
}

/// `count` lines of words.
std::string page(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "认真做好政府信息公开工作。\n";
  return text;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a number between dashes is a page number wherever it stands", "[tables]") {
  CHECK(page_numbers("重复申请 0\n- 3 -\n其他 0\n") == Lines{"- 3 -"});
  CHECK(page_numbers("重复申请 0\n—３—\n其他 0\n") == Lines{"—３—"});
  CHECK(page_numbers("0\n- 3 -\n1\n") == Lines{"- 3 -"});
  CHECK(page_numbers("规章 0\n第 3 页\n其他 0\n第４页，共 8 页\n") == Lines{"第 3 页", "第４页，共 8 页"});
  CHECK(page_numbers("第二十条第（一）项\n第3页的内容\n").empty());
  CHECK(page_numbers("规章\n－ 1 －\n其他 0\n—1—\n规章 0\n—2—\n") == Lines{"—1—", "—2—"});
  CHECK(page_numbers("-3\n- - -\n3-5\n－\n——\n").empty());
}

TEST_CASE("bare numbers are page numbers when they count up from page to page", "[tables]") {
  CHECK(page_numbers(page(12) + "1\n" + page(12) + "2\n" + page(12) + "3\n") == Lines{"1", "2", "3"});
  CHECK(page_numbers(page(12) + "1\n" + page(12) + "7\n" + page(12) + "2\n") == Lines{"1", "2"});
  CHECK(page_numbers(page(12) + "1\n" + page(12)).empty());
  CHECK(page_numbers(page(12) + "4\n" + page(12) + "4\n").empty());
  CHECK(page_numbers(page(12) + "1 0\n" + page(12) + "1 1\n" + page(12) + "1 2\n").empty());
}

TEST_CASE("where cells stand one per line no bare number is taken", "[tables]") {
  CHECK(page_numbers("规章\n0\n0\n0\n" + page(12) + "行政许可\n1\n" + page(12) + "行政强制\n2\n").empty());
  CHECK(page_numbers("行政许可\n1\n第二十条第（六）项\n信息内容\n行政处罚\n2\n行政强制\n3\n").empty());
}

TEST_CASE("a bare number at a page's edge is its number when all of them count up with the pages", "[tables]") {
  CHECK(page_numbers("规章 0\n1\n\f行政许可 0\n2\n\f其他 0\n") == Lines{"1", "2"});
  CHECK(page_numbers("规章 0\n\f行政许可 0\n2\n\f其他 0\n") == Lines{"2"});
  CHECK(page_numbers("规章 0\n\f7\n其他 0\n\f8\n重复申请 0\n") == Lines{"7", "8"});
  CHECK(page_numbers("规章 0\n5\n\f行政许可 0\n5\n\f其他 0\n").empty());
  CHECK(page_numbers("规章 0\n\f行政许可\n0\n\f其他 0\n").empty());
}

}  // namespace gialint
