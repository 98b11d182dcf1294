#include "engine/claims/frame_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string_view>
#include <utility>

#include "engine/claims/frame.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using Kind = FrameToken::Kind;
using Barriers = std::vector<Barrier>;

/// A line up to this many characters without number or full stop is a heading.
constexpr std::size_t longest_heading = 16;
/// What takes more bytes of the skeleton without a full stop is no sentence, and nothing is claimed in it.
constexpr std::uint32_t longest_sentence = 6000;
/// So many characters that are not known may stand in a clause that completes the one before.
constexpr std::size_t longest_unknown = 6;

bool has(const Barriers& barriers, Barrier barrier) {
  return std::find(barriers.begin(), barriers.end(), barrier) != barriers.end();
}
void drop(Barriers& barriers, Barrier barrier) { std::erase(barriers, barrier); }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool is_negation(const FrameToken& token) { return is_any(token, WordMark::neg, WordMark::zero); }
bool is_class(const FrameToken& token) {
  const WordLabels& labels = token.labels;
  return labels.outcome != RequestOutcome::none || labels.result != CaseEnding::none ||
         labels.applicant != Applicant::none;
}
bool has_thing_of(const FrameToken& token, Thing thing) { return token.labels.thing == thing; }
bool is_joint(const FrameToken& token) { return token.is_mark(U'、') || token.is(WordMark::link); }

const FrameToken* first_with_thing(const TokenRun& run) {
  const auto found = std::find_if(run.begin(), run.end(), [](const FrameToken* t) { return has_thing(*t); });
  return found == run.end() ? nullptr : *found;
}
TokenRun things_in(const TokenRun& run) {
  TokenRun things;
  std::copy_if(run.begin(), run.end(), std::back_inserter(things), [](const FrameToken* t) { return has_thing(*t); });
  return things;
}
template <class Test>
TokenRun without(const TokenRun& run, Test test) {
  TokenRun kept;
  std::copy_if(run.begin(), run.end(), std::back_inserter(kept), [&](const FrameToken* t) { return !test(*t); });
  return kept;
}

/// Words joined by 、 and 和, as one run each; empty when there is one only.
std::vector<TokenRun> conjuncts(const TokenRun& run) {
  std::vector<TokenRun> groups(1);
  for (const FrameToken* token : run) {
    if (is_joint(*token)) {
      groups.emplace_back();
    } else {
      groups.back().push_back(token);
    }
  }
  if (groups.size() == 1) groups.clear();
  return groups;
}

Span span_of(const TokenRun& run) { return run.empty() ? Span{} : Span{run.front()->at.begin, run.back()->at.end}; }

bool is_received(const ProseFrame& frame) {
  return is_request(frame.thing) && frame.outcome == RequestOutcome::none && frame.applicant == Applicant::none &&
         (frame.act == Act::receive || frame.act == Act::submit || frame.act == Act::none);
}
bool has_only_act(const ProseFrame& frame, Act act) {
  return is_request(frame.thing) && frame.outcome == RequestOutcome::none && frame.applicant == Applicant::none &&
         frame.act == act;
}
bool is_processed(const ProseFrame& frame) {
  return has_only_act(frame, Act::process_total) || has_only_act(frame, Act::all_processed);
}
bool is_carried_forward(const ProseFrame& frame) {
  return has_only_act(frame, Act::carry_out) || has_only_act(frame, Act::pending) ||
         has_only_act(frame, Act::pending_at_end);
}

template <class Test>
bool any_of_last(const std::vector<ProseFrame>& frames, std::size_t count, Test test) {
  const auto first = frames.end() - static_cast<std::ptrdiff_t>(std::min(count, frames.size()));
  return std::any_of(first, frames.end(), test);
}

/// 不含政府信息公开类, 除政府信息公开申请外: at token `at` the sentence says that it counts what is left.
bool excludes_information(const TokenRun& tokens, std::size_t at) {
  if (!tokens[at]->is(WordMark::excluding) || at + 1 == tokens.size()) return false;
  const FrameToken& excluded = *tokens[at + 1];
  if (!excluded.is(WordMark::gi) && !is_request(excluded.labels.thing)) return false;
  if (!tokens[at]->is(WordMark::except)) return true;
  for (std::size_t i = at + 2; i < tokens.size() && tokens[i]->kind != Kind::mark; ++i) {
    if (tokens[i]->is(WordMark::except_end)) return true;
    if (is_number(*tokens[i])) return false;
  }
  return false;
}

/// 企业收到申请: who receives applications is another body, no applicant.
const FrameToken* foreign_receiver(const TokenRun& words) {
  const FrameToken* applicant = nullptr;
  for (const FrameToken* token : words) {
    if (token->labels.applicant != Applicant::none) {
      applicant = token;
    } else if (token->labels.act == Act::receive && !token->is(WordMark::accepted)) {
      return applicant;
    } else if (is_joint(*token) || token->is(WordMark::de) || has_thing(*token)) {
      applicant = nullptr;
    }
  }
  return nullptr;
}

struct Clause {
  TokenRun tokens;
  char32_t end = 0;  ///< the mark behind it; 0 at the sentence's end
};

/// A number and the words of its clause that may belong to it.
struct Piece {
  TokenRun left;
  const FrameToken* number = nullptr;
  TokenRun right;
};

/// What the rules make of one number.
struct Attachment {
  Piece piece;
  const FrameToken* token = nullptr;
  TokenRun suffix;               ///< of the left words, behind the last one that is not known
  bool behind_unknown = false;   ///< something is not known in front of `suffix`
  std::size_t suffix_begin = 0;  ///< in piece.left
  bool number_first = false;     ///< what says what is counted stands behind the number
  Barriers barriers;
  const FrameToken* thing_behind = nullptr;  ///< 5件的申请
  std::size_t behind_at = 0;                 ///< in piece.right, of the first token behind 的
  TokenRun words;                            ///< that the frame is made of
  ProseFrame frame;
  FrameRule rule = FrameRule::words_before;
  bool names_thing = false;  ///< the words themselves, or the clause before
  bool empty = false;        ///< nothing is said of the thing
  bool inherited = false;    ///< the thing is the topic's
};

}  // namespace

class FrameReader::Impl {
 public:
  Impl(const Lexicon& lexicon, std::optional<int> year) : lexicon_(&lexicon), year_(year) {}

  FrameReading read(const std::vector<FrameToken>& tokens, bool heading);
  void begin_section() { heading_set_ = false; }

 private:
  enum class List : std::uint8_t { none, words, bracket };

  // ---- paragraphs and sentences
  [[nodiscard]] bool looks_like_heading(const std::vector<FrameToken>& tokens) const;
  void read_heading(const TokenRun& tokens);
  void begin_paragraph();
  void read_sentence(const TokenRun& tokens);
  void begin_sentence(const TokenRun& tokens);
  TokenRun without_asides(const TokenRun& tokens);
  static std::vector<Clause> clauses_of(const TokenRun& tokens);

  // ---- clauses
  void read_clause(TokenRun clause, char32_t end, std::size_t index);
  void read_scope(const TokenRun& clause);
  bool read_not_one(const TokenRun& clause, char32_t end, std::size_t index);
  [[nodiscard]] std::vector<std::size_t> numbers_of(const TokenRun& clause, char32_t end) const;
  [[nodiscard]] bool counts_bare(const TokenRun& clause, std::size_t at) const;
  static std::vector<Piece> pieces_of(const TokenRun& clause, const std::vector<std::size_t>& numbers);
  bool read_distribution(const TokenRun& clause, const std::vector<std::size_t>& numbers, std::size_t respectively);
  void distribute(const TokenRun& labels, const TokenRun& numbers);

  // ---- clauses without numbers
  void read_words(const TokenRun& clause, char32_t end, std::size_t index);
  void take_topic(const TokenRun& clause, char32_t end, const Barriers& barriers);
  bool read_finished(const TokenRun& clause, bool behind_number);
  bool read_only_natural_persons(const TokenRun& clause, const Barriers& barriers);
  bool read_finished_rate(const TokenRun& clause, const Barriers& barriers);
  bool read_same_number(const TokenRun& clause);
  void wait_for_number(const TokenRun& clause, char32_t end, bool names_topic);

  // ---- negations
  void read_negation(const TokenRun& clause, std::size_t at, const Barriers& barriers);
  bool negate_applicants(const TokenRun& clause, const TokenRun& head, const TokenRun& body);
  bool negate_fronted_thing(const TokenRun& clause, const TokenRun& head, const TokenRun& body);
  bool negate_several(const TokenRun& clause, const TokenRun& body);
  bool negate_twice(const TokenRun& clause, const TokenRun& body);
  bool find_negated_thing(const TokenRun& clause, const TokenRun& head, const TokenRun& body, bool zero,
                          ProseFrame& frame);
  void claim_zero(ProseFrame frame, const TokenRun& clause, const TokenRun& body);

  // ---- one number, rule by rule: each returns false when the number is silent
  void read_piece(Piece piece);
  bool cut_suffix(Attachment& it);
  bool check_own_noun(Attachment& it);
  bool look_behind(Attachment& it);
  bool check_cause(Attachment& it);
  bool make_frame(Attachment& it);
  bool take_thing_behind(Attachment& it);
  bool check_restriction(Attachment& it);
  bool resolve_application(Attachment& it);
  bool complete_from_behind(Attachment& it);
  void complete_from_next_clause(Attachment& it);
  bool complete_from_clause_before(Attachment& it);
  void complete_from_number_before(Attachment& it);
  [[nodiscard]] bool is_of_both_kinds(const Attachment& it) const;
  bool inherit_thing(Attachment& it);
  bool check_part(Attachment& it);
  bool check_request_words(Attachment& it);
  bool check_subject(Attachment& it);
  bool check_list(Attachment& it);
  bool check_barriers(Attachment& it);
  void claim_number(Attachment& it);

  // ---- helpers
  [[nodiscard]] std::optional<ProseFrame> frame(const TokenRun& words, bool number_first, FrameRule& rule,
                                                Thing behind = Thing::none) const;
  [[nodiscard]] std::optional<ProseFrame> frame(const TokenRun& words, bool number_first) const {
    FrameRule rule{};
    return frame(words, number_first, rule);
  }
  [[nodiscard]] std::optional<ProseFrame> frame_under(const TokenRun& words, Thing topic) const;
  [[nodiscard]] Barriers barriers_of(const TokenRun& run) const;
  void read_period(const TokenRun& run, Act act);
  bool silence(const FrameToken& number, FrameRule rule, const FrameToken* cause = nullptr);
  bool silence_foreign(const FrameToken& number, FrameRule rule, const FrameToken* cause = nullptr);
  void silence_words(const TokenRun& clause, FrameRule rule, const FrameToken* cause = nullptr);
  void enter_foreign();
  bool emit(FrameClaim claim, const FrameToken* number);
  void state(const TokenRun& clause, ProseFrame frame, Statement statement, FrameRule rule);
  [[nodiscard]] bool recent_any(bool (*test)(const ProseFrame&)) const {
    return std::any_of(recent_.begin(), recent_.end(), test);
  }
  [[nodiscard]] bool is_whole_class(RequestOutcome outcome) const;
  [[nodiscard]] bool about_information() const { return about_; }

  const Lexicon* lexicon_;
  std::optional<int> year_;
  FrameReading* out_ = nullptr;

  // Of the text so far.
  Thing topic_ = Thing::none;
  int topic_age_ = 99;
  Thing paragraph_topic_ = Thing::none;
  Thing heading_topic_ = Thing::none;
  bool heading_about_ = false;
  bool heading_set_ = false;
  bool fresh_heading_ = false;
  bool about_ = false;         ///< the text speaks of government information
  bool about_before_ = false;  ///< the sentence before did
  bool foreign_by_word_ = false;
  bool foreign_by_number_ = false;
  std::optional<FrameClaim> last_claim_;

