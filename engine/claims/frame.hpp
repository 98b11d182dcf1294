#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "engine/claims/frame_reader.hpp"

namespace gialint {

/// Some tokens of a sentence, in order; they belong to it.
using TokenRun = std::vector<const FrameToken*>;

inline bool is_word(const FrameToken& token) { return token.kind == FrameToken::Kind::word; }
inline bool is_gap(const FrameToken& token) { return token.kind == FrameToken::Kind::gap; }
inline bool is_number(const FrameToken& token) { return token.kind == FrameToken::Kind::number; }
inline bool is_content(const FrameToken& token) { return token.labels.is_content(); }
inline bool has_thing(const FrameToken& token) { return token.labels.thing != Thing::none; }
inline bool has_act(const FrameToken& token) { return token.labels.act != Act::none; }

/// One of `marks` is said of the token.
template <class... Marks>
bool is_any(const FrameToken& token, Marks... marks) {
  return (token.is(marks) || ...);
}

template <class Test>
bool any_of(const TokenRun& run, Test test) {
  return std::any_of(run.begin(), run.end(), [&](const FrameToken* token) { return test(*token); });
}
template <class... Marks>
bool any_is(const TokenRun& run, Marks... marks) {
  return any_of(run, [&](const FrameToken& token) { return is_any(token, marks...); });
}
inline bool any_act(const TokenRun& run, Act act) {
  return any_of(run, [&](const FrameToken& token) { return token.labels.act == act; });
}
inline TokenRun slice(const TokenRun& run, std::size_t begin, std::size_t end) {
  return {run.begin() + static_cast<std::ptrdiff_t>(begin), run.begin() + static_cast<std::ptrdiff_t>(end)};
}
inline TokenRun from(const TokenRun& run, std::size_t begin) { return slice(run, begin, run.size()); }
inline TokenRun joined(TokenRun a, const TokenRun& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

constexpr bool is_case(Thing thing) {
  return thing == Thing::review || thing == Thing::litigation || thing == Thing::litigation_direct ||
         thing == Thing::litigation_after_review || thing == Thing::review_litigation;
}
constexpr bool is_decision(Thing thing) {
  return thing == Thing::license || thing == Thing::penalty || thing == Thing::coercion ||
         thing == Thing::penalty_case || thing == Thing::license_case;
}
constexpr bool is_norm(Thing thing) {
  return thing == Thing::normative || thing == Thing::normative_loose || thing == Thing::rules;
}
constexpr bool is_request(Thing thing) { return thing == Thing::request || thing == Thing::request_topic; }
constexpr Thing topic_of(Thing thing) { return thing == Thing::request_topic ? Thing::request : thing; }

/// What the rules of a frame look at besides its own words.
struct FrameContext {
  const Lexicon* lexicon = nullptr;
  std::optional<int> year;                          ///< of the report
  Thing topic = Thing::none;                        ///< what the text speaks of
  bool about_information = false;                   ///< the sentence names 政府信息公开
  bool at_end = false;                              ///< the sentence speaks of the end of the year
  const TokenRun* left = nullptr;                   ///< all words before the number
  const std::vector<ProseFrame>* recent = nullptr;  ///< what the sentence stated so far
  bool has_partial_class = false;                   ///< 其中部分公开: what is 公开 counts these too
  bool has_negative_class = false;                  ///< the sentence names a class beside granted ones
};

/// What `words`, all of them known, say of a number that stands behind them, or with `number_first` in front. Empty
/// with the rule that forbids it when they contradict each other. `behind` is the thing right behind the number.
std::optional<ProseFrame> frame_of(const TokenRun& words, bool number_first, const FrameContext& context,
                                   FrameRule& rule, Thing behind = Thing::none);

/// The measure that a frame states; nullptr when no row fits. Reviews and lawsuits are of this form only where the text
/// speaks of government information, `about_information`.
const FrameMeasure* measure_of(const ProseFrame& frame, const FrameRows& rows, bool about_information);

}  // namespace gialint
