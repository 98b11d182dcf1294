#include "engine/text/line_index.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"

using gialint::ColumnUnit;
using gialint::LineIndex;
using gialint::Position;
using gialint::Span;

namespace {

const std::vector<ColumnUnit>& units() {
  static const std::vector<ColumnUnit> all = {ColumnUnit::utf8, ColumnUnit::code_point, ColumnUnit::utf16,
                                              ColumnUnit::display};
  return all;
}

/// The column where `mark` begins in the one-line `text`, in all four units: utf8, code point, utf16, display.
std::vector<std::uint32_t> columns(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  REQUIRE(at != std::string_view::npos);
  std::vector<std::uint32_t> found;
  const LineIndex lines(text);
  for (const ColumnUnit unit : units()) {
    found.push_back(lines.position(text, static_cast<std::uint32_t>(at), unit).column);
  }
  return found;
}

using Columns = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a column counts bytes, characters, UTF-16 units or cells, whatever the text") {
  CHECK(columns("abc本", "本") == Columns{4, 4, 4, 4});
  CHECK(columns("申请本", "本") == Columns{7, 3, 3, 5});
  CHECK(columns("（１）本", "本") == Columns{10, 4, 4, 7});
  CHECK(columns("e\u0301本", "本") == Columns{4, 3, 3, 2});
  CHECK(columns("𠮷林😀本年度止件数", "本") == Columns{12, 4, 6, 7});
  CHECK(columns("“本", "本") == Columns{4, 2, 2, 2});
  CHECK(columns("\t本", "本") == Columns{2, 2, 2, 9});
  CHECK(columns("申请abc\t本", "本") == Columns{11, 7, 7, 9});
  CHECK(columns("申请申请\t本", "本") == Columns{14, 6, 6, 17});
  CHECK(columns("\u3000\u3000本", "本") == Columns{7, 3, 3, 5});
}

TEST_CASE("a line ends with LF, CR LF or CR alone") {
  const std::string text = "一\r\n二\r三\n\n\r\r\n五";
  const LineIndex lines(text);
  REQUIRE(lines.line_count() == 7);
  const std::vector<std::string> expected = {"一", "二", "三", "", "", "", "五"};
  for (std::uint32_t line = 1; line <= lines.line_count(); ++line) {
    CAPTURE(line);
    const Span span = lines.line_span(text, line);
    CHECK(text.substr(span.begin, span.size()) == expected[line - 1]);
  }
  CHECK(lines.line_of(0) == 1);
  CHECK(lines.line_of(4) == 1);  // the LF of CR LF
  CHECK(lines.line_of(5) == 2);
  CHECK(lines.line_of(static_cast<std::uint32_t>(text.size())) == 7);
}

TEST_CASE("a text has at least one line, and an empty one after its last line end") {
  CHECK(LineIndex("").line_count() == 1);
  CHECK(LineIndex("").line_span("", 1) == Span{0, 0});
  CHECK(LineIndex("a").line_count() == 1);
  CHECK(LineIndex("a\n").line_count() == 2);
  CHECK(LineIndex("a\n").line_span("a\n", 2) == Span{2, 2});
  CHECK(LineIndex("a\r").line_count() == 2);
  CHECK(LineIndex("\r\n").line_count() == 2);
  CHECK(LineIndex("a\n").position("a\n", 2, ColumnUnit::code_point) == Position{2, 1});
}

TEST_CASE("an offset inside a character or a line end counts as where that begins") {
  const std::string text = "甲乙\r\n丙";
  const LineIndex lines(text);
  for (const ColumnUnit unit : units()) {
    CHECK(lines.position(text, 4, unit) == lines.position(text, 3, unit));
    CHECK(lines.position(text, 5, unit) == lines.position(text, 3, unit));
    CHECK(lines.position(text, 7, unit) == lines.position(text, 6, unit));
    CHECK(lines.position(text, 9, unit) == lines.position(text, 8, unit));
  }
  CHECK(lines.position(text, 6, ColumnUnit::code_point) == Position{1, 3});
  CHECK(lines.position(text, 8, ColumnUnit::code_point) == Position{2, 1});
}

TEST_CASE("a place that does not exist gives the nearest that does") {
  const std::string text = "甲乙\n丙";
  const LineIndex lines(text);
  CHECK(lines.offset(text, {1, 99}, ColumnUnit::code_point) == 6);
  CHECK(lines.offset(text, {2, 2}, ColumnUnit::code_point) == 10);
  CHECK(lines.offset(text, {99, 1}, ColumnUnit::code_point) == 10);
  CHECK(lines.offset(text, {0, 5}, ColumnUnit::code_point) == 0);
  CHECK(lines.offset(text, {1, 0}, ColumnUnit::code_point) == 0);
  CHECK(lines.position(text, 999, ColumnUnit::code_point) == Position{2, 2});
  // In the middle of a character: its start.
  CHECK(lines.offset(text, {1, 2}, ColumnUnit::display) == 0);
  CHECK(lines.offset(text, {1, 5}, ColumnUnit::utf8) == 3);
  CHECK(LineIndex("😀a").offset("😀a", {1, 2}, ColumnUnit::utf16) == 0);
}

TEST_CASE("a mark without a cell of its own belongs to the character before it") {
  const std::string text = "e\u0301x";
  const LineIndex lines(text);
  CHECK(lines.offset(text, {1, 2}, ColumnUnit::display) == 3);
  CHECK(lines.position(text, 1, ColumnUnit::display).column == 2);
}

TEST_CASE("a position leads back to its offset, in any text") {
  const std::vector<std::string> pieces = {"a",  "申", "（", "１",   "\u0301", "𠮷", "😀",
                                           "\t", "\n", "\r", "\r\n", "“",      "é",  " "};
  std::mt19937 random(20231);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(0, 60);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = length(random); i > 0; --i) text += pieces[pick(random)];
    const LineIndex lines(text);
    Position last{1, 1};
    for (std::uint32_t offset = 0; offset <= text.size();) {
      const bool inside_line_end =
          offset > 0 && offset < text.size() && text[offset] == '\n' && text[offset - 1] == '\r';
      for (const ColumnUnit unit : units()) {
        const Position position = lines.position(text, offset, unit);
        const std::uint32_t back = lines.offset(text, position, unit);
        if (!inside_line_end && unit != ColumnUnit::display) REQUIRE(back == offset);
        // Cells do not tell a mark from what follows it, but never lead anywhere else.
        REQUIRE(lines.position(text, back, unit) == position);
      }
      const Position here = lines.position(text, offset, ColumnUnit::code_point);
      REQUIRE((offset == 0 || inside_line_end || last < here));
      last = here;
      offset += offset < text.size() ? gialint::code_point_at(text, offset).length : 1;
    }
  }
}

TEST_CASE("the lines of a text cover it without a gap") {
  const std::string text = "甲\r\n\r乙\n\n丙";
  const LineIndex lines(text);
  std::string joined;
  for (std::uint32_t line = 1; line <= lines.line_count(); ++line) {
    const Span span = lines.line_span(text, line);
    CHECK(lines.line_of(span.begin) == line);
    CHECK(lines.line_of(span.end) == line);
    joined += text.substr(span.begin, span.size());
  }
  CHECK(joined == "甲乙丙");
}