  // Of this sentence.
  std::deque<FrameToken> made_;  ///< tokens that stand for others
  std::vector<Clause> clauses_;
  std::size_t index_ = 0;
  char32_t mark_behind_ = 0;
  TokenRun clause_;
  bool sentence_about_ = false;
  std::optional<int> period_;
  bool period_unknown_ = false;
  Barrier barrier_ = Barrier::none;           ///< of the last number that names a thing
  Barrier sentence_barrier_ = Barrier::none;  ///< of all of the sentence
  Barrier clause_barrier_ = Barrier::none;
  Scope scope_ = Scope::own;
  Span region_;  ///< the word that said so
  bool part_ = false;
  std::optional<TokenRun> waiting_;        ///< what a clause without a number says that waits for one
  std::optional<TokenRun> clause_before_;  ///< all of that clause
  std::vector<ProseFrame> recent_;         ///< what the sentence has stated
  std::vector<std::size_t> stated_;        ///< its measures
  List list_ = List::none;
  bool foreign_total_ = false;
  bool applicant_total_ = false;
  const FrameToken* last_number_ = nullptr;  ///< of the clause
  bool since_ = false;
  bool has_except_ = false;
  bool carries_unknown_ = false;  ///< something is carried, and it is not told where
  bool at_end_ = false;
  std::size_t decisions_ = 0;
  std::vector<RequestOutcome> outcomes_;
  std::size_t applicants_ = 0;
  bool invalidates_ = false;
  bool partial_within_ = false;  ///< some of those that are 公开 are only in part
  const FrameToken* foreign_subject_ = nullptr;
  std::optional<ProseFrame> ellipsis_;
  TokenRun left_;  ///< of the number at hand
};

// ------------------------------------------------------------------------------------------------ helpers

std::optional<ProseFrame> FrameReader::Impl::frame(const TokenRun& words, bool number_first, FrameRule& rule,
                                                   Thing behind) const {
  FrameContext context;
  context.lexicon = lexicon_;
  context.year = year_;
  context.topic = topic_;
  context.about_information = sentence_about_;
  context.at_end = at_end_;
  context.left = &left_;
  context.recent = &recent_;
  context.has_negative_class = std::any_of(outcomes_.begin(), outcomes_.end(), [](RequestOutcome outcome) {
    return outcome == RequestOutcome::denied || outcome == RequestOutcome::unavailable ||
           outcome == RequestOutcome::partially_granted;
  });
  context.has_partial_class = partial_within_;
  return frame_of(words, number_first, context, rule, behind);
}

Barriers FrameReader::Impl::barriers_of(const TokenRun& run) const {
  Barriers barriers;
  bool within_year = false;
  for (const FrameToken* token : run) {
    const Barrier barrier = token->labels.barrier;
    if (barrier != Barrier::none && barrier != Barrier::since) {
      barriers.push_back(barrier);
    } else if (token->kind == Kind::date) {
      barriers.push_back(Barrier::partyear);
    }
    within_year = within_year || token->is(WordMark::this_) || token->kind == Kind::full_year ||
                  (token->kind == Kind::year && year_ && token->year == *year_);
  }
  if (any_is(run, WordMark::allways)) drop(barriers, Barrier::channel);
  if (within_year) drop(barriers, Barrier::cumulative);
  return barriers;
}

// The last year told counts for what follows, unless it only says where something came from or went to.
void FrameReader::Impl::read_period(const TokenRun& run, Act act) {
  const bool carries = act == Act::carry_in || act == Act::carry_out || act == Act::new_and_carry_in;
  const auto shift = [&](int years) {
    period_unknown_ = !year_;
    period_ = year_ ? std::optional<int>(*year_ + years) : std::nullopt;
  };
  for (const FrameToken* token : run) {
    if (token->kind == Kind::year) {
      if (carries && year_ && (token->year == *year_ - 1 || token->year == *year_ + 1)) continue;
      if (act == Act::carry_in) continue;
      period_ = token->year;
      period_unknown_ = false;
    } else if (token->is(WordMark::last) && !carries) {
      shift(-1);
    } else if (token->is(WordMark::next) && !carries) {
      shift(1);
    } else if (token->is(WordMark::this_) && !carries) {
      period_ = year_;
      period_unknown_ = false;
    }
  }
}

bool FrameReader::Impl::silence(const FrameToken& number, FrameRule rule, const FrameToken* cause) {
  out_->silences.push_back({rule, number.number, number.at, cause == nullptr ? Span{} : cause->at});
  return false;
}

bool FrameReader::Impl::silence_foreign(const FrameToken& number, FrameRule rule, const FrameToken* cause) {
  silence(number, rule, cause);
  if (number.number->mention.kind == MentionKind::count && !number.number->mention.unit.empty() && list_ == List::none)
    enter_foreign();
  return false;
}

void FrameReader::Impl::silence_words(const TokenRun& clause, FrameRule rule, const FrameToken* cause) {
  out_->silences.push_back({rule, nullptr, span_of(clause), cause == nullptr ? Span{} : cause->at});
}

// A number of something else: what follows and names no thing belongs to that.
void FrameReader::Impl::enter_foreign() {
  if (topic_ == Thing::request) paragraph_topic_ = Thing::request;
  topic_ = Thing::foreign;
  foreign_total_ = true;
  foreign_by_number_ = true;
  foreign_by_word_ = false;
}

bool FrameReader::Impl::is_whole_class(RequestOutcome outcome) const {
  return std::find(lexicon_->frames.classes.begin(), lexicon_->frames.classes.end(), outcome) !=
         lexicon_->frames.classes.end();
}

bool FrameReader::Impl::emit(FrameClaim claim, const FrameToken* number) {
  const FrameMeasure* states = measure_of(claim.frame, lexicon_->frames, about_information());
  const auto refuse = [&](FrameRule rule) {
    if (number != nullptr) {
      silence(*number, rule);
    } else {
      out_->silences.push_back({rule, nullptr, claim.words, {}});
    }
    return false;
  };
  if (states == nullptr) return refuse(FrameRule::no_measure);
  if (period_unknown_) return refuse(FrameRule::unknown_period);
  claim.measure = states->measure;
  claim.weak = claim.weak || states->weak;
  claim.ambiguous = states->ambiguous;
  claim.year = period_;
  claim.scope = scope_;
  if (scope_ == Scope::region) claim.region = region_;
  claim.part = part_;
  if (number != nullptr) {
    const Mention& mention = number->number->mention;
    if (claim.frame.thing == Thing::request_topic && mention.value.is_zero()) claim.ambiguous = false;
    const bool this_year = !period_ || period_ == year_;
    const bool said = std::find(stated_.begin(), stated_.end(), claim.measure) != stated_.end();
    if (said && !part_ && list_ != List::none) return refuse(FrameRule::member_of_list);
    if (said && !part_ && this_year) return refuse(FrameRule::said_twice);
    if (this_year && !part_) stated_.push_back(claim.measure);
    const bool bare_zero = mention.unit.empty() && mention.value.is_zero();
    if ((mention.kind == MentionKind::money) != states->money && !bare_zero) return refuse(FrameRule::wrong_kind);
    claim.number = number->number;
    claim.words = number->at;
    claim.in_words = number->number->chinese && mention.value.is_zero();
  } else {
    claim.in_words = true;
  }
  if (invalidates_ && claim.frame.act == Act::repeal) claim.ambiguous = true;
  claim.clause = hull(span_of(clause_), claim.words);
  ProseFrame told = claim.frame;
  told.thing = topic_of(told.thing);
  recent_.push_back(told);
  last_claim_ = claim;
  out_->claims.push_back(claim);
  return true;
}

void FrameReader::Impl::state(const TokenRun& clause, ProseFrame frame, Statement statement, FrameRule rule) {
  const FrameMeasure* states = measure_of(frame, lexicon_->frames, about_information());
  if (states == nullptr || period_unknown_) return;
  FrameClaim claim;
  claim.measure = states->measure;
  claim.frame = frame;
  claim.rule = rule;
  claim.words = span_of(clause);
  claim.clause = claim.words;
  claim.statement = statement;
  claim.in_words = true;
  claim.weak = states->weak;
  claim.part = part_;
  claim.scope = scope_;
  if (scope_ == Scope::region) claim.region = region_;
  claim.year = period_;
  last_claim_ = claim;
  out_->claims.push_back(claim);
}

// ------------------------------------------------------------------------------------------------ paragraphs

FrameReading FrameReader::Impl::read(const std::vector<FrameToken>& tokens, bool heading) {
  FrameReading reading;
  out_ = &reading;
  TokenRun all;
  all.reserve(tokens.size());
  for (const FrameToken& token : tokens) all.push_back(&token);
  heading = heading || looks_like_heading(tokens);
  if (heading) {
    const bool says_anything = any_of(
        all, [](const FrameToken& token) { return (is_word(token) || is_gap(token)) && characters(token.text) > 1; });
    if (!says_anything) return reading;
    read_heading(all);
    // 依申请公开：无 is a heading that is a sentence.
    const bool is_sentence = any_of(all, [](const FrameToken& t) { return is_number(t) || is_negation(t); });
    if (!is_sentence) return reading;
  } else {
    begin_paragraph();
  }
  paragraph_topic_ = topic_;
  foreign_by_word_ = false;
  about_before_ = about_;
  TokenRun sentence;
  const auto end = [&] {
    if (!sentence.empty() && span_of(sentence).size() <= longest_sentence) read_sentence(sentence);
    sentence = {};
  };
  for (const FrameToken* token : all) {
    if (token->is_mark(U'。') || token->is_mark(U'！') || token->is_mark(U'？')) {
      end();
    } else {
      sentence.push_back(token);
    }
  }
  end();
  made_.clear();
  clauses_.clear();
  clause_.clear();
  left_.clear();
  waiting_.reset();
  clause_before_.reset();
  return reading;
}

bool FrameReader::Impl::looks_like_heading(const std::vector<FrameToken>& tokens) const {
  if (tokens.empty() || tokens.back().is_mark(U'。')) return false;
  std::size_t size = 0;
  bool named = false;
  for (const FrameToken& token : tokens) {
    size += characters(token.text);
    if (size > longest_heading || is_number(token) || token.is(WordMark::neg)) return false;
    if (token.is_mark(U'，') || token.is_mark(U'；') || token.is_mark(U'：')) return false;
    named = named || has_thing(token) || token.is(WordMark::gi);
  }
  return named;
}

void FrameReader::Impl::read_heading(const TokenRun& tokens) {
  fresh_heading_ = true;
  const bool of_requests = any_of(tokens, [](const FrameToken& t) { return is_request(t.labels.thing); });
  const bool of_cases = any_of(tokens, [](const FrameToken& t) {
    return t.labels.thing == Thing::review || t.labels.thing == Thing::litigation ||
           t.labels.thing == Thing::review_litigation;
  });
  heading_topic_ = of_requests ? Thing::request : of_cases ? Thing::review : Thing::none;
  heading_about_ = of_requests || any_is(tokens, WordMark::gi);
  heading_set_ = true;
  about_ = heading_about_;
  topic_ = heading_topic_;
  topic_age_ = 0;
}

void FrameReader::Impl::begin_paragraph() {
  const bool keeps = topic_ == Thing::request && last_claim_ && is_request(last_claim_->frame.thing) &&
                     !fresh_heading_ && topic_age_ <= 1;
  fresh_heading_ = false;
  const Thing of_heading = heading_set_ ? heading_topic_ : Thing::none;
  topic_ = of_heading != Thing::none ? of_heading : keeps ? Thing::request : Thing::none;
  about_ = heading_set_ && heading_about_;
  topic_age_ = topic_ != Thing::none ? 0 : 99;
  barrier_ = Barrier::none;
}

// ------------------------------------------------------------------------------------------------ sentences

