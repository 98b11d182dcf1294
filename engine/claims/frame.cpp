#include "engine/claims/frame.hpp"

#include <cstdint>
#include <initializer_list>

namespace gialint {
namespace {

/// A set of acts.
class Acts {
 public:
  Acts() = default;
  Acts(std::initializer_list<Act> acts) {
    for (const Act act : acts) add(act);
  }
  void add(Act act) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(act); }
  [[nodiscard]] bool has(Act act) const { return (bits_ >> static_cast<unsigned>(act) & 1U) != 0; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  [[nodiscard]] bool one() const { return bits_ != 0 && (bits_ & (bits_ - 1)) == 0; }
  [[nodiscard]] bool several() const { return !empty() && !one(); }
  [[nodiscard]] bool within(Acts other) const { return (bits_ & ~other.bits_) == 0; }
  [[nodiscard]] bool meets(Acts other) const { return (bits_ & other.bits_) != 0; }
  Acts& operator-=(Acts other) {
    bits_ &= ~other.bits_;
    return *this;
  }
  [[nodiscard]] Acts operator-(Acts other) const { return Acts(*this) -= other; }
  friend bool operator==(Acts, Acts) = default;
  /// Only when one().
  [[nodiscard]] Act the() const {
    std::uint16_t act = 0;
    while ((bits_ >> act) != 1) ++act;
    return Act{act};
  }

 private:
  std::uint64_t bits_ = 0;
};

template <class T>
struct Placed {
  std::size_t at = 0;
  T value{};
};

template <class T>
void add_once(std::vector<T>& values, T value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

template <class T>
bool has_value(const std::vector<T>& values, T value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool names_information(const TokenRun& run) {
  return any_of(run, [](const FrameToken& token) { return token.is(WordMark::gi) || is_request(token.labels.thing); });
}

/// Puts one frame together; each step is a rule that may end in silence.
class FrameBuilder {
 public:
  FrameBuilder(const TokenRun& words, bool number_first, const FrameContext& context, Thing behind)
      : words_(&words), number_first_(number_first), context_(&context), behind_(behind) {}

  std::optional<ProseFrame> build(FrameRule& rule);

 private:
  bool collect();
  bool choose_thing();
  bool choose_case(const std::vector<Placed<Thing>>& strong);
  bool choose_act();
  bool choose_carry(Acts all);
  bool choose_plain_act(Acts all);
  /// The acts that rule: behind a thing those behind it, else those before.
  [[nodiscard]] Acts main_acts() const;
  bool narrow_norm_acts(Acts& acts);
  void narrow_case_acts(Acts& acts, Acts all);
  bool narrow_request_acts(Acts& acts);
  bool choose_outcome();
  bool merge_outcomes(std::vector<RequestOutcome>& outcomes);
  bool choose_result();
  bool choose_applicant();
  bool fails(FrameRule rule) {
    rule_ = rule;
    return false;
  }
  [[nodiscard]] bool any(WordMark mark) const { return any_is(*words_, mark); }
  [[nodiscard]] const FrameRows& rows() const { return context_->lexicon->frames; }

  const TokenRun* words_;
  bool number_first_;
  const FrameContext* context_;
  Thing behind_;
  FrameRule rule_ = FrameRule::words_before;

  std::vector<Placed<Thing>> things_;
  std::vector<Placed<Act>> acts_;
  std::vector<Placed<RequestOutcome>> outcomes_;
  std::vector<Placed<CaseEnding>> results_;
  std::vector<Applicant> applicants_;
  bool last_year_ = false;
  bool next_year_ = false;
  bool end_of_year_ = false;
  Thing thing_ = Thing::none;  ///< the frame's, or that behind the number, or the topic
  ProseFrame frame_;
};

bool FrameBuilder::collect() {
  const bool carries = any_act(*words_, Act::carry);
  for (std::size_t i = 0; i < words_->size(); ++i) {
    const FrameToken& token = *(*words_)[i];
    if (token.kind == FrameToken::Kind::year && context_->year && token.year != 0) {
      if (token.year == *context_->year - 1) {
        last_year_ = true;
      } else if (token.year < *context_->year && carries) {
        return fails(FrameRule::older_year);
      } else if (token.year > *context_->year) {
        next_year_ = true;
      }
    }
    if (!is_word(token)) continue;
    const WordLabels& labels = token.labels;
    last_year_ = last_year_ || is_any(token, WordMark::last, WordMark::carrybegin);
    end_of_year_ = end_of_year_ || token.is(WordMark::carryend);
    next_year_ = next_year_ || token.is(WordMark::next);
    if (labels.thing != Thing::none) things_.push_back({i, labels.thing});
    if (labels.act != Act::none) acts_.push_back({i, labels.act});
    if (labels.outcome != RequestOutcome::none) outcomes_.push_back({i, labels.outcome});
    if (labels.result != CaseEnding::none) results_.push_back({i, labels.result});
    if (labels.applicant != Applicant::none) applicants_.push_back(labels.applicant);
    if (is_any(token, WordMark::neg, WordMark::not_) && !token.is(WordMark::none)) return fails(FrameRule::negated);
  }
  return true;
}

// The nearest thing counts, a general word only where no other stands.
bool FrameBuilder::choose_thing() {
  const auto without_app = [](std::vector<Placed<Thing>> things) {
    std::erase_if(things, [](const Placed<Thing>& item) { return item.value == Thing::app; });
    return things;
  };
  std::vector<Placed<Thing>> strong = without_app(things_);
  if (!things_.empty()) {
    if (number_first_) {
      std::size_t first_class = words_->size();
      for (const auto& act : acts_) first_class = std::min(first_class, act.at);
      for (const auto& outcome : outcomes_) first_class = std::min(first_class, outcome.at);
      for (const auto& result : results_) first_class = std::min(first_class, result.at);
      // 5件申请转有关部门: what stands behind the verb is not what is counted.
      std::erase_if(things_,
                    [&](const Placed<Thing>& item) { return item.value == Thing::foreign && item.at >= first_class; });
      strong = without_app(things_);
      if (!things_.empty()) frame_.thing = strong.empty() ? things_.front().value : strong.front().value;
    } else if (things_.back().value != Thing::app || strong.empty() || strong.back().value == Thing::foreign) {
      frame_.thing = things_.back().value;
    } else {
      frame_.thing = strong.back().value;
    }
    const Thing thing = frame_.thing;
    const auto is_one_of_cases = [](const Placed<Thing>& item) { return is_case(item.value); };
    if (is_case(thing)) {
      if (!choose_case(strong)) return false;
    } else if (is_request(thing) && std::any_of(strong.begin(), strong.end(), is_one_of_cases)) {
      return fails(FrameRule::several_things);
    } else if (!number_first_ && thing != Thing::foreign) {
      std::vector<Thing> kinds;
      for (const auto& item : strong) add_once(kinds, item.value);
      if (has_value(kinds, Thing::request)) std::erase(kinds, Thing::request_topic);
      if (kinds.size() > 1) {
        const bool norms = kinds.size() == 2 && has_value(kinds, Thing::normative) && has_value(kinds, Thing::rules);
        if (norms) return fails(FrameRule::several_things);
        if (has_value(kinds, Thing::foreign)) frame_.thing = Thing::foreign;
      }
    }
  }
  thing_ = frame_.thing != Thing::none ? frame_.thing : behind_ != Thing::none ? behind_ : context_->topic;
  return true;
}

// Suits of which it is said whether a review came before are these; others may be about anything.
bool FrameBuilder::choose_case(const std::vector<Placed<Thing>>& strong) {
  std::vector<Thing> cases;
  std::vector<Thing> suits;
  bool other_cause = false;
  for (const auto& item : strong) {
    if (is_case(item.value)) add_once(cases, item.value);
    if (item.value == Thing::litigation_direct || item.value == Thing::litigation_after_review)
      add_once(suits, item.value);
    other_cause = other_cause || item.value == Thing::penalty || item.value == Thing::license ||
                  item.value == Thing::coercion || item.value == Thing::foreign;
  }
  Thing& thing = frame_.thing;
  if (has_value(cases, Thing::review) && has_value(cases, Thing::litigation)) thing = Thing::review_litigation;
  const bool any_suit = thing == Thing::litigation || thing == Thing::review_litigation;
  const auto is_administrative = [](const FrameToken& token) {
    return has_thing(token) && token.is(WordMark::administrative_suit);
  };
  const auto* recent = context_->recent;
  const bool behind_review =
      recent != nullptr && !recent->empty() &&
      (recent->back().thing == Thing::review || recent->back().thing == Thing::review_litigation);
  const bool joined =
      any_of(*words_, [](const FrameToken& token) { return token.is(WordMark::link) || token.is_mark(U'、'); });
  const bool only_follows = thing == Thing::review_litigation && !has_value(cases, Thing::review_litigation) && !joined;
  if (suits.size() == 1 && (any_suit || thing == Thing::review)) {
    thing = suits.front();
  } else if (suits.size() > 1) {
    return fails(FrameRule::several_things);
  } else if (any_suit && any(WordMark::direct)) {
    thing = Thing::litigation_direct;
  } else if (any_suit && any(WordMark::after)) {
    thing = Thing::litigation_after_review;
  } else if (only_follows || (thing == Thing::litigation && any(WordMark::again))) {
    return fails(FrameRule::suit_after_something);
  } else if (thing == Thing::litigation && !any_of(*words_, is_administrative) && !names_information(*words_) &&
             !behind_review) {
    return fails(FrameRule::which_suit);
  }
  if (other_cause && !names_information(*words_)) return fails(FrameRule::other_cause);
  return true;
}

bool FrameBuilder::choose_act() {
  Acts all;
  for (const auto& act : acts_) all.add(act.value);
  if (all.has(Act::carry)) return choose_carry(all);
  const Acts open = {Act::handle, Act::answer, Act::due, Act::pending};
  if (all.has(Act::carry_next) || (next_year_ && all.meets(open))) {
    frame_.act = Act::carry_out;
    return true;
  }
  const bool still = any(WordMark::still) || (context_->left != nullptr && any_is(*context_->left, WordMark::still));
  if (number_first_ && still && outcomes_.empty() && all.meets({Act::handle, Act::pending, Act::answer})) {
    frame_.act = context_->at_end ? Act::pending_at_end : Act::pending;
    return true;
  }
  if (all.empty()) {
    const bool nothing_else = things_.empty() && outcomes_.empty() && results_.empty() && applicants_.empty();
    if (nothing_else && any(WordMark::carrybegin) && context_->topic == Thing::request && !number_first_)
      frame_.act = Act::carry_in;
    return true;
  }
  return choose_plain_act(all);
}

bool FrameBuilder::choose_carry(Acts all) {
  const Acts others = all - Acts{Act::carry, Act::handle, Act::answer, Act::pending, Act::due};
  if (others.has(Act::take_new) && last_year_) {
    frame_.act = Act::new_and_carry_in;
    return true;
  }
  if (last_year_ && next_year_) return fails(FrameRule::both_years);
  if (!last_year_ && !next_year_ && !end_of_year_) return fails(FrameRule::carried_where);
  frame_.act = last_year_ ? Act::carry_in : Act::carry_out;
  if (frame_.act == Act::carry_out && others.meets({Act::receive, Act::take_new}))
    return fails(FrameRule::receive_and_carry);
  return true;
}

// An act before 的 and a thing is an attribute of the thing: 收到公民提出的申请.
Acts FrameBuilder::main_acts() const {
  Acts before;
  Acts behind;
  const std::size_t last_thing = things_.empty() ? 0 : things_.back().at;
  for (const auto& act : acts_) (!things_.empty() && act.at > last_thing ? behind : before).add(act.value);
  return behind.empty() ? before : behind;
}

bool FrameBuilder::choose_plain_act(Acts all) {
  Acts acts = main_acts();
  if (acts.several()) acts -= {Act::submit};
  if (is_norm(thing_)) {
    if (!narrow_norm_acts(acts)) return false;
  } else if (is_case(thing_)) {
    narrow_case_acts(acts, all);
  } else if (is_decision(thing_)) {
    const Acts plain = {Act::happen, Act::decide};
    if (acts.several()) acts = acts.within(plain) ? Acts{Act::decide} : acts - plain;
  } else if (!narrow_request_acts(acts)) {
    return false;
  }
  if (acts.several()) return fails(FrameRule::several_acts);
  if (acts.one()) frame_.act = acts.the();
  return true;
}

bool FrameBuilder::narrow_norm_acts(Acts& acts) {
  if (acts.several()) acts -= {Act::happen, Act::handle, Act::decide};
  if (acts.several()) acts -= {Act::take_new};
  if (acts.several()) {
    if (acts.has(Act::in_force) && !acts.has(Act::issue) && !acts.has(Act::repeal) && acts.has(Act::publish))
      return fails(FrameRule::published);
    if (acts != Acts{Act::issue, Act::publish}) return fails(FrameRule::several_acts);
    acts = {Act::issue};
  }
  if (acts.has(Act::invalid)) return fails(FrameRule::invalidated);
  return true;
}

void FrameBuilder::narrow_case_acts(Acts& acts, Acts all) {
  if (acts != Acts{Act::handle})
    acts -= {Act::receive, Act::submit, Act::take_new, Act::handle, Act::answer, Act::decide};
  if (all.has(Act::handle) && !number_first_)
    acts = context_->about_information ? Acts{Act::happen} : Acts{Act::handle};
  if (all.has(Act::receive)) acts = any(WordMark::accepted) ? Acts{Act::receive} : Acts{Act::happen};
  if (acts.empty()) acts = all.has(Act::answer) ? Acts{Act::answer} : Acts{Act::happen};
}

bool FrameBuilder::narrow_request_acts(Acts& acts) {
  acts -= {Act::decide, Act::happen, Act::collect, Act::in_force};
  if (acts.has(Act::publish)) {
    // 公开3件，不予公开2件: beside another class it is the class 予以公开.
    const auto is_plain = [](const FrameToken& token) {
      return token.labels.act != Act::publish || token.is(WordMark::openly);
    };
    const bool is_class =
        acts.one() && outcomes_.empty() && !number_first_ && !any(WordMark::reason) && is_request(thing_) &&
        std::all_of(words_->begin(), words_->end(), [&](const FrameToken* t) { return is_plain(*t); }) &&
        context_->has_negative_class && !context_->has_partial_class;
    if (!is_class) return fails(FrameRule::published);
    outcomes_.push_back({0, RequestOutcome::granted});
    acts = {};
  }
  if (acts == Acts{Act::handle, Act::answer}) acts = {Act::answer};
  if (acts == Acts{Act::take_new, Act::receive}) acts = {Act::take_new};
  if (acts.has(Act::receive) && acts.meets({Act::answer, Act::handle}) &&
      acts.within({Act::receive, Act::answer, Act::handle})) {
    acts = acts.has(Act::answer) ? Acts{Act::receive_and_answer} : Acts{Act::receive_and_handle};
  }
  if (acts == Acts{Act::process_total, Act::handle}) acts = {Act::process_total};
  if (acts.has(Act::due)) acts = {Act::due};
  if (acts.has(Act::pending)) acts = context_->at_end ? Acts{Act::pending_at_end} : Acts{Act::pending};
  return true;
}

bool FrameBuilder::merge_outcomes(std::vector<RequestOutcome>& outcomes) {
  const Vocabulary& words = context_->lexicon->vocabulary;
  for (const FrameRows::Merge& merge : rows().merges) {
    const bool all =
        std::all_of(merge.of.begin(), merge.of.end(), [&](RequestOutcome of) { return has_value(outcomes, of); });
    const bool only = std::all_of(outcomes.begin(), outcomes.end(), [&](RequestOutcome outcome) {
      const RequestOutcome whole = words.whole_of(outcome);
      return has_value(merge.of, whole) || has_value(merge.with, whole);
    });
    if (!all || !only) continue;
    outcomes = {merge.as};
    return true;
  }
  std::vector<RequestOutcome> wholes;
  std::vector<RequestOutcome> parts;
  for (const RequestOutcome outcome : outcomes) {
    add_once(wholes, words.whole_of(outcome));
    if (words.is_part(outcome)) add_once(parts, outcome);
  }
  if (wholes.size() > 1) return false;
  if (parts.size() == 1) {
    outcomes = parts;
    return true;
  }
  if (!any(WordMark::etc)) return false;  // 国家秘密、商业秘密等: all of the class
  outcomes = wholes;
  return true;
}

bool FrameBuilder::choose_outcome() {
  if (outcomes_.empty()) return true;
  const Vocabulary& words = context_->lexicon->vocabulary;
  std::vector<RequestOutcome> values;
  std::size_t said = 0;
  for (const auto& item : outcomes_) {
    if (item.value == RequestOutcome::rest_outcome) continue;
    add_once(values, item.value);
    ++said;
  }
  if (values.empty()) {
    // 其他1件 is a result where the others were told before.
    std::vector<CaseEnding> told;
    if (context_->recent != nullptr) {
      for (const ProseFrame& frame : *context_->recent) {
        if (frame.result == CaseEnding::upheld || frame.result == CaseEnding::corrected ||
            frame.result == CaseEnding::pending)
          add_once(told, frame.result);
      }
    }
    if (!is_case(thing_) || thing_ == Thing::review_litigation || told.size() < 2 || number_first_)
      return fails(FrameRule::rest_of_classes);
    results_.push_back({0, CaseEnding::other});
    return true;
  }
  if (values.size() > 1 && !merge_outcomes(values)) return fails(FrameRule::several_outcomes);
  RequestOutcome outcome = values.front();
  std::optional<std::size_t> etc;
  for (std::size_t i = 0; i < words_->size(); ++i) {
    if ((*words_)[i]->is(WordMark::etc)) etc = i;
  }
  if (words.is_part(outcome) && etc && said > 1 &&
      std::none_of(outcomes_.begin(), outcomes_.end(),
                   [&](const auto& item) { return item.at > *etc && item.value == outcome; })) {
    outcome = words.whole_of(outcome);
  }
  frame_.outcome = outcome;
  const Acts received = {Act::receive, Act::take_new, Act::carry_in, Act::carry_out, Act::receive_and_answer};
  if (received.has(frame_.act) || (frame_.act == Act::submit && !number_first_))
    return fails(FrameRule::outcome_of_received);
  return true;
}

bool FrameBuilder::choose_result() {
  // 无败诉案件: what the case is the caller finds out.
  if (results_.empty() || !(is_case(thing_) || thing_ == Thing::none || thing_ == Thing::app)) return true;
  for (const auto& item : results_) {
    if (item.value != results_.front().value) return fails(FrameRule::several_results);
  }
  frame_.result = results_.front().value;
  return true;
}

bool FrameBuilder::choose_applicant() {
  if (any(WordMark::etc) && any(WordMark::who)) applicants_.clear();
  if (applicants_.empty()) return true;
  for (const Applicant applicant : applicants_) {
    if (applicant != applicants_.front()) return fails(FrameRule::several_applicants);
  }
  frame_.applicant = applicants_.front();
  if (frame_.outcome != RequestOutcome::none || frame_.act == Act::carry_in || frame_.act == Act::carry_out)
    return fails(FrameRule::applicant_and_outcome);
  return true;
}

std::optional<ProseFrame> FrameBuilder::build(FrameRule& rule) {
  if (collect() && choose_thing() && choose_act() && choose_outcome() && choose_result() && choose_applicant()) {
    if (frame_.thing == Thing::request_topic &&
        (frame_.act != Act::none || frame_.outcome != RequestOutcome::none || frame_.applicant != Applicant::none))
      frame_.thing = Thing::request;
    return frame_;
  }
  rule = rule_;
  return std::nullopt;
}

const FrameMeasure* named_measure(const FrameRows& rows, Thing thing, Slot slot, std::uint16_t value) {
  const auto found = std::find_if(rows.named.begin(), rows.named.end(), [&](const FrameRows::Named& named) {
    return named.thing == thing && named.slot == slot && named.value == value;
  });
  return found == rows.named.end() ? nullptr : &found->states;
}

}  // namespace

std::optional<ProseFrame> frame_of(const TokenRun& words, bool number_first, const FrameContext& context,
                                   FrameRule& rule, Thing behind) {
  return FrameBuilder(words, number_first, context, behind).build(rule);
}

const FrameMeasure* measure_of(const ProseFrame& frame, const FrameRows& rows, bool about_information) {
  const bool has_outcome = frame.outcome != RequestOutcome::none;
  const bool has_result = frame.result != CaseEnding::none;
  if (is_case(frame.thing)) {
    if (!about_information || (has_outcome && !has_result)) return nullptr;
    if (has_result) return named_measure(rows, frame.thing, Slot::result, static_cast<std::uint16_t>(frame.result));
  }
  if (frame.thing == Thing::request) {
    if (has_result && !has_outcome) return nullptr;
    if (has_outcome) {
      const Acts answers = {Act::none, Act::answer, Act::handle, Act::process_total};
      if (!answers.has(frame.act)) return nullptr;
      return named_measure(rows, frame.thing, Slot::outcome, static_cast<std::uint16_t>(frame.outcome));
    }
    if (frame.applicant != Applicant::none) {
      const Acts asks = {Act::none, Act::receive, Act::take_new, Act::submit, Act::handle, Act::answer, Act::happen};
      if (!asks.has(frame.act)) return nullptr;
      return named_measure(rows, frame.thing, Slot::applicant, static_cast<std::uint16_t>(frame.applicant));
    }
  } else if (has_outcome || frame.applicant != Applicant::none) {
    return nullptr;
  }
  const Acts whatever = {Act::none, Act::decide, Act::handle, Act::answer, Act::sibling};
  const auto found = std::find_if(rows.rows.begin(), rows.rows.end(), [&](const FrameRows::Row& row) {
    return row.thing == frame.thing && (row.any_act ? whatever.has(frame.act) : row.act == frame.act);
  });
  return found == rows.rows.end() ? nullptr : &found->states;
}

}  // namespace gialint
