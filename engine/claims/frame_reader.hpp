#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/claims/frame_tokens.hpp"
#include "engine/claims/skeleton.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint {

/// What the words around a number say of it.
struct ProseFrame {
  Thing thing = Thing::none;
  Act act = Act::none;
  RequestOutcome outcome = RequestOutcome::none;
  CaseEnding result = CaseEnding::none;
  Applicant applicant = Applicant::none;

  /// Something is said of the thing: what was done, what became of it, who asked.
  [[nodiscard]] bool is_classified() const {
    return act != Act::none || outcome != RequestOutcome::none || result != CaseEnding::none ||
           applicant != Applicant::none;
  }
  friend bool operator==(const ProseFrame&, const ProseFrame&) = default;
};

/// Which rule decided what becomes of a number or a negation. Those up to `all_the_same` make a claim, the others
/// silence.
enum class FrameRule : std::uint8_t {
  words_before,         ///< 收到申请5件
  words_behind,         ///< 5件申请予以公开
  verb_in_next_clause,  ///< 另有4件因期限未满，顺延至下年度
  class_in_next_clause,
  clause_before,         ///< 予以公开的，5件
  act_of_number_before,  ///< 作出行政许可5件、行政处罚3件
  sum_of_numbers,        ///< 合计
  topic,                 ///< 办结5件: of what the sentence, the paragraph, the heading speaks of
  classes_of_requests,   ///< three classes of answers name the topic themselves
  distributed,           ///< A和B分别为3件和5件
  negated_zero,          ///< 未收到申请
  all_finished,          ///< 均已办结
  outcome_of_all,        ///< 均获维持
  all_the_same,          ///< 1件，正在审理

  unknown_head,            ///< 开展某某3次
  apposition,              ///< 不予处理一项为零: the one counts nothing
  own_noun,                ///< 答复期限20个: the noun in front is what is counted
  unknown_noun_behind,     ///< 收到3件表扬信
  noun_behind,             ///< 3件判决
  restriction,             ///< 涉及拆迁的申请3件: only some of them
  unknown_before_class,    ///< 某某予以公开3件
  unknown_before_head,     ///< 某某收到3件
  foreign_application,     ///< 许可申请
  application_of_nothing,  ///< 申请, and nothing says of what
  negated,                 ///< 未收到…3件
  older_year,              ///< carried over from before last year
  both_years,              ///< carried from one year and to another
  carried_where,           ///< carried, and no year says where
  receive_and_carry,       ///< received and carried at once
  several_acts,            ///< acts that do not go together
  several_outcomes,
  several_results,
  several_applicants,
  several_things,
  outcome_of_received,    ///< 收到…予以公开
  applicant_and_outcome,  ///< a cell of the form that no measure has
  published,              ///< 公开…信息3条
  invalidated,            ///< 失效
  rest_of_classes,        ///< 其他, and nothing says of what
  other_cause,            ///< 行政处罚引起的行政诉讼
  which_suit,             ///< suits, and nothing says they are about information
  suit_after_something,   ///< 再次起诉
  member_of_list,         ///< part of a total that is another number's
  foreign_total,          ///< member of a total that counts something else
  one_kind_of_applicant,  ///< 自然人…予以公开3件
  said_twice,             ///< the same measure once more in one sentence
  no_class,               ///< nothing says what became of it
  part_without_class,     ///< 3件申请, out of several
  no_topic,               ///< nothing says of what
  behind_barrier,         ///< belongs to a number that counts something else
  foreign,                ///< 信访件3件
  foreign_sentence,       ///< the sentence speaks of something else
  unknown_words,          ///< said of requests what is not known
  decision_without_act,   ///< 行政处罚3件, beside requests
  channel,                ///< 网站收到3件: one of the ways in
  barrier,                ///< half-years, plans, comparisons, others' cases
  lengths_differ,         ///< 分别为, of two with three numbers
  no_measure,             ///< understood, and no row states it
  wrong_kind,             ///< money for a count
  unknown_period,         ///< 去年 in a report of no known year
  condition,              ///< 未收到…的
  negated_barrier,        ///< 网站未收到
  negated_applicant,      ///< 未收到企业的…
  negated_gap,            ///< something unknown stands behind the negation
  double_negation,        ///< 没有不
  not_answered,           ///< 未答复申请
  count,
};

/// "words-before", …: what dumps call it.
std::string_view frame_rule_name(FrameRule rule);
/// The number, or the negation, is understood to be about something else than the tables: whoever makes a claim of it
/// is wrong. Other silences only say that too little is known.
bool means_something_else(FrameRule rule);
constexpr bool makes_claim(FrameRule rule) { return rule <= FrameRule::all_the_same; }

/// A measure that a paragraph states.
struct FrameClaim {
  std::size_t measure = 0;  ///< index into Lexicon::measures
  ProseFrame frame;
  FrameRule rule = FrameRule::words_before;
  const Skeleton::Number* number = nullptr;  ///< of the skeleton; null for words
  Span words;                                ///< in the skeleton: the number's character, or the words
  Span clause;                               ///< in the skeleton
  Statement statement = Statement::figure;
  bool in_words = false;
  bool ambiguous = false;
  bool weak = false;
  bool part = false;  ///< 本级
  Scope scope = Scope::own;
  Span region;              ///< in the skeleton, the word that says so: 全市; empty for Scope::own
  std::optional<int> year;  ///< that the words name
};

/// A number, or a negation, of which nothing is claimed, and why.
struct FrameSilence {
  FrameRule rule = FrameRule::no_class;
  const Skeleton::Number* number = nullptr;
  Span words;  ///< in the skeleton: the number's character, or the negated clause
  Span cause;  ///< in the skeleton, the word because of which; empty when it is no one word
};

struct FrameReading {
  std::vector<FrameClaim> claims;
  std::vector<FrameSilence> silences;
};

/// Reads prose by what its words mean (Lexicon::vocabulary): numbers are attached to the words around them by a few
/// dozen general rules, and what is not wholly understood is silence. Paragraphs are read in the order of the text,
/// since one says what the next is about. Linear in the text; never fails.
class FrameReader {
 public:
  /// `year` is the report's.
  FrameReader(const Lexicon& lexicon, std::optional<int> year);
  ~FrameReader();
  FrameReader(const FrameReader&) = delete;
  FrameReader& operator=(const FrameReader&) = delete;

  /// `tokens` are those of build_frame_skeleton() of the paragraph; numbers in the reading are that skeleton's.
  FrameReading read(const std::vector<FrameToken>& tokens, bool heading);
  /// What the section before was about no longer holds.
  void begin_section();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gialint