void FrameReader::Impl::begin_sentence(const TokenRun& tokens) {
  sentence_about_ =
      any_of(tokens, [](const FrameToken& t) { return t.is(WordMark::gi) || is_request(t.labels.thing); });
  about_ = sentence_about_ || about_before_ || (heading_set_ && heading_about_);
  period_.reset();
  period_unknown_ = false;
  // 网站收到3件。办结3件。: what follows a part without naming its thing may be of the part.
  switch (barrier_) {
    case Barrier::channel:
    case Barrier::partyear:
    case Barrier::since:
    case Barrier::cumulative:
    case Barrier::sub:
    case Barrier::transfer:
    case Barrier::outside:
      break;
    default:
      barrier_ = Barrier::none;
  }
  scope_ = Scope::own;
  part_ = false;
  waiting_.reset();
  clause_before_.reset();
  recent_.clear();
  stated_.clear();
  list_ = List::none;
  clause_barrier_ = Barrier::none;
  foreign_total_ = applicant_total_ = false;
  last_number_ = nullptr;
  foreign_subject_ = nullptr;
  ellipsis_.reset();
  left_.clear();
  ++topic_age_;
  if (topic_ == Thing::foreign && foreign_by_word_) topic_ = paragraph_topic_;
  foreign_by_word_ = foreign_by_number_ = false;

  since_ = has_except_ = carries_unknown_ = at_end_ = invalidates_ = false;
  outcomes_.clear();
  std::vector<Thing> decisions;
  std::vector<Applicant> applicants;
  bool outside = false;
  bool of_cases = false;
  bool semicolon = false;
  bool excludes = false;
  const auto add = [](auto& values, auto value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  };
  for (const FrameToken* token : tokens) {
    const WordLabels& labels = token->labels;
    since_ = since_ || labels.barrier == Barrier::since;
    outside = outside || labels.barrier == Barrier::outside;
    has_except_ = has_except_ || token->is(WordMark::except);
    at_end_ = at_end_ || token->is(WordMark::at_end) || (token->kind == Kind::full_year && tokens.size() > 1);
    invalidates_ = invalidates_ || labels.act == Act::invalid;
    of_cases = of_cases || is_case(labels.thing);
    semicolon = semicolon || token->is_mark(U'；');
    if (is_decision(labels.thing)) add(decisions, labels.thing);
    if (labels.outcome != RequestOutcome::none) add(outcomes_, labels.outcome);
    if (labels.applicant != Applicant::none) add(applicants, labels.applicant);
  }
  partial_within_ = false;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    partial_within_ = partial_within_ || (tokens[i]->is(WordMark::list) &&
                                          tokens[i + 1]->labels.outcome == RequestOutcome::partially_granted);
    excludes = excludes || excludes_information(tokens, i);
  }
  decisions_ = decisions.size();
  applicants_ = applicants.size();
  // 与政府信息公开无关的行政复议: the whole sentence is about others.
  sentence_barrier_ = (outside && of_cases && !semicolon) || excludes ? Barrier::outside : Barrier::none;
}

// A bracket without a number says nothing of the clause around it, unless it names a class.
TokenRun FrameReader::Impl::without_asides(const TokenRun& tokens) {
  TokenRun kept;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i]->is_mark(U'（')) {
      std::size_t end = i + 1;
      bool says = false;
      bool names_class = false;
      while (end < tokens.size() && !tokens[end]->is_mark(U'（') && !tokens[end]->is_mark(U'）')) {
        const FrameToken& token = *tokens[end];
        says = says || is_number(token) || token.kind == Kind::percent || token.is(WordMark::neg);
        names_class = names_class || is_class(token);
        ++end;
      }
      if (end < tokens.size() && tokens[end]->is_mark(U'）') && !says) {
        if (names_class) {
          FrameToken unknown;
          unknown.at = {tokens[i]->at.begin, tokens[end]->at.end};
          unknown.text = tokens[i]->text;
          made_.push_back(unknown);
          kept.push_back(&made_.back());
        }
        i = end;
        continue;
      }
    }
    kept.push_back(tokens[i]);
  }
  return kept;
}

std::vector<Clause> FrameReader::Impl::clauses_of(const TokenRun& tokens) {
  std::vector<Clause> clauses(1);
  for (const FrameToken* token : tokens) {
    const char32_t c = token->kind == Kind::mark ? token->character : 0;
    if (c == U'，' || c == U'；' || c == U'：' || c == U'（' || c == U'）') {
      clauses.back().end = c;
      clauses.emplace_back();
    } else {
      clauses.back().tokens.push_back(token);
    }
  }
  return clauses;
}

void FrameReader::Impl::read_sentence(const TokenRun& tokens) {
  begin_sentence(tokens);
  clauses_ = clauses_of(without_asides(tokens));
  struct Outside {
    Thing topic;
    Barrier barrier;
    std::optional<int> period;
    List list;
    Scope scope;
    bool part;
  };
  std::vector<Outside> brackets;
  std::vector<TokenRun> interrupted;  ///< clauses that go on behind a bracket
  const auto has_number = [](const TokenRun& run) { return any_of(run, is_number); };
  for (index_ = 0; index_ < clauses_.size(); ++index_) {
    TokenRun clause = clauses_[index_].tokens;
    const char32_t end = clauses_[index_].end;
    if (index_ > 0 && clauses_[index_ - 1].end == U'）' && !interrupted.empty()) {
      if (has_number(clause)) clause = joined(std::move(interrupted.back()), clause);
      interrupted.pop_back();
    }
    if (end == U'（') interrupted.push_back(has_number(clause) ? TokenRun{} : clause);
    mark_behind_ = end;
    read_clause(std::move(clause), end, index_);
    if (end == U'；') {
      foreign_subject_ = nullptr;
      // 网站受理2件；其中，自然人1件: the list is still of that.
      const TokenRun& next = index_ + 1 < clauses_.size() ? clauses_[index_ + 1].tokens : clause_;
      foreign_total_ = foreign_total_ && !next.empty() && next.front()->is(WordMark::list);
      sentence_barrier_ = Barrier::none;
      waiting_.reset();
      list_ = List::none;
      if (barrier_ == Barrier::compare) barrier_ = Barrier::none;
    } else if (end == U'（') {
      brackets.push_back({topic_, barrier_, period_, list_, scope_, part_});
      list_ = List::bracket;
    } else if (end == U'）' && !brackets.empty()) {
      const Outside& outside = brackets.back();
      topic_ = outside.topic;
      barrier_ = outside.barrier;
      period_ = outside.period;
      list_ = outside.list;
      scope_ = outside.scope;
      part_ = outside.part;
      brackets.pop_back();
    }
  }
  about_before_ = sentence_about_;
}

// ------------------------------------------------------------------------------------------------ clauses

void FrameReader::Impl::read_scope(const TokenRun& clause) {
  bool names_part = false;
  for (const FrameToken* token : clause) {
    if (token->is(WordMark::region)) {
      scope_ = Scope::region;
      region_ = token->at;
      part_ = false;
    } else if (token->is(WordMark::system)) {
      scope_ = Scope::system;
    } else if (token->is(WordMark::own)) {
      scope_ = Scope::own;
      // 县政府办公室没有收到向本办公室提出的申请: its own is the part's.
      if (!names_part) part_ = false;
    }
    names_part = names_part || token->is(WordMark::part);
    part_ = part_ || names_part;
  }
}

// 没有收到一件申请: the one is no number.
bool FrameReader::Impl::read_not_one(const TokenRun& clause, char32_t end, std::size_t index) {
  constexpr std::size_t nearest = 3;
  std::size_t negation = clause.size();
  std::size_t number = clause.size();
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause[i]->is(WordMark::neg) && negation == clause.size()) negation = i;
    if (is_number(*clause[i])) {
      number = i;
      ++numbers;
    }
  }
  if (negation == clause.size() || numbers != 1 || number < negation || number - negation > nearest) return false;
  if (!clause[number]->number->chinese || clause[number]->number->mention.value != Decimal(1)) return false;
  if (any_of(slice(clause, negation, number), is_gap)) return false;
  read_words(without(clause, is_number), end, index);
  return true;
}

bool FrameReader::Impl::counts_bare(const TokenRun& clause, std::size_t at) const {
  if (at + 1 < clause.size() && !is_joint(*clause[at + 1]) && !is_number(*clause[at + 1])) return false;
  if (at == 0) return waiting_.has_value();
  return is_any(*clause[at - 1], WordMark::quantity, WordMark::respectively);
}

std::vector<std::size_t> FrameReader::Impl::numbers_of(const TokenRun& clause, char32_t /*end*/) const {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < clause.size(); ++i) {
    // 不予处理一项为零
    const bool apposition = is_number(*clause[i]) && clause[i]->number->chinese && i > 0 && is_class(*clause[i - 1]) &&
                            clause[i]->number->mention.value == Decimal(1) && i + 2 < clause.size() &&
                            clause[i + 1]->is(WordMark::quantity) && is_number(*clause[i + 2]);
    if (apposition) {
      out_->silences.push_back({FrameRule::apposition, clause[i]->number, clause[i]->at, clause[i - 1]->at});
      continue;
    }
    if (is_number(*clause[i]) && (!clause[i]->number->mention.unit.empty() || counts_bare(clause, i)))
      numbers.push_back(i);
  }
  return numbers;
}

// Text between two numbers is cut at 、 and 和, by whether words stand in front of the first number or behind it.
std::vector<Piece> FrameReader::Impl::pieces_of(const TokenRun& clause, const std::vector<std::size_t>& numbers) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    const std::size_t at = numbers[n];
    const bool last = n + 1 == numbers.size();
    const std::size_t next = last ? clause.size() : numbers[n + 1];
    Piece piece{slice(clause, begin, std::max(begin, at)), clause[at], {}};
    std::size_t right_end = next;
    begin = next;
    if (!last) {
      const bool number_first = !any_of(piece.left, [](const FrameToken& token) {
        return is_content(token) || is_gap(token) || token.labels.barrier != Barrier::none;
      });
      std::size_t first_joint = next;
      std::size_t last_joint = next;
      for (std::size_t i = at + 1; i < next; ++i) {
        if (!is_joint(*clause[i])) continue;
        if (first_joint == next) first_joint = i;
        last_joint = i;
      }
      if (first_joint != next) {
        right_end = number_first ? last_joint : first_joint;
        begin = right_end + 1;
      } else if (!number_first) {
        right_end = at + 1;
        while (right_end < next && (clause[right_end]->is(WordMark::de) || has_thing(*clause[right_end]))) ++right_end;
        begin = right_end;
      }
    }
    piece.right = slice(clause, at + 1, right_end);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

void FrameReader::Impl::distribute(const TokenRun& labels, const TokenRun& numbers) {
  const std::vector<TokenRun> groups = conjuncts(labels);
  if (groups.empty() || groups.size() != numbers.size()) {
    for (const FrameToken* number : numbers) silence(*number, FrameRule::lengths_differ);
    return;
  }
  // What the last label says of a thing or an act it says for all.
  const TokenRun things_of_last = things_in(groups.back());
  const TokenRun things_of_first = things_in(groups.front());
  TokenRun acts_of_last;
  std::copy_if(groups.back().begin(), groups.back().end(), std::back_inserter(acts_of_last),
               [](const FrameToken* token) { return has_act(*token); });
  const auto with_things =
      std::count_if(groups.begin(), groups.end(), [](const TokenRun& group) { return any_of(group, has_thing); });
  for (std::size_t i = 0; i < groups.size(); ++i) {
    TokenRun label = groups[i];
    if (!any_of(label, has_thing)) {
      label = !things_of_last.empty() ? joined(std::move(label), things_of_last) : joined(things_of_first, label);
    }
    if (with_things > 1 && !acts_of_last.empty() && !any_of(groups[i], has_act)) {
      label = joined(std::move(label), acts_of_last);
    }
    label = without(label, [](const FrameToken& token) {
      return is_any(token, WordMark::all, WordMark::respectively) || token.kind == Kind::other;
    });
    if (any_of(label, [](const FrameToken& token) { return token.labels.outcome != RequestOutcome::none; })) {
      label = without(label, [](const FrameToken& token) {
        return token.labels.act == Act::answer || token.labels.act == Act::handle;
      });
    }
    read_piece({std::move(label), numbers[i], {}});
  }
}

