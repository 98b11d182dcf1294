#include "engine/claims/frame_tokens.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"

namespace gialint {
namespace {

using Kind = FrameToken::Kind;

/// "收到w 3n ，" : each token's source text and a letter for its kind.
std::string tokens_of(const std::string& text) {
  const Lexicon& lexicon = testing::national_lexicon();
  const Skeleton skeleton = build_frame_skeleton(text, 2023, lexicon.numbers);
  std::string out;
  for (const FrameToken& token : frame_tokens(skeleton, lexicon.vocabulary)) {
    const Span source = skeleton.source(token.at.begin, token.at.end);
    constexpr std::string_view letters = "w?.n%ydftx";
    if (!out.empty()) out += ' ';
    out += text.substr(source.begin, source.size());
    out += letters[static_cast<std::size_t>(token.kind)];
  }
  return out;
}

TEST_CASE("a sentence falls into words, numbers, marks and gaps", "[claims]") {
  CHECK(tokens_of("收到政府信息公开申请3件，某某。") == "收到w 政府信息公开申请w 3件n ，. 某某? 。.");
  // What the skeleton leaves out belongs to the token before it.
  CHECK(tokens_of("2023年共 收到“依申请公开”三件") == "2023年y 共 w 收到“w 依申请公开”w 三件n");
  CHECK(tokens_of("占35%，共5名，《条例》第三十三条") == "占w 35%% ，. 共w 5x 名? ，. 《条例》t 第三十三条w");
  CHECK(tokens_of("").empty());
}

TEST_CASE("dates are parts of the year unless they span or end it", "[claims]") {
  CHECK(tokens_of("6月") == "6月d");
  CHECK(tokens_of("3月5日") == "3月5日d");
  CHECK(tokens_of("1至12月") == "1至12月f");
  CHECK(tokens_of("1月1日至12月31日") == "1月1日f 至w 12月31日f");
  CHECK(tokens_of("1月至6月") == "1月d 至w 6月d");
  CHECK(tokens_of("截至12月31日") == "截至w 12月31日f");
}

TEST_CASE("what numbers an item ends the sentence before it", "[claims]") {
  CHECK(tokens_of("（一）收到") == "（一）. 收到w");
  CHECK(tokens_of("二、收到") == "二、. 收到w");
  CHECK(tokens_of("1.收到") == "1.. 收到w");
  CHECK(tokens_of("收到3件、1件") == "收到w 3件n 、. 1件n");
}

TEST_CASE("a document's number is no number", "[claims]") { CHECK(tokens_of("发〔2021〕30号") == "发? 〔2021〕30号t"); }

}  // namespace
}  // namespace gialint
