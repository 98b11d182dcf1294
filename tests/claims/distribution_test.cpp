#include "engine/claims/distribution.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "tests/claims/national_lexicon.hpp"

namespace gialint {
namespace {

/// The skeleton with each number's value in brackets: "自然人[3]".
std::string shown(std::string_view paragraph) {
  const Skeleton skeleton = build_skeleton(paragraph, 2023, testing::national_lexicon().numbers);
  std::string out;
  for (std::uint32_t at = 0; at < skeleton.text.size();) {
    const CodePoint c = code_point_at(skeleton.text, at);
    if (const Skeleton::Number* const number = skeleton.number_at(at)) {
      out += "[" + to_string(number->mention.value) + "]";
    } else {
      out += c.value >= 0xE000 && c.value <= 0xF8FF ? "#" : skeleton.text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

struct Case {
  const char* text;
  const char* shown;
};

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(shown(each.text) == each.shown);
  }
}

TEST_CASE("numbers behind their labels come to them", "[claims]") {
  check({
      {"自然人、商业企业分别为3件、4件。", "自然人[3]、商业企业[4]。"},
      {"行政处罚和行政强制的决定分别为3件和4件，较上年减少。", "行政处罚[3]、行政强制的决定[4]，较#减少。"},
      {"复议、诉讼分别3件，4件。", "复议[3]、诉讼[4]。"},
      {"申请9件，其中予以公开、不予公开、无法提供分别是 3 件、4 件、2 件。",
       "申请[9]，分别是其中予以公开[3]、不予公开[4]、无法提供[2]。"},
      {"文件本年制发、废止分别为3件、4件。", "文件#制发[3]、废止[4]。"},
      {"甲、乙分别为3件、4件；丙、丁分别为5件、6件，共18件。", "甲[3]、乙[4]；丙[5]、丁[6]，共[18]。"},
  });
}

TEST_CASE("what is no such enumeration stays as it is", "[claims]") {
  check({
      {"公开信息13条，分别为网站5条、微信8条。", "公开信息[13]，分别为网站[5]、微信[8]。"},
      {"甲、乙、丙分别为3件、4件。", "甲、乙、丙分别为[3]、[4]。"},
      {"甲2件、乙分别为3件、4件。", "甲[2]、乙分别为[3]、[4]。"},
      {"2022年、2023年分别为3件、4件。", "#、#分别为[3]、[4]。"},
      {"分别为3件、4件。", "分别为[3]、[4]。"},
  });
}

TEST_CASE("a number that moved is still where it was printed", "[claims]") {
  const std::string text = "自然人、商业企业分别为3件、4件，2023年共7件。";
  const Skeleton skeleton = build_skeleton(text, 2023, testing::national_lexicon().numbers);
  REQUIRE(skeleton.numbers.size() == 3);
  REQUIRE(skeleton.places.size() == skeleton.text.size() + 1);
  const std::vector<std::string> printed = {"3", "4", "7"};
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const Span span = skeleton.numbers[i].mention.span;
    CHECK(text.substr(span.begin, span.size()) == printed[i]);
    CHECK(skeleton.number_at(skeleton.numbers[i].at) == &skeleton.numbers[i]);
  }
  REQUIRE(skeleton.years.size() == 1);
  CHECK(code_point_at(skeleton.text, skeleton.years[0].at).value == skeleton_mark::this_year);
  // Words that were parted lie between the first and the last of them.
  const Span whole = skeleton.source(0, static_cast<std::uint32_t>(skeleton.text.size()));
  CHECK(whole == Span{0, static_cast<std::uint32_t>(text.size())});
}

}  // namespace
}  // namespace gialint