bool FrameReader::Impl::read_distribution(const TokenRun& clause, const std::vector<std::size_t>& numbers,
                                          std::size_t respectively) {
  const TokenRun before = slice(clause, 0, numbers.front());
  if (respectively < numbers.front() && numbers.size() > 1) {
    const TokenRun labels = slice(clause, 0, respectively);
    const bool plain = !any_of(slice(clause, respectively, numbers.front()), is_content);
    if (plain && conjuncts(labels).size() == numbers.size()) {
      TokenRun counted;
      for (const std::size_t at : numbers) counted.push_back(clause[at]);
      distribute(labels, counted);
      return true;
    }
  }
  // 收到和办结均为5件
  if (numbers.size() == 1 && !any_of(before, is_gap) && any_is(before, WordMark::all)) {
    const std::size_t groups = conjuncts(before).size();
    if (groups > 0) {
      distribute(before, TokenRun(groups, clause[numbers.front()]));
      return true;
    }
  }
  return false;
}

void FrameReader::Impl::read_clause(TokenRun clause, char32_t end, std::size_t index) {
  if (clause.empty()) return;
  clause_ = clause;
  read_scope(clause);
  if (read_not_one(clause, end, index)) return;
  const std::vector<std::size_t> numbers = numbers_of(clause, end);
  if (any_is(clause, WordMark::list)) list_ = List::words;
  if (numbers.empty()) {
    read_words(clause, end, index);
    return;
  }
  std::size_t respectively = 0;
  while (respectively < numbers.front() && !clause[respectively]->is(WordMark::respectively)) ++respectively;
  if (read_distribution(clause, numbers, respectively)) {
    waiting_.reset();
    return;
  }
  std::vector<Piece> pieces = pieces_of(clause, numbers);
  last_number_ = pieces.back().number;
  clause_barrier_ = Barrier::none;
  if (respectively < numbers.front()) {
    if (any_of(slice(clause, respectively, numbers.front()), is_content)) {
      // 分别为 opens a list of what stands before it.
      read_words(slice(clause, 0, respectively), U'：', index);
      list_ = List::words;
      waiting_.reset();
      clause_before_.reset();
      pieces.front().left = from(pieces.front().left, respectively + 1);
    } else if (numbers.size() > 1) {
      for (const std::size_t at : numbers) silence(*clause[at], FrameRule::lengths_differ, clause[respectively]);
      return;
    }
  }
  const TokenRun behind = pieces.back().right;
  for (Piece& piece : pieces) read_piece(std::move(piece));
  waiting_.reset();
  clause_before_.reset();
  // 12件申请均已办结
  if (any_is(behind, WordMark::all) && !recent_.empty()) read_finished(behind, true);
}

// ------------------------------------------------------------------------------------------------ one number

void FrameReader::Impl::read_piece(Piece piece) {
  Attachment it;
  it.token = piece.number;
  it.piece = std::move(piece);
  it.piece.left = without(it.piece.left, [](const FrameToken& token) {
    return token.is(WordMark::approximate) || token.kind == Kind::title;
  });
  left_ = it.piece.left;
  if (!cut_suffix(it) || !check_own_noun(it) || !look_behind(it) || !check_cause(it) || !make_frame(it) ||
      !take_thing_behind(it) || !check_restriction(it) || !resolve_application(it) || !complete_from_behind(it)) {
    return;
  }
  complete_from_next_clause(it);
  if (!complete_from_clause_before(it)) return;
  complete_from_number_before(it);
  if (!inherit_thing(it) || !check_part(it) || !check_request_words(it) || !check_subject(it) || !check_list(it) ||
      !check_barriers(it)) {
    return;
  }
  claim_number(it);
}

// What touches the number must be known; what stands in front of the last unknown characters is not looked at.
bool FrameReader::Impl::cut_suffix(Attachment& it) {
  const TokenRun& left = it.piece.left;
  it.barriers = barriers_of(left);
  const bool has_thing_before = any_of(left, has_thing);
  if (!left.empty() && left.back()->labels.barrier == Barrier::cumulative && has_thing_before)
    drop(it.barriers, Barrier::cumulative);
  if (any_of(left, [](const FrameToken& token) { return is_request(token.labels.thing); }))
    drop(it.barriers, Barrier::named);
  for (const Barrier barrier : it.barriers) {
    switch (barrier) {
      case Barrier::outside:
      case Barrier::plan:
      case Barrier::hypothetic:
      case Barrier::partyear:
        sentence_barrier_ = barrier;
        break;
      case Barrier::transfer:
      case Barrier::sub:
      case Barrier::named:
        clause_barrier_ = barrier;
        break;
      default:
        break;
    }
  }
  if (clause_barrier_ != Barrier::none && !has(it.barriers, clause_barrier_)) it.barriers.push_back(clause_barrier_);

  std::size_t begin = left.size();
  while (begin > 0 && left[begin - 1]->kind != Kind::gap && left[begin - 1]->kind != Kind::other &&
         left[begin - 1]->kind != Kind::percent) {
    --begin;
  }
  it.suffix_begin = begin;
  it.behind_unknown = begin > 0;
  it.suffix = from(left, begin);
  bool content = any_of(it.suffix, is_content);
  const bool only_rest = content && std::all_of(it.suffix.begin(), it.suffix.end(), [](const FrameToken* token) {
                           return !is_content(*token) || token->labels.outcome == RequestOutcome::rest_outcome;
                         });
  if (only_rest && any_of(it.piece.right, is_content)) content = false;
  it.number_first = !content && !it.behind_unknown && it.barriers.empty();
  if (!content && it.behind_unknown) return silence_foreign(*it.token, FrameRule::unknown_head, left[begin - 1]);
  return true;
}

// 答复期限20个: a noun right before the number is what is counted.
bool FrameReader::Impl::check_own_noun(Attachment& it) {
  const bool content = any_of(it.suffix, is_content);
  // Without a noun of its own a number that stands first may belong to the clause before.
  if (!content && !(waiting_ && it.number_first)) return true;
  std::size_t at = it.suffix.size();
  while (at > 0 && is_any(*it.suffix[at - 1], WordMark::quantity, WordMark::de, WordMark::sum, WordMark::all) &&
         !it.suffix[at - 1]->is(WordMark::noun)) {
    --at;
  }
  if (at == 0 || !it.suffix[at - 1]->is(WordMark::noun)) return true;
  const bool classed = any_of(it.suffix, [](const FrameToken& token) {
    return token.labels.outcome != RequestOutcome::none || token.labels.applicant != Applicant::none;
  });
  return classed || silence_foreign(*it.token, FrameRule::own_noun, it.suffix[at - 1]);
}

bool FrameReader::Impl::look_behind(Attachment& it) {
  const TokenRun& right = it.piece.right;
  if (it.number_first) {
    for (const Barrier barrier : barriers_of(right)) it.barriers.push_back(barrier);
    it.words = right;
  } else {
    it.words = it.suffix;
  }
  std::size_t at = 0;
  while (at < right.size() && is_any(*right[at], WordMark::de, WordMark::who)) ++at;
  it.behind_at = at;
  if (at < right.size() && has_thing(*right[at])) it.thing_behind = right[at];
  if (it.number_first || it.thing_behind != nullptr || right.empty()) return true;
  const bool classed = any_of(it.suffix, [](const FrameToken& token) {
    return token.labels.outcome != RequestOutcome::none || token.labels.applicant != Applicant::none;
  });
  if (is_gap(*right.front()) && !classed)
    return silence_foreign(*it.token, FrameRule::unknown_noun_behind, right.front());
  if (at < right.size() && right[at]->is(WordMark::noun) && !classed)
    return silence_foreign(*it.token, FrameRule::noun_behind, right[at]);
  return true;
}

// 全年因工伤认定等被申请行政复议3件, after a sentence about information: what is not known may be another cause.
bool FrameReader::Impl::check_cause(Attachment& it) {
  const bool of_cases = any_of(it.words, [](const FrameToken& token) { return is_case(token.labels.thing); });
  if (it.number_first || !of_cases || sentence_about_) return true;
  for (const FrameToken* token : it.piece.left) {
    if (is_gap(*token) || has_thing_of(*token, Thing::foreign) || token->kind == Kind::title)
      return silence_foreign(*it.token, FrameRule::other_cause, token);
  }
  return true;
}

bool FrameReader::Impl::make_frame(Attachment& it) {
  const TokenRun& right = it.piece.right;
  const Thing behind = it.thing_behind != nullptr && !has_thing_of(*it.thing_behind, Thing::app)
                           ? it.thing_behind->labels.thing
                           : Thing::none;
  FrameRule conflict{};
  std::optional<ProseFrame> found = frame(it.words, it.number_first, conflict, behind);
  if (!found && conflict == FrameRule::carried_where && !it.number_first && !right.empty()) {
    const std::optional<ProseFrame> both = frame(joined(it.words, right), false);
    if (both && (both->act == Act::carry_out || both->act == Act::carry_in) && !any_of(right, is_gap)) found = both;
  }
  if (!found && it.number_first && conflict == FrameRule::negated && it.token == last_number_ &&
      index_ + 1 < clauses_.size() && mark_behind_ == U'，' && !any_of(clauses_[index_ + 1].tokens, is_number)) {
    // 4件申请未答复，顺延至下年度
    const std::optional<ProseFrame> next = frame(clauses_[index_ + 1].tokens, true);
    if (next && next->act == Act::carry_out) {
      found = next;
      const FrameToken* thing = first_with_thing(it.words);
      found->thing = thing == nullptr ? Thing::none : thing->labels.thing;
      it.rule = FrameRule::verb_in_next_clause;
    }
  }
  if (!found) {
    silence(*it.token, conflict);
    carries_unknown_ = carries_unknown_ || conflict == FrameRule::carried_where;
    if (any_of(it.words, has_thing) && list_ == List::none) barrier_ = Barrier::conflict;
    return false;
  }
  it.frame = *found;
  if (const FrameToken* receiver = foreign_receiver(it.words); receiver != nullptr && !it.number_first)
    return silence_foreign(*it.token, FrameRule::foreign, receiver);
  // 5件申请均来自自然人 counts all of them.
  if (it.number_first && it.frame.applicant != Applicant::none && any_is(right, WordMark::all))
    it.frame.applicant = Applicant::none;
  // 上年转来 is carried, not handed over by others.
  if (it.frame.act == Act::carry_in || it.frame.act == Act::carry_out) {
    drop(it.barriers, Barrier::transfer);
    if (clause_barrier_ == Barrier::transfer) clause_barrier_ = Barrier::none;
  }
  if (it.number_first && it.rule == FrameRule::words_before) it.rule = FrameRule::words_behind;
  return true;
}

// 5件（的）申请: the thing behind the number.
bool FrameReader::Impl::take_thing_behind(Attachment& it) {
  if (it.thing_behind != nullptr && it.frame.thing == Thing::none) {
    it.frame.thing = it.thing_behind->labels.thing;
    std::vector<Thing> things;
    for (const FrameToken* token : from(it.piece.right, it.behind_at)) {
      const Thing thing = token->labels.thing;
      if (thing != Thing::none && std::find(things.begin(), things.end(), thing) == things.end())
        things.push_back(thing);
    }
    const auto named = [&](Thing thing) { return std::find(things.begin(), things.end(), thing) != things.end(); };
    if ((it.frame.thing == Thing::review || it.frame.thing == Thing::litigation) && named(Thing::review) &&
        named(Thing::litigation)) {
      it.frame.thing = Thing::review_litigation;
    }
    if ((it.frame.thing == Thing::normative || it.frame.thing == Thing::rules) && things.size() > 1)
      return silence(*it.token, FrameRule::several_things, it.thing_behind);
  }
  if (it.thing_behind != nullptr && has_thing_of(*it.thing_behind, Thing::foreign)) it.frame.thing = Thing::foreign;
  it.names_thing = it.frame.thing != Thing::none && it.frame.thing != Thing::app;
  return true;
}

