#include "engine/lsp/document.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string change(const std::string& range, const std::string& text) {
  return R"({"range":)" + range + R"(,"text":")" + text + R"("})";
}
std::string range(int line, int character, int end_line, int end_character) {
  return R"({"start":{"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(character) +
         R"(},"end":{"line":)" + std::to_string(end_line) + R"(,"character":)" + std::to_string(end_character) + "}}";
}

// `text` after the changes; "refused" when they were.
std::string changed(const std::string& text, const std::string& changes, ColumnUnit unit = ColumnUnit::utf16) {
  Document document("a", 1, text);
  if (!document.change(*read_json("[" + changes + "]"), 2, unit)) {
    CHECK(document.text() == text);
    CHECK(document.version() == 1);
    return "refused";
  }
  CHECK(document.version() == 2);
  return document.text();
}

TEST_CASE("a change takes the place of its range, counted as was agreed", "[lsp]") {
  const std::string text = "甲𠮷乙😀丙\r\n丁\n";
  CHECK(changed(text, change(range(0, 3, 0, 4), "x"), ColumnUnit::utf16) == "甲𠮷x😀丙\r\n丁\n");
  CHECK(changed(text, change(range(0, 2, 0, 3), "x"), ColumnUnit::code_point) == "甲𠮷x😀丙\r\n丁\n");
  CHECK(changed(text, change(range(0, 7, 0, 10), "x"), ColumnUnit::utf8) == "甲𠮷x😀丙\r\n丁\n");
}

TEST_CASE("changes are made one after the other, each in the text that the one before left", "[lsp]") {
  CHECK(changed("一\n二\n", change(range(0, 0, 1, 0), "") + "," + change(range(0, 1, 0, 1), "三")) == "二三\n");
  CHECK(changed("一\n", R"({"text":"新\n"},)" + change(range(0, 1, 0, 1), "的")) == "新的\n");
}

TEST_CASE("a place beyond the line or the text is the nearest there is", "[lsp]") {
  CHECK(changed("一\r\n二", change(range(0, 9, 0, 9), "x")) == "一x\r\n二");
  CHECK(changed("一\r\n二", change(range(7, 0, 9, 9), "x")) == "一\r\n二x");
  CHECK(changed("一\n二\n", change(range(0, 0, 2, 0), "")).empty());
  CHECK(changed("甲𠮷乙", change(range(0, 2, 0, 3), "x")) == "甲x乙");
  CHECK(changed("一二", change(range(0, 2, 0, 1), "x")) == "一x");
  CHECK(changed("一", change(range(0, 0, 2000000000, 2147483647), "x")) == "x");
  CHECK(
      changed("一",
              R"({"range":{"start":{"line":0,"character":0},"end":{"line":99999999999,"character":9}},"text":"x"})") ==
      "x");
}

TEST_CASE("what is no change changes nothing", "[lsp]") {
  for (const char* changes :
       {R"({"range":{"start":{"line":0,"character":0}},"text":"x"})", R"({"text":"y"},{"text":1})", "null", "{}",
        R"({"range":{"start":{"line":-1,"character":0},"end":{"line":0,"character":0}},"text":"x"})"}) {
    INFO(changes);
    CHECK(changed("一", changes) == "refused");
  }
}

TEST_CASE("places are written as the client counts", "[lsp]") {
  const Document document("a", 1, "一\n甲𠮷乙\n");
  const auto written = [&](ColumnUnit unit) {
    std::string out;
    JsonWriter json(out, JsonWriter::compact);
    document.write_range(json, {11, 14}, unit);
    return out;
  };
  CHECK(written(ColumnUnit::utf8) == R"({"start":{"line":1,"character":7},"end":{"line":1,"character":10}})");
  CHECK(written(ColumnUnit::utf16) == R"({"start":{"line":1,"character":3},"end":{"line":1,"character":4}})");
  CHECK(written(ColumnUnit::code_point) == R"({"start":{"line":1,"character":2},"end":{"line":1,"character":3}})");
}

}  // namespace
}  // namespace gialint
