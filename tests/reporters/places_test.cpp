#include "reporters/places.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("what a terminal would act upon is shown, not sent", "[reporters]") {
  CHECK(printable("a\x1b[31m\tb\r\n") == "a\\u{1b}[31m\\u{9}b\\u{d}\\u{a}");
  CHECK(printable("\x7f\u0085\u202E\u2066\u2028") == "\\u{7f}\\u{85}\\u{202e}\\u{2066}\\u{2028}");
  CHECK(printable("“年报”：𠮷😀 \\") == "“年报”：𠮷😀 \\");
  CHECK(printable("a\xFF"
                  "b") == "a\uFFFDb");
}

TEST_CASE("an offset inside a character moves to its start", "[reporters]") {
  const std::string text = "a本b";
  CHECK(character_start(text, 0) == 0);
  CHECK(character_start(text, 1) == 1);
  CHECK(character_start(text, 2) == 1);
  CHECK(character_start(text, 3) == 1);
  CHECK(character_start(text, 4) == 4);
  CHECK(character_start(text, 5) == 5);
}

TEST_CASE("a span is cut to the text", "[reporters]") {
  const Result<SourceText> source = SourceText::from_bytes("a.txt", "0123456789");
  REQUIRE(source.ok());
  CHECK(clamped(*source, {2, 5}) == Span{2, 5});
  CHECK(clamped(*source, {2, 50}) == Span{2, 10});
  CHECK(clamped(*source, {20, 50}) == Span{10, 10});
  CHECK(clamped(*source, {5, 2}) == Span{5, 5});
}

}  // namespace
}  // namespace gialint
