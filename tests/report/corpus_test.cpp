#include "engine/report/corpus.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::u32string text_of(char32_t first, std::size_t length = 400) {
  std::u32string text;
  for (std::size_t i = 0; i < length; ++i) text += first + static_cast<char32_t>(i);
  return text;
}

ReportDigest digest_of(const char* organ, int year, const std::u32string& text) {
  ReportDigest digest;
  digest.organ = digest.organ_key = organ;
  digest.year = year;
  digest.text = make_sketch(text);
  return digest;
}

TEST_CASE("a report is found by organ and year, the first of several", "[report]") {
  Corpus corpus;
  for (const int year : {2022, 2023, 2023}) corpus.reports.push_back(digest_of("甲县乙局", year, U""));
  CHECK(corpus.find("甲县 乙局", 2023) == 1);
  CHECK(corpus.find("甲县乙局", 2021) == 3);
  CHECK(corpus.find("甲县丙局", 2023) == 3);
}

TEST_CASE("texts of two bodies that are alike are found, each with the first one before it", "[report]") {
  Corpus corpus;
  std::u32string changed = text_of(U'\u4E00');
  changed[200] = U'改';
  corpus.reports = {digest_of("甲县乙局", 2023, text_of(U'\u4E00')), digest_of("甲县丙局", 2023, text_of(U'\u6000')),
                    digest_of("甲县丁局", 2023, text_of(U'\u4E00')), digest_of("甲县戊局", 2023, changed)};
  const std::vector<LikePair> pairs = find_alike(corpus, 90, 100);
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].report == 2);
  CHECK(pairs[0].other == 0);
  CHECK(pairs[0].percent == 100);
  CHECK(pairs[1].report == 3);
  CHECK(pairs[1].other == 0);
  CHECK(find_alike(corpus, 90, 401).empty());
}

TEST_CASE("one body's reports, another year's, a government's and its office's, and nameless ones are not compared",
          "[report]") {
  const std::u32string text = text_of(U'\u4E00');
  Corpus corpus;
  corpus.reports = {digest_of("甲县人民政府", 2023, text), digest_of("甲县人民政府", 2023, text),
                    digest_of("甲县人民政府办公室", 2023, text), digest_of("甲县乙局", 2022, text),
                    digest_of("", 2023, text)};
  CHECK(find_alike(corpus, 90, 100).empty());
  // Of a report that lies there twice only the first says something.
  corpus.reports = {digest_of("甲县乙局", 2023, text), digest_of("甲县丙局", 2023, text),
                    digest_of("甲县乙局", 2023, text)};
  CHECK(find_alike(corpus, 90, 100).size() == 1);
}

}  // namespace
}  // namespace gialint
