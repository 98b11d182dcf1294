#include "engine/text/display.hpp"

#include <catch2/catch.hpp>

namespace gialint {

using Lines = std::vector<std::string>;

TEST_CASE("Chinese takes two cells, and ambiguous characters what the terminal gives them", "[text]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("ab申请") == 6);
  CHECK(display_width("“—”") == 3);
  CHECK(display_width("“—”", 2) == 6);
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("what is too long loses its middle and keeps both ends", "[text]") {
  CHECK(elide_middle("本年新收", 8) == "本年新收");
  CHECK(elide_middle("本年新收申请数量", 9) == "本年…数量");
  CHECK(elide_middle("abcdefgh", 5) == "ab…gh");
  // One cell is left over when a two-cell character does not fit.
  CHECK(elide_middle("本年新收申请数量", 8) == "本年…量");
  CHECK(elide_middle("本年新收申请数量", 8, 2) == "本…数量");
  CHECK(elide_middle("申请", 1) == "…");
}

TEST_CASE("a mark stays with its character when text is cut", "[text]") {
  CHECK(elide_middle("abcde\u0301", 3) == "a…e\u0301");
  CHECK(elide_middle("ae\u0301bcdf", 4) == "ae\u0301…f");
}

TEST_CASE("lines are of about the same length", "[text]") {
  CHECK(wrap_evenly("法律服务机构", 8) == Lines{"法律服", "务机构"});
  CHECK(wrap_evenly("法律服务机构", 12) == Lines{"法律服务机构"});
  CHECK(wrap_evenly("法律服务机构", 4) == Lines{"法律", "服务", "机构"});
  CHECK(wrap_evenly("其他", 1) == Lines{"其", "他"});
  CHECK(wrap_evenly("", 4) == Lines{""});
}

TEST_CASE("no line is wider than asked for", "[text]") {
  const std::string text = "a行政b诉讼cc复议后起诉d（件）";
  for (int width = 2; width < 30; ++width) {
    std::string all;
    for (const std::string& line : wrap_evenly(text, width)) {
      CHECK(display_width(line) <= width);
      all += line;
    }
    CHECK(all == text);
  }
}

TEST_CASE("padding counts cells", "[text]") {
  CHECK(pad_left("申", 4) == "  申");
  CHECK(pad_right("申", 4) == "申  ");
  CHECK(pad_right("申请", 3) == "申请");
  CHECK(pad_right("“", 3, 2) == "“ ");
}

}  // namespace gialint
