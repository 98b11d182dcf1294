#include "engine/claims/frame_claims.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

FrameClaims::Read claims_of(const std::string& text, const std::string& organ = "") {
  const testing::Written written = testing::write(text, organ);
  return read_frames(written.outline, written.paragraphs, testing::report_year, testing::national_lexicon());
}

TEST_CASE("a claim marks its number, a zero claim its words", "[claims]") {
  const std::string text = "某某。\n2023年，收到政府信息公开申请 12 件，未发生行政复议。";
  const FrameClaims::Read read = claims_of(text);
  REQUIRE(read.claims.size() == 2);
  REQUIRE(read.rules.size() == 2);
  REQUIRE(read.places.size() == 2);
  const auto marked = [&](Span span) { return text.substr(span.begin, span.size()); };
  CHECK(marked(read.claims[0].span) == "12");
  CHECK(marked(read.claims[0].clause) == "收到政府信息公开申请 12 件");
  CHECK(read.claims[0].section == "overall");
  CHECK(marked(read.claims[1].span) == "未发生行政复议");
  CHECK(read.claims[1].in_words);
}

TEST_CASE("amounts are in the unit of the cells", "[claims]") {
  const FrameClaims::Read read = claims_of("收取行政事业性收费20.5万元。");
  REQUIRE(read.claims.size() == 1);
  CHECK(to_string(read.claims[0].value) == "20.5");
  CHECK(to_string(read.claims[0].printed) == "205000");
}

TEST_CASE("a government's region is its own, another level's is not", "[claims]") {
  const std::string text = "全县收到政府信息公开申请3件。全市收到政府信息公开申请9件。";
  const FrameClaims::Read read = claims_of(text, "云溪县人民政府");
  REQUIRE(read.claims.size() == 2);
  CHECK(read.claims[0].scope == Scope::own);
  CHECK(read.claims[1].scope == Scope::region);
  CHECK(claims_of(text, "云溪县民政局").claims[0].scope == Scope::region);
  CHECK(claims_of("县本级收到政府信息公开申请3件。", "云溪县人民政府").claims[0].part);
  CHECK_FALSE(claims_of("县本级收到政府信息公开申请3件。", "云溪县民政局").claims[0].part);
}

TEST_CASE("a silence tells the number and the word because of which", "[claims]") {
  const std::string text = "走访某某3件。";
  const FrameClaims::Read read = claims_of(text);
  CHECK(read.claims.empty());
  REQUIRE(read.silences.size() == 1);
  const Silence& silence = read.silences[0];
  CHECK(silence.of_number);
  CHECK(text.substr(silence.span.begin, silence.span.size()) == "3");
  CHECK(text.substr(silence.cause.begin, silence.cause.size()) == "走访某某");
}

}  // namespace
}  // namespace gialint