// Something unknown in front of what is known: a restriction (涉及某某的申请3件) is silence, a subject
// (某某收到申请3件) is not.
bool FrameReader::Impl::check_restriction(Attachment& it) {
  if (it.number_first || !it.behind_unknown) return true;
  const TokenRun& left = it.piece.left;
  const FrameToken* unknown = left[it.suffix_begin - 1];
  const bool reason = any_is(slice(left, 0, it.suffix_begin), WordMark::reason);
  const bool classed = it.frame.outcome != RequestOutcome::none || it.frame.result != CaseEnding::none;
  const TokenRun said = without(
      it.suffix, [](const FrameToken& token) { return is_any(token, WordMark::neutral, WordMark::who, WordMark::to); });
  if (it.suffix.front()->is(WordMark::de) && said.size() > 1 && (has_thing(*said[1]) || !any_of(said, has_thing))) {
    if (reason && classed) return true;
    silence(*it.token, FrameRule::restriction, unknown);
    if (it.names_thing) barrier_ = Barrier::modifier;
    return false;
  }
  if (classed || it.frame.applicant != Applicant::none) {
    if (!reason && !it.names_thing) return silence(*it.token, FrameRule::unknown_before_class, unknown);
    return true;
  }
  const bool is_subject = it.names_thing && (it.frame.act != Act::none ||
                                             (is_case(it.frame.thing) && it.frame.thing != Thing::review_litigation));
  return is_subject || silence_foreign(*it.token, FrameRule::unknown_before_head, unknown);
}

// A bare 申请 is one of what the text speaks of, unless an unknown word of its own stands before it.
bool FrameReader::Impl::resolve_application(Attachment& it) {
  const TokenRun& left = it.piece.left;
  Thing& thing = it.frame.thing;
  if (thing == Thing::app) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (!has_thing_of(*left[i], Thing::app)) continue;
      if (i > 0 && is_gap(*left[i - 1])) return silence_foreign(*it.token, FrameRule::foreign_application, left[i - 1]);
      break;
    }
    const bool known = topic_ == Thing::request || topic_ == Thing::review || topic_ == Thing::litigation;
    thing = known ? topic_ : Thing::foreign;
    if (thing == Thing::foreign && any_is(left, WordMark::gi)) {
      thing = Thing::request;
      it.names_thing = true;
    }
    if (thing == Thing::foreign) return silence(*it.token, FrameRule::application_of_nothing);
  }
  const bool rest = any_of(left, [](const FrameToken& token) {
    return token.is(WordMark::rest) || token.labels.outcome == RequestOutcome::rest_outcome;
  });
  const bool classes_told = std::any_of(recent_.begin(), recent_.end(), [&](const ProseFrame& frame) {
    return frame.thing == Thing::request && is_whole_class(frame.outcome);
  });
  if (it.number_first && rest && (it.frame.act == Act::answer || it.frame.act == Act::handle) && classes_told)
    return silence(*it.token, FrameRule::rest_of_classes);
  return true;
}

// 政府信息公开申请有6件转至下一年度: what stands behind the number completes what stands before it.
bool FrameReader::Impl::complete_from_behind(Attachment& it) {
  const TokenRun& right = it.piece.right;
  if (it.number_first) return true;
  const bool says_more =
      any_of(right, [&](const FrameToken& token) { return is_content(token) && &token != it.thing_behind; });
  if (!it.frame.is_classified() && it.frame.thing != Thing::none && it.frame.thing != Thing::foreign && says_more &&
      !any_is(right, WordMark::all) && !right.front()->is(WordMark::link)) {
    FrameRule conflict{};
    const std::optional<ProseFrame> behind = frame(right, true, conflict, it.frame.thing);
    if (!behind) return silence(*it.token, conflict);
    for (const Barrier barrier : barriers_of(right)) it.barriers.push_back(barrier);
    it.frame.act = behind->act;
    it.frame.outcome = behind->outcome;
    it.frame.applicant = behind->applicant;
    it.frame.result = behind->result;
  }
  if ((it.frame.act == Act::pending || it.frame.act == Act::pending_at_end) && any_act(right, Act::carry)) {
    FrameRule conflict{};
    const std::optional<ProseFrame> behind =
        frame(right, true, conflict, it.frame.thing != Thing::none ? it.frame.thing : topic_);
    if (behind && behind->act == Act::carry_out) it.frame.act = Act::carry_out;
  }
  return true;
}

// 另有4件因期限未满，顺延至下年度: the verb follows in the next clause.
void FrameReader::Impl::complete_from_next_clause(Attachment& it) {
  if (index_ + 1 >= clauses_.size() || mark_behind_ != U'，' || it.token != last_number_) return;
  const TokenRun& next = clauses_[index_ + 1].tokens;
  const bool readable = !next.empty() && !any_of(next, [](const FrameToken& token) {
    return is_number(token) || (is_gap(token) && characters(token.text) > longest_unknown);
  });
  if (!readable) return;
  const bool open = it.number_first && !it.frame.is_classified();
  if (open || it.frame.act == Act::pending || it.frame.act == Act::pending_at_end) {
    FrameRule conflict{};
    const std::optional<ProseFrame> behind = frame(next, true, conflict, it.frame.thing);
    if (behind && behind->act == Act::carry_out && !any_is(next, WordMark::neg)) {
      it.frame.act = Act::carry_out;
      it.rule = FrameRule::verb_in_next_clause;
    } else if (behind && open && !any_is(next, WordMark::all) &&
               (behind->outcome != RequestOutcome::none || behind->result != CaseEnding::none)) {
      it.frame.outcome = behind->outcome;
      it.frame.result = behind->result;
      it.rule = FrameRule::class_in_next_clause;
    }
  }
  if (it.frame.thing == Thing::request_topic && it.frame.is_classified()) it.frame.thing = Thing::request;
}

// A clause without a number waits for one: 予以公开的，5件.
bool FrameReader::Impl::complete_from_clause_before(Attachment& it) {
  const bool has_waiting = waiting_ && !waiting_->empty();
  const auto has_applicant = [](const FrameToken& token) { return token.labels.applicant != Applicant::none; };
  if (clause_before_ && any_of(*clause_before_, has_applicant) && it.frame.applicant == Applicant::none && !has_waiting)
    return silence(*it.token, FrameRule::one_kind_of_applicant);
  if (!has_waiting) {
    if (it.frame.thing == Thing::request_topic && it.frame.is_classified()) it.frame.thing = Thing::request;
    return true;
  }
  const bool said = it.frame.is_classified();
  if (it.number_first && !said && any_of(it.words, is_gap)) return silence(*it.token, FrameRule::unknown_words);
  FrameRule conflict{};
  const std::optional<ProseFrame> before = frame(*waiting_, false, conflict);
  if (before) {
    if (before->applicant != Applicant::none && it.frame.applicant == Applicant::none) {
      const bool of_one_kind = said && it.frame.act != Act::receive && it.frame.act != Act::submit;
      if (of_one_kind || applicants_ > 1) {
        barrier_ = Barrier::one_applicant;
        return silence(*it.token, FrameRule::one_kind_of_applicant);
      }
      if (said) it.frame.applicant = before->applicant;
    }
    // 结转下年度的申请中，自然人3件: of these, not of all.
    const bool some_only =
        before->outcome != RequestOutcome::none || before->act == Act::carry_in || before->act == Act::carry_out;
    if (some_only && it.frame.applicant != Applicant::none) {
      sentence_barrier_ = Barrier::one_applicant;
      return silence(*it.token, FrameRule::applicant_and_outcome);
    }
    const bool empty = !it.frame.is_classified();
    if ((empty || it.frame.thing == Thing::none) && !(it.number_first && it.names_thing)) {
      for (const Barrier barrier : barriers_of(*waiting_)) {
        if (barrier != Barrier::channel) it.barriers.push_back(barrier);
      }
    }
    if (empty) {
      it.frame.act = before->act;
      it.frame.outcome = before->outcome;
      it.frame.applicant = before->applicant;
      it.frame.result = before->result;
      if (it.frame.is_classified()) it.rule = FrameRule::clause_before;
    } else if (it.frame.outcome != RequestOutcome::none && before->outcome != it.frame.outcome &&
               before->outcome != RequestOutcome::none &&
               lexicon_->vocabulary.whole_of(before->outcome) == it.frame.outcome) {
      it.frame.outcome = before->outcome;
    }
    if (it.frame.thing == Thing::none && before->thing != Thing::none && before->thing != Thing::foreign) {
      it.frame.thing = before->thing;
      it.names_thing = true;
    }
    if (it.frame.thing == Thing::app) it.frame.thing = topic_ == Thing::request ? Thing::request : Thing::foreign;
  } else if (conflict != FrameRule::carried_where &&
             (!it.frame.is_classified() || conflict == FrameRule::several_applicants ||
              it.frame.thing == Thing::none)) {
    return silence(*it.token, conflict);
  }
  if (it.frame.thing == Thing::request_topic && it.frame.is_classified()) it.frame.thing = Thing::request;
  return true;
}

// 作出行政许可5件、行政处罚3件: things of one family share the act of the first.
void FrameReader::Impl::complete_from_number_before(Attachment& it) {
  const auto family = [](Thing thing) {
    if (is_norm(thing)) return 1;
    if (is_decision(thing)) return 2;
    return thing == Thing::delegates || thing == Thing::members ? 3 : 0;
  };
  ProseFrame& frame = it.frame;
  const int own = family(frame.thing);
  if (own != 0 && !frame.is_classified() && ellipsis_ && family(ellipsis_->thing) == own) {
    frame.act = ellipsis_->act;
    it.rule = FrameRule::act_of_number_before;
  }
  if (is_decision(frame.thing) && !frame.is_classified() && decisions_ >= 2) frame.act = Act::sibling;
  if (own != 0 && frame.act != Act::none) {
    ellipsis_ = frame;
  } else if (own == 0 && frame.thing != Thing::none) {
    ellipsis_.reset();
  }
}

// 直接起诉8件，复议后起诉5件；结果维持6件: of both kinds, since neither was told its results before the other.
bool FrameReader::Impl::is_of_both_kinds(const Attachment& it) const {
  if (it.frame.result == CaseEnding::none || recent_.size() < 2) return false;
  const auto is_total = [](const ProseFrame& frame) {
    return is_case(frame.thing) && frame.result == CaseEnding::none;
  };
  const bool sum = any_is(it.piece.left, WordMark::sum);
  bool both = false;
  for (std::size_t i = 0; i + 1 < recent_.size(); ++i) {
    const bool pair = is_total(recent_[i]) && is_total(recent_[i + 1]) && recent_[i].thing != recent_[i + 1].thing;
    const bool of_litigation = pair && recent_[i].thing == Thing::litigation;  // a total before its kinds
    if (pair && !of_litigation && recent_[i + 1].thing == topic_) both = true;
  }
  const auto other_kind = [&](const ProseFrame& frame) { return is_total(frame) && frame.thing != topic_; };
  return both || (sum && std::any_of(recent_.begin(), recent_.end(), other_kind));
}

