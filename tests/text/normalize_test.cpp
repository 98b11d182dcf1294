#include "engine/text/normalize.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"

using gialint::edit_distance;
using gialint::fold;
using gialint::fold_text;
using gialint::Folded;
using gialint::nearest_name;
using gialint::Span;

TEST_CASE("folding leaves letters, digits and Chinese characters in their plain form") {
  struct Case {
    const char* text;
    const char* folded;
  };
  const Case cases[] = {
      {"（一） 予以公开", "一予以公开"},
      {"(一)予以公开", "一予以公开"},
      {"1.属于国家秘密", "1属于国家秘密"},
      {"１．属于国家秘密；", "1属于国家秘密"},
      {"ＡＢＣａｂｃ", "abcabc"},
      {"GB/T 9704", "gbt9704"},
      {"①②⑩", "1210"},
      {"⑴㈠", "1一"},
      {"Ⅳ、ⅳ", "iviv"},
      {"二〇二三年", "二〇二三年"},
      {"\u3000政府\u00A0信息\u200B公开\t", "政府信息公开"},
      {"“三公”经费——公开", "三公经费公开"},
      {"𠮷林", "𠮷林"},
      {"😀", ""},
      {"", ""},
      {"Ö", "ö"},
      {"\u2F8F政", "行政"},  // Kangxi radical, as PDF text has it
      {"\uF900", "豈"},      // compatibility ideograph
      {"カﾅ", "カナ"},
      {"㎡", "m2"},
      {"—－-─", ""},
      {"|甲|乙|", "甲乙"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(gialint::to_utf8(fold_text(c.text)) == c.folded);
    CHECK(fold(c.text).text == fold_text(c.text));
  }
}

TEST_CASE("each folded character knows the bytes that gave it") {
  //                        0  3  6  9  10 13
  const std::string text = "（一）1.公Ⅳ";
  const Folded folded = fold(text);
  REQUIRE(gialint::to_utf8(folded.text) == "一1公iv");
  REQUIRE(folded.places.size() == folded.text.size());
  CHECK(folded.places[0] == Span{3, 6});
  CHECK(folded.places[1] == Span{9, 10});
  CHECK(folded.places[2] == Span{11, 14});
  CHECK(folded.places[3] == Span{14, 17});
  CHECK(folded.places[4] == Span{14, 17});
  CHECK(folded.place(0, 2) == Span{3, 10});
  CHECK(folded.place(2, 5) == Span{11, 17});
}

TEST_CASE("folding takes bytes that are no UTF-8 without harm") {
  CHECK(fold_text("\xFF\xE4\xB8甲\x80").size() == 1);
  CHECK(fold("\xF0\x9F").text.empty());
}

TEST_CASE("NFKC alone keeps blanks and punctuation") {
  CHECK(gialint::to_nfkc("１，２０４（件） Ａ") == "1,204(件) A");
  CHECK(gialint::to_nfkc("本年，12件") == "本年,12件");
  CHECK(gialint::to_nfkc("e\u0301") == "é");
  CHECK(gialint::to_nfkc("予以公开 12") == "予以公开 12");
  CHECK(gialint::to_nfkc("").empty());
}

TEST_CASE("the edit distance counts characters put in, left out and exchanged") {
  struct Case {
    const char32_t* a;
    const char32_t* b;
    std::size_t distance;
  };
  const Case cases[] = {{U"", U"", 0},
                        {U"本年废止件数", U"本年废止件数", 0},
                        {U"本年度止件数", U"本年废止件数", 1},
                        {U"本年件数", U"本年废止件数", 2},
                        {U"", U"公开", 2},
                        {U"kitten", U"sitting", 3},
                        {U"abc", U"xyz", 3},
                        {U"ab", U"ba", 2},
                        {U"政府信息公开", U"政信息府公开", 2},
                        {U"abcdef", U"azced", 3}};
  for (const Case& c : cases) {
    CAPTURE(gialint::to_utf8(c.a), gialint::to_utf8(c.b));
    CHECK(edit_distance(c.a, c.b, 100) == c.distance);
    CHECK(edit_distance(c.b, c.a, 100) == c.distance);
    CHECK(edit_distance(c.a, c.b, c.distance) == c.distance);
    if (c.distance > 0) CHECK(edit_distance(c.a, c.b, c.distance - 1) == c.distance);
  }
}

TEST_CASE("the edit distance stops one over its limit") {
  CHECK(edit_distance(U"abcdefgh", U"stuvwxyz", 2) == 3);
  CHECK(edit_distance(U"a", U"abcdefgh", 2) == 3);
  CHECK(edit_distance(U"abc", U"xbc", 0) == 1);
  const std::u32string long_a(500, U'甲');
  std::u32string long_b = long_a;
  long_b[10] = long_b[490] = U'乙';
  CHECK(edit_distance(long_a, long_b, 5) == 2);
  CHECK(edit_distance(long_a, long_b, 1) == 2);
}

TEST_CASE("the limited edit distance agrees with the full table") {
  // Every pair of words over two letters, up to four long, against the textbook table.
  std::vector<std::u32string> words = {U""};
  for (std::size_t i = 0; i < words.size() && words[i].size() < 4; ++i) {
    words.push_back(words[i] + U'a');
    words.push_back(words[i] + U'b');
  }
  for (const auto& a : words) {
    for (const auto& b : words) {
      std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
      for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
          if (i == 0 || j == 0) {
            table[i][j] = i + j;
            continue;
          }
          table[i][j] = std::min(
              {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        }
      }
      const std::size_t full = table[a.size()][b.size()];
      for (std::size_t limit = 0; limit <= 4; ++limit) {
        REQUIRE(edit_distance(a, b, limit) == std::min(full, limit + 1));
      }
    }
  }
}

TEST_CASE("a misspelt name finds the one that was meant") {
  const std::vector<std::string> known = {"severity", "min_topics", "totals/row-total", "off", "Select", "select"};
  CHECK(nearest_name("serverity", known) == "severity");
  CHECK(nearest_name("min-topics", known) == "min_topics");
  CHECK(nearest_name("totals/row-totl", known) == "totals/row-total");
  CHECK(nearest_name("SEVERITY", known) == "severity");
  CHECK(nearest_name("select", known) == "select");
  CHECK(nearest_name("Select", known) == "Select");
  CHECK(nearest_name("banana", known).empty());
  CHECK(nearest_name("on", known).empty());
  CHECK(nearest_name("", known).empty());
  const std::vector<std::string> none;
  CHECK(nearest_name("x", none).empty());
}
