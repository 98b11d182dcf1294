// Each rule of attachment by an example: what is claimed, or by which rule nothing is.

#include "engine/claims/frame_reader.hpp"

#include <set>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "engine/claims/frame_claims.hpp"
#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

FrameClaims::Read frames_of(const std::string& text) {
  const testing::Written written = testing::write(text);
  return read_frames(written.outline, written.paragraphs, testing::report_year, testing::national_lexicon());
}

std::string claims_of(const std::string& text) { return testing::dump(text, frames_of(text).claims); }

struct Example {
  FrameRule rule;
  const char* text;
  const char* claims;
};

TEST_CASE("each rule that makes a claim", "[claims]") {
  const Example examples[] = {
      {FrameRule::words_before, "收到政府信息公开申请5件。", "requests.received=5"},
      {FrameRule::words_behind, "收到政府信息公开申请5件，4件申请予以公开。", "requests.received=5 requests.granted=4"},
      {FrameRule::verb_in_next_clause, "收到政府信息公开申请5件，另有4件因期限未满，顺延至下年度。",
       "requests.received=5 requests.carried_forward=4"},
      {FrameRule::clause_before, "政府信息公开申请办理情况：收到的，5件。", "requests.received=5"},
      {FrameRule::act_of_number_before, "作出行政许可决定5件、行政处罚3件。",
       "decisions.license=5 decisions.penalty=3?"},
      {FrameRule::topic, "收到政府信息公开申请5件，答复4件。", "requests.received=5 requests.answered=4"},
      {FrameRule::negated_zero, "本年未收到政府信息公开申请。", "requests.received=0w"},
      {FrameRule::all_finished, "收到政府信息公开申请5件，均已办结。",
       "requests.received=5 requests.carried_forward=finished"},
      {FrameRule::outcome_of_all, "因政府信息公开引起的行政复议2件，均维持。",
       "review.total=2 review.not_upheld=outcome"},
      {FrameRule::all_the_same, "因政府信息公开引起的行政复议2件，正在审理。", "review.total=2 review.pending=2"},
      {FrameRule::sum_of_numbers, "新收政府信息公开申请5件，上年结转2件，合计7件。",
       "requests.new=5 requests.carried_over=2 requests.to_handle=7"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text, frame_rule_name(example.rule));
    const FrameClaims::Read read = frames_of(example.text);
    CHECK(testing::dump(example.text, read.claims) == example.claims);
    CHECK(std::find(read.rules.begin(), read.rules.end(), example.rule) != read.rules.end());
  }
}

TEST_CASE("each rule that is silent", "[claims]") {
  const Example examples[] = {
      {FrameRule::unknown_head, "走访慰问某某3件。", ""},
      {FrameRule::apposition, "政府信息公开申请不予处理一项为零。", "requests.not_processed=0w"},
      {FrameRule::other_cause, "未收到政府信息公开申请。因某某被申请行政复议3件。", "requests.received=0w"},
      {FrameRule::several_things, "政府信息公开行政诉讼13件，其中未经复议直接起诉8件，复议后起诉5件；结果维持6件。",
       "litigation.total=13 litigation.direct=8 litigation.after_review=5"},
      {FrameRule::own_noun, "收到政府信息公开申请，答复期限3个。", ""},
      {FrameRule::unknown_noun_behind, "收到3件锦旗。", ""},
      {FrameRule::restriction, "收到政府信息公开申请5件。涉及某某的申请3件。", "requests.received=5"},
      {FrameRule::foreign_application, "收到政府信息公开申请5件。因某某申请予以公开3件。", "requests.received=5"},
      {FrameRule::negated, "未收到政府信息公开申请3件。", ""},
      {FrameRule::older_year, "2019年结转政府信息公开申请3件。", ""},
      {FrameRule::carried_where, "结转政府信息公开申请3件。", ""},
      {FrameRule::several_outcomes, "政府信息公开申请予以公开、不予公开3件。", ""},
      {FrameRule::several_results, "政府信息公开行政复议维持、纠正3件。", ""},
      {FrameRule::published, "主动公开政府信息公开申请3条。", ""},
      {FrameRule::member_of_list, "收到政府信息公开申请5件，其中收到申请3件。", "requests.received=5"},
      {FrameRule::said_twice, "收到政府信息公开申请5件，收到申请3件。", "requests.received=5"},
      {FrameRule::no_class, "3件。", ""},
      {FrameRule::no_topic, "结果维持3件。", ""},
      {FrameRule::foreign, "收到信访件3件。", ""},
      {FrameRule::barrier, "一季度收到政府信息公开申请3件。", ""},
      {FrameRule::channel, "通过网站收到政府信息公开申请3件。", ""},
      {FrameRule::barrier, "收到政府信息公开申请较上年增加3件。", ""},
      {FrameRule::lengths_differ, "收到和答复政府信息公开申请分别为3件、4件和5件。", ""},
      {FrameRule::no_measure, "收到行政复议3件。", ""},
      {FrameRule::condition, "未收到政府信息公开申请的。", ""},
      {FrameRule::negated_barrier, "网站未收到政府信息公开申请。", ""},
      {FrameRule::negated_applicant, "未收到企业政府信息公开申请。", ""},
      {FrameRule::negated_gap, "未收到某某政府信息公开申请。", ""},
      {FrameRule::double_negation, "未发生未受理政府信息公开申请。", ""},
      {FrameRule::not_answered, "未办理政府信息公开申请。", ""},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text, frame_rule_name(example.rule));
    const FrameClaims::Read read = frames_of(example.text);
    CHECK(testing::dump(example.text, read.claims) == example.claims);
    std::string rules;
    bool found = false;
    for (const Silence& silence : read.silences) {
      rules += std::string(frame_rule_name(silence.rule)) + " ";
      found = found || silence.rule == example.rule;
      CHECK_FALSE(makes_claim(silence.rule));
    }
    CAPTURE(rules);
    CHECK(found);
  }
}

TEST_CASE("every rule has a name of its own", "[claims]") {
  std::set<std::string_view> names;
  for (std::uint8_t rule = 0; rule < static_cast<std::uint8_t>(FrameRule::count); ++rule)
    names.insert(frame_rule_name(FrameRule{rule}));
  CHECK(names.size() == static_cast<std::size_t>(FrameRule::count));
}

TEST_CASE("a heading says what the paragraphs below are about, up to the next", "[claims]") {
  CHECK(claims_of("# 依申请公开情况\n答复4件。") == "requests.answered=4");
  CHECK(claims_of("# 建议办理情况\n答复4件。").empty());
  CHECK(claims_of("# 依申请公开情况\n某某。\n# 建议办理情况\n答复4件。").empty());
}

TEST_CASE("reading takes a time in proportion to the text", "[claims]") {
  // 20,000 sentences in one paragraph, and one sentence of 20,000 clauses: the latter is no sentence any more.
  std::string sentences;
  std::string clauses;
  for (int i = 0; i < 20'000; ++i) {
    sentences += "收到政府信息公开申请5件，答复4件。";
    clauses += "收到政府信息公开申请5件，";
  }
  CHECK(frames_of(sentences).claims.size() == 40'000);
  CHECK(frames_of(clauses).claims.empty());
}

}  // namespace
}  // namespace gialint
