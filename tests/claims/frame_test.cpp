#include "engine/claims/frame.hpp"

#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"

namespace gialint {
namespace {

/// What the words before a number say, and the measure: "request receive: requests.received"; or the rule that forbids.
std::string frame_text(const std::string& text, bool number_first = false) {
  const Lexicon& lexicon = testing::national_lexicon();
  const Skeleton skeleton = build_frame_skeleton(text, 2023, lexicon.numbers);
  const std::vector<FrameToken> tokens = frame_tokens(skeleton, lexicon.vocabulary);
  TokenRun run;
  for (const FrameToken& token : tokens) run.push_back(&token);
  FrameContext context;
  context.lexicon = &lexicon;
  context.year = 2023;
  context.about_information = true;
  FrameRule rule = FrameRule::words_before;
  const std::optional<ProseFrame> frame = frame_of(run, number_first, context, rule);
  if (!frame) return std::string(frame_rule_name(rule));
  const FrameMeasure* states = measure_of(*frame, lexicon.frames, true);
  return states == nullptr ? "no measure" : lexicon.measures[states->measure].id;
}

TEST_CASE("words that belong together state one measure", "[claims]") {
  CHECK(frame_text("收到政府信息公开申请") == "requests.received");
  CHECK(frame_text("收到公民提出的政府信息公开申请") == "applicants.natural_person");
  CHECK(frame_text("收到并答复政府信息公开申请") == "requests.received_and_answered");
  CHECK(frame_text("2022年结转政府信息公开申请") == "requests.carried_over");
  CHECK(frame_text("政府信息公开申请结转2024年") == "requests.carried_forward");
  CHECK(frame_text("政府信息公开申请不予公开，属于国家秘密") == "requests.denied.state_secret");
  CHECK(frame_text("政府信息公开申请予以公开和部分公开") == "requests.granted_or_partially");
  CHECK(frame_text("政府信息公开行政复议结果维持") == "review.upheld");
  CHECK(frame_text("行政复议后起诉的政府信息公开案件") == "litigation.after_review");
  CHECK(frame_text("作出行政许可决定") == "decisions.license");
}

TEST_CASE("words that contradict each other say nothing", "[claims]") {
  CHECK(frame_text("政府信息公开申请予以公开、不予公开") == "several-outcomes");
  CHECK(frame_text("行政复议的政府信息公开申请") == "several-things");
  CHECK(frame_text("未收到政府信息公开申请") == "negated");
  CHECK(frame_text("2021年结转政府信息公开申请") == "older-year");
  CHECK(frame_text("2022年结转到2024年政府信息公开申请") == "both-years");
  CHECK(frame_text("行政处罚引起的行政诉讼") == "other-cause");
  CHECK(frame_text("自然人、企业政府信息公开申请") == "several-applicants");
  CHECK(frame_text("收到政府信息公开申请予以公开") == "outcome-of-received");
}

}  // namespace
}  // namespace gialint