// What names no thing is said of the topic, or is the sum of what was told.
bool FrameReader::Impl::inherit_thing(Attachment& it) {
  ProseFrame& frame = it.frame;
  it.empty = !frame.is_classified();
  if (frame.thing != Thing::none) return true;
  const bool sum = it.empty && it.number_first && any_is(it.piece.left, WordMark::sum);
  const auto is_total_of = [](Thing thing) {
    return [thing](const ProseFrame& told) { return told.thing == thing && told.result == CaseEnding::none; };
  };
  if (sum) {
    const auto classes = std::count_if(recent_.begin(), recent_.end(), [&](const ProseFrame& told) {
      return told.thing == Thing::request && told.outcome != RequestOutcome::none &&
             !lexicon_->vocabulary.is_part(told.outcome);
    });
    const auto is_new_or_received = [](const ProseFrame& told) {
      return is_received(told) || has_only_act(told, Act::take_new);
    };
    const auto is_done = [](const ProseFrame& told) {
      return has_only_act(told, Act::answer) || has_only_act(told, Act::handle);
    };
    constexpr std::ptrdiff_t most_classes = 4;
    constexpr std::size_t near = 3;
    if (any_of_last(recent_, near, is_total_of(Thing::review)) &&
        any_of_last(recent_, 2, is_total_of(Thing::litigation))) {
      frame = {Thing::review_litigation, Act::sum, {}, {}, {}};
    } else if (classes >= most_classes) {
      frame = {Thing::request, Act::all_processed, {}, {}, {}};
    } else if (recent_.size() >= 2 && any_of_last(recent_, near, is_new_or_received) &&
               any_of_last(recent_, near, [](const ProseFrame& told) { return has_only_act(told, Act::carry_in); }) &&
               !recent_any(is_done)) {
      frame = {Thing::request, Act::due, {}, {}, {}};
    }
    if (frame.thing != Thing::none) {
      it.rule = FrameRule::sum_of_numbers;
      it.empty = false;
    }
  }
  if (it.empty) {
    silence(*it.token, FrameRule::no_class);
    const Mention& mention = it.token->number->mention;
    if (mention.kind == MentionKind::count && !mention.unit.empty() && list_ == List::none && !it.number_first)
      enter_foreign();
    return false;
  }
  it.inherited = true;
  if ((topic_ == Thing::foreign || topic_ == Thing::none) && frame.outcome != RequestOutcome::none &&
      about_information() && barrier_ == Barrier::none &&
      !(foreign_subject_ != nullptr && foreign_subject_->is(WordMark::document))) {
    // Three classes of answers, one of which nothing else has, are about requests.
    std::vector<RequestOutcome> wholes;
    bool telling = false;
    for (const RequestOutcome outcome : outcomes_) {
      const RequestOutcome whole = lexicon_->vocabulary.whole_of(outcome);
      if (std::find(wholes.begin(), wholes.end(), whole) == wholes.end()) wholes.push_back(whole);
      const auto& all = lexicon_->frames.telling;
      telling = telling || std::find(all.begin(), all.end(), whole) != all.end();
    }
    if (wholes.size() >= 3 && telling) {
      topic_ = Thing::request;
      foreign_subject_ = nullptr;
      it.rule = FrameRule::classes_of_requests;
    }
  }
  const bool exists =
      frame.outcome == RequestOutcome::none || is_whole_class(lexicon_->vocabulary.whole_of(frame.outcome));
  if (topic_ == Thing::foreign && paragraph_topic_ == Thing::request && !foreign_by_number_ && !foreign_by_word_ &&
      foreign_subject_ == nullptr && barrier_ == Barrier::none && exists &&
      (frame.outcome != RequestOutcome::none || frame.act == Act::carry_in || frame.act == Act::carry_out)) {
    topic_ = Thing::request;
  }
  if (topic_ == Thing::none || topic_ == Thing::foreign) return silence(*it.token, FrameRule::no_topic);
  if (barrier_ != Barrier::none) return silence(*it.token, FrameRule::behind_barrier);
  if (is_of_both_kinds(it)) return silence(*it.token, FrameRule::several_things);
  if (it.rule == FrameRule::words_before || it.rule == FrameRule::words_behind) it.rule = FrameRule::topic;
  frame.thing = topic_;
  return true;
}

// 3件申请 of which nothing is said may be some of several.
bool FrameReader::Impl::check_part(Attachment& it) {
  ProseFrame& frame = it.frame;
  // 3件申请均已答复: as many came in.
  if (it.number_first && !it.inherited && frame.thing == Thing::request && has_only_act(frame, Act::answer) &&
      any_is(it.piece.right, WordMark::all) && list_ == List::none && !has_except_ &&
      !any_is(it.piece.left, WordMark::rest)) {
    frame.act = Act::receive_and_answer;
    return true;
  }
  if (it.inherited || !it.empty || !it.number_first || !is_request(frame.thing)) return true;
  const TokenRun& left = it.piece.left;
  const TokenRun& right = it.piece.right;
  if (waiting_ && !waiting_->empty() && left.empty() && index_ > 0 && clauses_[index_ - 1].end == U'：' &&
      !clauses_[index_ - 1].tokens.empty()) {
    const FrameToken& before = *clauses_[index_ - 1].tokens.back();
    if (before.is(WordMark::quantity) || has_thing(before)) return true;
  }
  const bool all_behind = any_is(right, WordMark::all);
  const bool counted = any_is(left, WordMark::quantity, WordMark::this_, WordMark::self, WordMark::who) || all_behind;
  if (list_ != List::none || any_is(left, WordMark::rest, WordMark::still, WordMark::except) || !counted)
    return silence(*it.token, FrameRule::part_without_class);
  if (all_behind && (any_act(right, Act::answer) || any_act(right, Act::handle))) frame.act = Act::receive_and_answer;
  return true;
}

bool FrameReader::Impl::check_request_words(Attachment& it) {
  const ProseFrame& frame = it.frame;
  if (frame.thing == Thing::foreign) return silence_foreign(*it.token, FrameRule::foreign, first_with_thing(it.words));
  const bool plain = is_request(frame.thing) && frame.act == Act::none && frame.outcome == RequestOutcome::none &&
                     frame.applicant == Applicant::none;
  if (!plain) return true;
  for (const FrameToken* token : it.piece.left) {
    const bool harmless =
        is_any(*token, WordMark::this_, WordMark::self, WordMark::region, WordMark::sum, WordMark::quantity,
               WordMark::gi, WordMark::who, WordMark::noun, WordMark::part, WordMark::to, WordMark::link,
               WordMark::allways, WordMark::neutral, WordMark::unit_word, WordMark::de) ||
        has_thing(*token) || token->kind == Kind::year || token->kind == Kind::full_year || token->kind == Kind::title;
    if (!harmless || token->is(WordMark::unsaid)) return silence(*it.token, FrameRule::unknown_words, token);
  }
  if (clause_before_) {
    for (const FrameToken* token : *clause_before_) {
      if (is_any(*token, WordMark::reason, WordMark::neg) || token->labels.applicant != Applicant::none ||
          token->labels.outcome != RequestOutcome::none || is_gap(*token)) {
        return silence(*it.token, FrameRule::unknown_words, token);
      }
    }
  }
  return true;
}

// The sentence speaks of something else.
bool FrameReader::Impl::check_subject(Attachment& it) {
  const ProseFrame& frame = it.frame;
  if (foreign_subject_ != nullptr) {
    const bool plain = frame.act == Act::receive || frame.act == Act::take_new || frame.act == Act::answer ||
                       frame.act == Act::handle || frame.act == Act::receive_and_answer;
    if (!it.names_thing || (is_request(frame.thing) && !plain))
      return silence(*it.token, FrameRule::foreign_sentence, foreign_subject_);
  }
  if (is_decision(frame.thing) && frame.act == Act::none && (topic_ == Thing::request || sentence_about_))
    return silence(*it.token, FrameRule::decision_without_act);
  return true;
}

// A member of a list is none of its total's measure.
bool FrameReader::Impl::check_list(Attachment& it) {
  const ProseFrame& frame = it.frame;
  const bool in_list = list_ != List::none;
  if (in_list && applicant_total_ &&
      (frame.outcome != RequestOutcome::none || frame.act == Act::carry_in || frame.act == Act::carry_out ||
       frame.act == Act::answer)) {
    return silence(*it.token, FrameRule::one_kind_of_applicant);
  }
  if (!in_list) applicant_total_ = frame.applicant != Applicant::none;
  read_period(it.number_first ? joined(it.piece.left, it.words) : it.piece.left, frame.act);
  if (sentence_barrier_ != Barrier::none) it.barriers.push_back(sentence_barrier_);
  if (foreign_total_ && in_list && it.rule == FrameRule::classes_of_requests) foreign_total_ = false;
  if (foreign_total_ && in_list) return silence(*it.token, FrameRule::foreign_total);
  const bool receives = it.names_thing && (frame.act == Act::receive || frame.act == Act::take_new ||
                                           (frame.act != Act::none && !is_request(frame.thing)));
  if (in_list && receives) {
    const auto opens_list = [](const FrameToken* token) { return token->is(WordMark::list); };
    const bool at_start = index_ == 0 && any_is(it.piece.left, WordMark::list);
    const bool behind_opener =
        index_ == 1 && std::all_of(clauses_[0].tokens.begin(), clauses_[0].tokens.end(), opens_list);
    if (at_start || behind_opener) return silence(*it.token, FrameRule::member_of_list);
  }
  return true;
}

bool FrameReader::Impl::check_barriers(Attachment& it) {
  if (it.barriers.empty() && !since_) {
    if (list_ == List::none) foreign_total_ = false;
    return true;
  }
  const auto blocks = [&](const FrameToken* token) {
    return token->labels.barrier != Barrier::none &&
           (it.barriers.empty() || token->labels.barrier == it.barriers.front());
  };
  const auto cause = std::find_if(clause_.begin(), clause_.end(), blocks);
  const bool only_channel = !since_ && std::all_of(it.barriers.begin(), it.barriers.end(),
                                                   [](Barrier barrier) { return barrier == Barrier::channel; });
  if (list_ == List::none) foreign_total_ = true;
  silence(*it.token, only_channel ? FrameRule::channel : FrameRule::barrier, cause == clause_.end() ? nullptr : *cause);
  if (it.names_thing && !(list_ != List::none && has(it.barriers, Barrier::channel))) {
    topic_ = topic_of(it.frame.thing);
    topic_age_ = 0;
    barrier_ = it.barriers.empty() ? Barrier::since : it.barriers.front();
  }
  return false;
}

void FrameReader::Impl::claim_number(Attachment& it) {
  if (it.names_thing) {
    topic_ = topic_of(it.frame.thing);
    topic_age_ = 0;
    if (list_ == List::none || barrier_ == Barrier::none) barrier_ = Barrier::none;
  }
  FrameClaim claim;
  claim.frame = it.frame;
  claim.rule = it.rule;
  // What is understood and no row states is a total of its own: its parts are not the tables' either.
  if (!emit(claim, it.token) && list_ == List::none && it.names_thing &&
      measure_of(it.frame, lexicon_->frames, about_information()) == nullptr) {
    barrier_ = Barrier::conflict;
  }
}

// ------------------------------------------------------------------------------------------------ words without
// numbers

void FrameReader::Impl::read_words(const TokenRun& clause, char32_t end, std::size_t index) {
  static_cast<void>(index);
  const Barriers barriers = barriers_of(clause);
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (!is_negation(*clause[i])) continue;
    read_negation(clause, i, barriers);
    return;
  }
  if (any_is(clause, WordMark::except)) return;
  if (any_is(clause, WordMark::all) && (read_finished(clause, false) || read_only_natural_persons(clause, barriers)))
    return;
  if (read_finished_rate(clause, barriers)) return;
  take_topic(clause, end, barriers);
  for (const FrameToken* token : clause) {
    if (token->kind == Kind::year && !has(barriers, Barrier::compare)) {
      period_ = token->year;
      period_unknown_ = false;
    } else if (token->is(WordMark::this_) && !(period_ && period_ != year_)) {
      period_ = year_;
    }
  }
  for (const Barrier barrier : barriers) {
    const bool of_sentence = barrier == Barrier::partyear || barrier == Barrier::plan || barrier == Barrier::hypothetic;
    if (of_sentence) sentence_barrier_ = barrier;
    if (of_sentence || barrier == Barrier::cumulative || barrier == Barrier::since ||
        (barrier == Barrier::compare && end != U'，' && end != U'；' && end != 0)) {
      barrier_ = barrier;
    }
  }
  if (read_same_number(clause)) return;
  wait_for_number(clause, end, any_of(clause, [](const FrameToken& token) {
                    const Thing thing = token.labels.thing;
                    return thing != Thing::none && thing != Thing::app && thing != Thing::foreign;
                  }));
}

void FrameReader::Impl::take_topic(const TokenRun& clause, char32_t end, const Barriers& barriers) {
  const FrameToken* strong = nullptr;
  const FrameToken* foreign = nullptr;
  for (const FrameToken* token : clause) {
    const Thing thing = token->labels.thing;
    if (thing == Thing::foreign) {
      if (foreign == nullptr) foreign = token;
    } else if (thing != Thing::none && thing != Thing::app) {
      strong = token;
    }
  }
  if (strong != nullptr) {
    const bool harmless = std::all_of(barriers.begin(), barriers.end(), [](Barrier barrier) {
      return barrier == Barrier::channel || barrier == Barrier::compare;
    });
    if (!harmless) return;
    if (!has_thing_of(*strong, Thing::fee_admin)) topic_ = topic_of(strong->labels.thing);
    topic_age_ = 0;
    if (barrier_ != Barrier::partyear && barrier_ != Barrier::cumulative) barrier_ = Barrier::none;
  } else if (foreign != nullptr && list_ == List::none && end != U'）') {
    if (topic_ != Thing::foreign) {
      paragraph_topic_ = topic_;
      foreign_by_word_ = true;
    }
    topic_ = Thing::foreign;
    if (end == U'，' || end == U'：') foreign_subject_ = foreign;
  }
}

