#include "reporters/html_escape.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("nothing in a text is markup any more", "[reporters]") {
  CHECK(html("<script>&\"'") == "&lt;script&gt;&amp;&quot;&#39;");
  CHECK(html("依申请公开 58 件") == "依申请公开 58 件");
}

TEST_CASE("what a parser refuses is shown by its number", "[reporters]") {
  CHECK(html(std::string_view("a\0b", 3)) == "a\\u{0}b");
  CHECK(html("\x1b[31m") == "\\u{1b}[31m");
  CHECK(html("\u202E\uFFFE\U0001FFFF\uFDD0") == "\\u{202e}\\u{fffe}\\u{1ffff}\\u{fdd0}");
  CHECK(html("a\tb\r\nc") == "a b  c");
  CHECK(html("\xff") == "\uFFFD");
}

}  // namespace
}  // namespace gialint
