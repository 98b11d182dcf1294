#include "engine/text/likeness.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

/// Text in which no run of three characters stands twice.
std::u32string text_of(std::size_t length, char32_t first = U'\u4E00') {
  std::u32string text;
  for (std::size_t i = 0; i < length; ++i) text += first + static_cast<char32_t>(i);
  return text;
}

TEST_CASE("how alike two texts are is the share of runs of three characters that both have", "[text]") {
  CHECK(likeness(U"甲乙丙丁", U"甲乙丙丁") == 100);
  CHECK(likeness(U"甲乙丙丁", U"戊己庚辛") == 0);
  CHECK(likeness(U"甲乙丙丁", U"甲乙丙戊") == 50);  // one of two runs each
  CHECK(likeness(U"甲乙", U"甲乙") == 0);           // too short to say
  CHECK(likeness(U"", U"") == 0);
  CHECK(likeness(U"甲甲甲甲", U"甲甲甲") == 66);  // a run counts as often as it stands there: 2 · 1 of 2 + 1
}

TEST_CASE("a changed character costs three runs, sentences that change places a few", "[text]") {
  const std::u32string text = text_of(103);  // 101 runs
  std::u32string changed = text;
  changed[50] = U'改';
  CHECK(likeness(text, changed) == 97);
  CHECK(likeness(text, text.substr(50) + text.substr(0, 50)) == 98);
}

TEST_CASE("a sketch tells about how alike two texts are", "[text]") {
  const std::u32string text = text_of(1000);
  std::u32string changed = text;
  for (std::size_t i = 50; i < 1000; i += 200) changed[i] = U'改';  // 25 of 996 runs of five characters
  CHECK(likeness(make_sketch(text), make_sketch(text)) == 100);
  CHECK(likeness(make_sketch(text), make_sketch(changed)) >= 90);
  CHECK(likeness(make_sketch(text), make_sketch(text_of(1000, U'\u7000'))) == 0);
  const int half = likeness(make_sketch(text), make_sketch(text.substr(0, 500)));
  CHECK(half > 35);
  CHECK(half < 65);
  CHECK(make_sketch(text).length == 1000);
}

TEST_CASE("a text of less than five characters is like nothing", "[text]") {
  CHECK(likeness(make_sketch(U"甲乙丙丁"), make_sketch(U"甲乙丙丁")) == 0);
  CHECK(likeness(make_sketch(U"甲乙丙丁戊"), make_sketch(U"甲乙丙丁戊")) == 100);
}

}  // namespace
}  // namespace gialint