void FrameReader::Impl::wait_for_number(const TokenRun& clause, char32_t end, bool names_topic) {
  const bool goes_on = end == U'，' || end == U'：';
  clause_before_.reset();
  if (!goes_on) return;
  clause_before_ = clause;
  if (!any_of(clause, is_content)) return;
  waiting_ = clause;
  if (any_is(clause, WordMark::reason) && !names_topic) {
    waiting_ = without(clause, [](const FrameToken& token) {
      return token.labels.outcome == RequestOutcome::none && !is_any(token, WordMark::reason, WordMark::etc);
    });
  } else if (any_of(clause, is_gap)) {
    // Only what stands behind the last unknown characters is known.
    std::size_t begin = clause.size();
    while (begin > 0 && !is_gap(*clause[begin - 1])) --begin;
    const TokenRun tail = from(clause, begin);
    if (any_of(tail, is_content) && !tail.front()->is(WordMark::de) && end == U'：') {
      waiting_ = tail;
    } else {
      waiting_.reset();
    }
  }
}

// 均已办结: none is left for the next year.
bool FrameReader::Impl::read_finished(const TokenRun& clause, bool behind_number) {
  if (topic_ != Thing::request || barrier_ != Barrier::none) return false;
  bool names_request = false;
  std::size_t all = clause.size();
  std::size_t last_answer = clause.size();
  for (std::size_t i = 0; i < clause.size(); ++i) {
    const FrameToken& token = *clause[i];
    const WordLabels& labels = token.labels;
    if (labels.thing == Thing::foreign) return false;
    names_request = names_request || is_request(labels.thing) || labels.thing == Thing::app;
    if (labels.act == Act::carry || labels.act == Act::pending || labels.act == Act::publish) return false;
    if (labels.act == Act::answer) last_answer = i;
    if (token.is(WordMark::all) && all == clause.size()) all = i;
    if (is_any(token, WordMark::neg, WordMark::except, WordMark::rest) || labels.applicant != Applicant::none ||
        labels.outcome != RequestOutcome::none || token.kind == Kind::percent) {
      return false;
    }
  }
  if (last_answer == clause.size() || all == clause.size() || has_except_ || carries_unknown_ ||
      !barriers_of(clause).empty())
    return false;
  if (!recent_.empty()) {
    const ProseFrame& last = recent_.back();
    // 办结6件，均在期限内答复: all of these.
    if (has_only_act(last, Act::answer) || is_processed(last)) return false;
    const auto is_of_requests = [](const ProseFrame& told) { return is_request(told.thing); };
    if (!recent_any(is_of_requests) || has_only_act(last, Act::carry_in) || recent_any(is_carried_forward))
      return false;
  } else if (!names_request) {
    return false;
  }
  const TokenRun before = slice(clause, 0, all);
  if (any_of(before, is_gap)) return false;
  for (std::size_t i = all; i < clause.size(); ++i) {
    if (!is_gap(*clause[i])) continue;
    // 均在规定的某某期限内办结
    const bool aside = i < last_answer && characters(clause[i]->text) <= longest_unknown && i > 0 &&
                       (is_any(*clause[i - 1], WordMark::reason, WordMark::to, WordMark::noun, WordMark::neutral) ||
                        clause[i - 1]->kind == Kind::other || clause[i - 1]->kind == Kind::title);
    if (!aside) return false;
  }
  if (any_is(before, WordMark::de) && !any_of(before, has_thing)) return false;
  if (list_ != List::none && !behind_number) return false;
  state(clause, {Thing::request, Act::finished, {}, {}, {}}, Statement::finished, FrameRule::all_finished);
  return true;
}

bool FrameReader::Impl::read_only_natural_persons(const TokenRun& clause, const Barriers& barriers) {
  if (topic_ != Thing::request || !barriers.empty() || barrier_ != Barrier::none || any_of(clause, is_gap))
    return false;
  bool named = false;
  for (const FrameToken* token : clause) {
    const Applicant applicant = token->labels.applicant;
    if (token->labels.outcome != RequestOutcome::none) return false;
    if (applicant == Applicant::none) continue;
    if (applicant != Applicant::natural_person) return false;
    named = true;
  }
  if (!named) return false;
  state(clause, {Thing::request, Act::only_natural_persons, {}, {}, {}}, Statement::figure, FrameRule::outcome_of_all);
  return true;
}

// 收到申请5件，办结率100%
bool FrameReader::Impl::read_finished_rate(const TokenRun& clause, const Barriers& barriers) {
  if (topic_ != Thing::request || recent_.empty() || barrier_ != Barrier::none || !barriers.empty()) return false;
  const FrameToken* percent = nullptr;
  for (const FrameToken* token : clause) {
    if (token->kind == Kind::percent) percent = token;
  }
  if (percent == nullptr || (percent->number != nullptr && percent->number->mention.value != Decimal(100)))
    return false;
  if (!any_is(clause, WordMark::finish) || any_is(clause, WordMark::timely)) return false;
  if (!is_received(recent_.back()) && !has_only_act(recent_.back(), Act::take_new)) return false;
  state(clause, {Thing::request, Act::finished, {}, {}, {}}, Statement::finished, FrameRule::all_finished);
  return true;
}

// 行政复议1件，正在审理: the result of the number before.
bool FrameReader::Impl::read_same_number(const TokenRun& clause) {
  if (!is_case(topic_) || topic_ == Thing::review_litigation || !last_claim_ || recent_.empty()) return false;
  CaseEnding result = CaseEnding::none;
  for (const FrameToken* token : clause) {
    if (token->kind == Kind::percent || is_gap(*token)) return false;
    const CaseEnding said = token->labels.result;
    if (said == CaseEnding::none) continue;
    if (result != CaseEnding::none && result != said) return false;
    result = said;
  }
  const ProseFrame& last = last_claim_->frame;
  const bool is_total =
      is_case(last.thing) && last.thing != Thing::review_litigation && last.result == CaseEnding::none;
  const bool all = any_is(clause, WordMark::all);
  // 审结的均获维持: all of some.
  if (any_is(clause, WordMark::de)) return false;
  if (result == CaseEnding::none || !is_total || (!all && result == CaseEnding::other)) return false;
  if (result == CaseEnding::upheld && all) {
    if (!about_information()) return false;
    // A suit that is won may have ended in any way but one.
    const Act said = any_is(clause, WordMark::won) ? Act::none_lost : Act::all_upheld;
    for (const Thing thing : {Thing::review, Thing::litigation}) {
      const bool told = thing == topic_ || std::any_of(recent_.begin(), recent_.end(), [&](const ProseFrame& frame) {
                          return frame.thing == thing && frame.result == CaseEnding::none;
                        });
      if (told) state(clause, {thing, said, {}, {}, {}}, Statement::outcome, FrameRule::outcome_of_all);
    }
    return true;
  }
  FrameClaim claim = *last_claim_;
  claim.frame = {topic_, Act::none, RequestOutcome::none, result, Applicant::none};
  const FrameMeasure* states = measure_of(claim.frame, lexicon_->frames, true);
  if (states == nullptr) return true;
  claim.measure = states->measure;
  claim.rule = FrameRule::all_the_same;
  claim.clause = hull(claim.words, span_of(clause));
  recent_.push_back(claim.frame);
  last_claim_ = claim;
  out_->claims.push_back(claim);
  return true;
}

// ------------------------------------------------------------------------------------------------ negations

// 未收到…申请: all that stands between the negation and the clause's end must be known.
void FrameReader::Impl::read_negation(const TokenRun& clause, std::size_t at, const Barriers& barriers) {
  const FrameToken& negation = *clause[at];
  if (sentence_barrier_ != Barrier::none || clause.back()->is(WordMark::de)) {
    silence_words(clause, FrameRule::condition, &negation);
    return;
  }
  const bool zero = negation.is(WordMark::zero);
  TokenRun body = from(clause, at + 1);
  const TokenRun head = slice(clause, 0, at);
  if (!barriers.empty()) {
    silence_words(clause, FrameRule::negated_barrier, &negation);
    return;
  }
  if (negate_applicants(clause, head, body)) return;
  if (zero && any_is(body, WordMark::zero)) {
    // 零申请、零投诉
    std::size_t cut = 0;
    while (!body[cut]->is(WordMark::zero)) ++cut;
    for (const TokenRun& part :
         {without(slice(body, 0, cut), [](const FrameToken& t) { return !is_word(t); }), from(body, cut + 1)}) {
      std::optional<ProseFrame> found = frame(part, false);
      if (!found || any_of(part, is_gap)) continue;
      if (found->thing == Thing::none && topic_ != Thing::foreign) found->thing = topic_;
      if (found->thing != Thing::none) claim_zero(*found, clause, part);
    }
    return;
  }
  if (body.empty()) {
    // 依申请公开情况：无
    if (waiting_ && !waiting_->empty() && is_any(negation, WordMark::none, WordMark::zero)) {
      const std::optional<ProseFrame> before = frame(*waiting_, false);
      if (before && before->thing != Thing::none) claim_zero(*before, clause, clause);
    }
    return;
  }
  body = without(body, [](const FrameToken& token) {
    return is_number(token) && token.number->chinese && token.number->mention.value == Decimal(1);
  });
  const auto tells_year = [](const FrameToken& token) {
    return token.kind == Kind::year || is_any(token, WordMark::last, WordMark::next);
  };
  if (any_act(body, Act::carry) && any_of(head, tells_year) && !any_of(body, tells_year)) {
    body = joined(without(head, [&](const FrameToken& token) { return !tells_year(token); }), body);
  }
  if (negate_fronted_thing(clause, head, body)) return;
  for (const FrameToken* token : body) {
    if (!is_gap(*token) && token->kind != Kind::other && !is_number(*token)) continue;
    silence_words(clause, FrameRule::negated_gap, token);
    return;
  }
  if (negate_several(clause, body) || negate_twice(clause, body)) return;
  FrameRule conflict{};
  std::optional<ProseFrame> found = frame(body, false, conflict);
  if (!found) {
    const std::vector<TokenRun> groups = conjuncts(body);
    if (groups.empty()) silence_words(clause, conflict, &negation);
    for (const TokenRun& group : groups) {
      const std::optional<ProseFrame> each =
          frame(any_of(group, has_thing) ? group : joined(group, things_in(body)), false);
      if (each) claim_zero(*each, clause, body);
    }
    return;
  }
  if (found->thing == Thing::request_topic || (found->thing == Thing::request && any_of(body, [](const FrameToken& t) {
                                                 return has_thing_of(t, Thing::request_topic);
                                               }))) {
    // 未新增依申请公开受理渠道
    if (body.back()->is(WordMark::noun)) {
      silence_words(clause, FrameRule::own_noun, body.back());
      return;
    }
  }
  if (!find_negated_thing(clause, head, body, zero, *found)) return;
  std::vector<Applicant> applicants;
  for (const FrameToken* token : head) {
    const Applicant applicant = token->labels.applicant;
    if (applicant != Applicant::none && std::find(applicants.begin(), applicants.end(), applicant) == applicants.end())
      applicants.push_back(applicant);
  }
  if (!applicants.empty() && found->thing == Thing::request) {
    if (any_of(head, is_gap)) return;
    for (const Applicant applicant : applicants) {
      ProseFrame each = *found;
      each.applicant = applicant;
      each.act = Act::none;
      claim_zero(each, clause, body);
    }
    return;
  }
  claim_zero(*found, clause, body);
}

// 未收到企业提出的申请 says nothing of all requests.
bool FrameReader::Impl::negate_applicants(const TokenRun& clause, const TokenRun& head, const TokenRun& body) {
  const auto has_applicant = [](const FrameToken& token) { return token.labels.applicant != Applicant::none; };
  const auto count = std::count_if(body.begin(), body.end(), [&](const FrameToken* t) { return has_applicant(*t); });
  if (count == 0) return false;
  const bool plain_head = std::all_of(head.begin(), head.end(), [](const FrameToken* token) {
    return is_any(*token, WordMark::this_, WordMark::self, WordMark::neutral) || token->kind == Kind::year;
  });
  if (plain_head && count == 1) {
    std::optional<ProseFrame> found = frame(without(body, has_applicant), false);
    const bool known = !any_of(
        body, [](const FrameToken& token) { return is_gap(token) || is_number(token) || token.is(WordMark::who); });
    if (found && found->thing == Thing::request && found->act == Act::submit && known) {
      for (const FrameToken* token : body) {
        if (has_applicant(*token)) found->applicant = token->labels.applicant;
      }
      found->act = Act::none;
      claim_zero(*found, clause, body);
      return true;
    }
  }
  silence_words(clause, FrameRule::negated_applicant);
  return true;
}

// 政府信息公开申请未发生、无结转: the thing stands in front of the negation.
bool FrameReader::Impl::negate_fronted_thing(const TokenRun& clause, const TokenRun& head, const TokenRun& body) {
  constexpr std::size_t most_words = 4;
  if (body.empty() || body.size() > most_words) return false;
  for (const FrameToken* token : body) {
    if (is_gap(*token) || is_number(*token) || token->kind == Kind::other || token->kind == Kind::title ||
        has_thing(*token)) {
      return false;
    }
    if (is_content(*token) && token->labels.act != Act::happen && token->labels.act != Act::carry) return false;
  }
  const bool carries = any_act(body, Act::carry);
  if (!any_act(body, Act::happen) && !carries) return false;
  if (!any_of(head, has_thing) || any_of(head, [](const FrameToken& t) { return is_gap(t) || is_number(t); }))
    return false;
  TokenRun said = head;
  if (carries) {
    said = joined(without(head,
                          [](const FrameToken& token) {
                            return token.kind == Kind::year || is_any(token, WordMark::last, WordMark::next);
                          }),
                  body);
  }
  const std::optional<ProseFrame> found =
      frame(without(said, [](const FrameToken& t) { return t.is(WordMark::neg); }), false);
  if (found) claim_zero(*found, clause, head);
  return true;
}

// 未发生行政复议、行政诉讼: each names its thing, the act of the first serves all.
bool FrameReader::Impl::negate_several(const TokenRun& clause, const TokenRun& body) {
  const std::vector<TokenRun> groups = conjuncts(body);
  const bool all_name = !groups.empty() && std::all_of(groups.begin(), groups.end(), [](const TokenRun& group) {
    return any_of(group, [](const FrameToken& t) { return has_thing(t) && t.labels.thing != Thing::app; });
  });
  if (!all_name) return false;
  TokenRun acts;
  std::copy_if(groups.front().begin(), groups.front().end(), std::back_inserter(acts),
               [](const FrameToken* token) { return has_act(*token); });
  for (const TokenRun& group : groups) {
    const std::optional<ProseFrame> found = frame(any_of(group, has_act) ? group : joined(acts, group), false);
    if (found) claim_zero(*found, clause, body);
  }
  return true;
}

// 未制定也未废止规范性文件 denies both; 没有未答复的 denies nothing.
bool FrameReader::Impl::negate_twice(const TokenRun& clause, const TokenRun& body) {
  std::size_t second = 0;
  while (second < body.size() && !body[second]->is(WordMark::neg)) ++second;
  if (second == body.size()) return false;
  const FrameToken& negation = *body[second];
  const bool joined_by_word = second > 0 && (is_joint(*body[second - 1]) || body[second - 1]->is(WordMark::also));
  if (!negation.is(WordMark::also_not) && !(negation.is(WordMark::plain_not) && joined_by_word)) {
    silence_words(clause, FrameRule::double_negation, &negation);
    return true;
  }
  const TokenRun things = things_in(body);
  for (const TokenRun& part : {slice(body, 0, second), from(body, second + 1)}) {
    const std::optional<ProseFrame> found = frame(any_of(part, has_thing) ? part : joined(part, things), false);
    if (found) claim_zero(*found, clause, body);
  }
  return true;
}

bool FrameReader::Impl::find_negated_thing(const TokenRun& clause, const TokenRun& head, const TokenRun& body,
                                           bool zero, ProseFrame& frame_of_body) {
  ProseFrame& found = frame_of_body;
  const bool lost = any_is(body, WordMark::lost);
  const auto of_head = [&] { return head.empty() ? std::nullopt : frame(head, false); };
  if (found.thing == Thing::none) {
    const std::optional<ProseFrame> before = of_head();
    if (before && before->thing != Thing::none) {
      found.thing = before->thing;
    } else if (topic_ != Thing::none && topic_ != Thing::foreign &&
               (found.act == Act::carry_in || found.act == Act::carry_out || found.outcome != RequestOutcome::none ||
                found.result != CaseEnding::none || (zero && found.act != Act::none))) {
      found.thing = topic_;
    } else if (found.result == CaseEnding::corrected && lost) {
      found.thing = Thing::litigation;
    } else if (found.result == CaseEnding::corrected && sentence_about_ && !any_of(clause, is_gap)) {
      // 未被复议机关或者法院纠错
      const bool by_court = any_is(clause, WordMark::court);
      const bool by_review = any_is(clause, WordMark::review_body);
      const bool of_review =
          by_review || any_of(clause, [](const FrameToken& token) { return token.labels.thing == Thing::review; });
      for (const Thing thing : {Thing::review, Thing::litigation}) {
        if (thing == Thing::review ? by_court && !of_review : by_review && !by_court) continue;
        ProseFrame each = found;
        each.thing = thing;
        claim_zero(each, clause, body);
      }
      return false;
    } else {
      silence_words(clause, FrameRule::no_topic);
      return false;
    }
  }
  const auto is_plain_case = [](Thing thing) { return is_case(thing) && thing != Thing::review_litigation; };
  if (found.thing == Thing::app && found.result != CaseEnding::none) {
    const std::optional<ProseFrame> before = of_head();
    found.thing = before && is_plain_case(before->thing) ? before->thing
                  : is_plain_case(topic_)                ? topic_
                  : lost                                 ? Thing::litigation
                                                         : Thing::foreign;
  }
  if (found.thing == Thing::app) {
    if (topic_ != Thing::request) return false;
    found.thing = Thing::request;
  }
  return true;
}

void FrameReader::Impl::claim_zero(ProseFrame frame, const TokenRun& clause, const TokenRun& body) {
  if (frame.thing == Thing::app) frame.thing = topic_ == Thing::request ? Thing::request : Thing::foreign;
  frame.thing = topic_of(frame.thing);
  if (frame.thing == Thing::none || frame.thing == Thing::foreign) return;
  for (std::size_t i = 0; i + 1 < body.size(); ++i) {
    // 未发生依申请公开行政复议: of those about requests alone.
    if (body[i]->labels.thing == Thing::request_topic && is_case(body[i + 1]->labels.thing)) {
      silence_words(clause, FrameRule::restriction, body[i]);
      return;
    }
  }
  if (frame.thing == Thing::request) {
    switch (frame.act) {
      case Act::answer:
      case Act::handle:
        if (body.size() > 1) {
          silence_words(clause, FrameRule::not_answered);
          return;
        }
        frame.act = Act::receive;
        break;
      case Act::receive_and_handle:
      case Act::receive_and_answer:
      case Act::happen:
        frame.act = Act::receive;
        break;
      case Act::none:
        if (frame.outcome == RequestOutcome::none && any_is(body, WordMark::noun)) return;
        break;
      default:
        break;
    }
  }
  if ((frame.thing == Thing::fee_info || frame.thing == Thing::fee_admin) && frame.act != Act::collect)
    frame.act = Act::none;
  const bool case_of_one_kind =
      frame.thing == Thing::review || frame.thing == Thing::litigation || frame.thing == Thing::review_litigation;
  if (case_of_one_kind) {
    frame.act = Act::none;
    if (any_is(body, WordMark::lost)) frame.result = CaseEnding::corrected;
  }
  if (is_decision(frame.thing) && frame.act != Act::decide && frame.act != Act::handle) return;
  read_period(clause, frame.act);
  if (since_ || frame.thing == Thing::delegates || frame.thing == Thing::members) return;
  topic_ = frame.thing;
  FrameClaim claim;
  claim.rule = FrameRule::negated_zero;
  claim.words = span_of(clause);
  claim.weak = is_decision(frame.thing);
  if (frame.thing == Thing::review_litigation) {
    for (const Thing thing : {Thing::review, Thing::litigation}) {
      claim.frame = frame;
      claim.frame.thing = thing;
      emit(claim, nullptr);
    }
    return;
  }
  claim.frame = frame;
  if (frame.result == CaseEnding::corrected && (frame.thing == Thing::review || frame.thing == Thing::litigation))
    claim.statement = Statement::outcome;
  emit(claim, nullptr);
}

// ------------------------------------------------------------------------------------------------ the reader

FrameReader::FrameReader(const Lexicon& lexicon, std::optional<int> year)
    : impl_(std::make_unique<Impl>(lexicon, year)) {}
FrameReader::~FrameReader() = default;
FrameReading FrameReader::read(const std::vector<FrameToken>& tokens, bool heading) {
  return impl_->read(tokens, heading);
}
void FrameReader::begin_section() { impl_->begin_section(); }

bool means_something_else(FrameRule rule) {
  switch (rule) {
    case FrameRule::apposition:
    case FrameRule::own_noun:
    case FrameRule::unknown_noun_behind:
    case FrameRule::noun_behind:
    case FrameRule::restriction:
    case FrameRule::foreign_application:
    case FrameRule::negated:
    case FrameRule::older_year:
    case FrameRule::outcome_of_received:
    case FrameRule::applicant_and_outcome:
    case FrameRule::other_cause:
    case FrameRule::suit_after_something:
    case FrameRule::member_of_list:
    case FrameRule::foreign_total:
    case FrameRule::one_kind_of_applicant:
    case FrameRule::behind_barrier:
    case FrameRule::foreign:
    case FrameRule::foreign_sentence:
    case FrameRule::barrier:
    case FrameRule::condition:
    case FrameRule::negated_applicant:
    case FrameRule::double_negation:
      return true;
    default:
      return false;
  }
}

std::string_view frame_rule_name(FrameRule rule) {
  static constexpr std::string_view names[] = {"words-before",
                                               "words-behind",
                                               "verb-in-next-clause",
                                               "class-in-next-clause",
                                               "clause-before",
                                               "act-of-number-before",
                                               "sum-of-numbers",
                                               "topic",
                                               "classes-of-requests",
                                               "distributed",
                                               "negated-zero",
                                               "all-finished",
                                               "outcome-of-all",
                                               "all-the-same",
                                               "unknown-head",
                                               "apposition",
                                               "own-noun",
                                               "unknown-noun-behind",
                                               "noun-behind",
                                               "restriction",
                                               "unknown-before-class",
                                               "unknown-before-head",
                                               "foreign-application",
                                               "application-of-nothing",
                                               "negated",
                                               "older-year",
                                               "both-years",
                                               "carried-where",
                                               "receive-and-carry",
                                               "several-acts",
                                               "several-outcomes",
                                               "several-results",
                                               "several-applicants",
                                               "several-things",
                                               "outcome-of-received",
                                               "applicant-and-outcome",
                                               "published",
                                               "invalidated",
                                               "rest-of-classes",
                                               "other-cause",
                                               "which-suit",
                                               "suit-after-something",
                                               "member-of-list",
                                               "foreign-total",
                                               "one-kind-of-applicant",
                                               "said-twice",
                                               "no-class",
                                               "part-without-class",
                                               "no-topic",
                                               "behind-barrier",
                                               "foreign",
                                               "foreign-sentence",
                                               "unknown-words",
                                               "decision-without-act",
                                               "channel",
                                               "barrier",
                                               "lengths-differ",
                                               "no-measure",
                                               "wrong-kind",
                                               "unknown-period",
                                               "condition",
                                               "negated-barrier",
                                               "negated-applicant",
                                               "negated-gap",
                                               "double-negation",
                                               "not-answered"};
  static_assert(std::size(names) == static_cast<std::size_t>(FrameRule::count));
  return names[static_cast<std::size_t>(rule)];
}

}  // namespace gialint
