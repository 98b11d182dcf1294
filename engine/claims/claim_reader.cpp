#include "engine/claims/claim_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/claims/frame_claims.hpp"
#include "engine/claims/readings.hpp"
#include "engine/claims/relations.hpp"
#include "engine/claims/skeleton.hpp"
#include "engine/claims/trends.hpp"
#include "engine/claims/word_places.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr const char* preface_id = "preface";
/// An opening up to this many bytes of the skeleton is no clause by itself: 其中，
constexpr std::uint32_t longest_opening = 6;
constexpr std::uint32_t no_place = 0xFFFFFFFF;
/// A first sentence up to this many bytes of the skeleton is a heading: （二）依申请公开情况。
constexpr std::uint32_t longest_heading = 60;
/// What takes more bytes of the skeleton without a full stop is no sentence, and nothing is claimed in it. Around each
/// claim its sentence is read again: this bounds the work.
constexpr std::uint32_t longest_sentence = 6000;

/// Those of `places`, which stand in the order of the text, from byte `begin` of the skeleton to before `end`: found by
/// search, since a paragraph may have as many sentences as numbers.
template <class Place>
std::span<const Place> standing_in(const std::vector<Place>& places, std::uint32_t begin, std::uint32_t end) {
  const auto before = [](const Place& place, std::uint32_t at) { return place.at < at; };
  const auto first = std::lower_bound(places.begin(), places.end(), begin, before);
  return {first, std::lower_bound(first, places.end(), std::max(begin, end), before)};
}

/// The last administrative level that `text` names; empty when it names none.
std::string_view level_of(const std::optional<Pattern>& levels, std::string_view text) {
  std::string_view last;
  if (!levels) return last;
  for (const Pattern::Match& match : levels->find_all(text)) last = text.substr(match.span.begin, match.span.size());
  return last;
}

bool found_in(const std::optional<Pattern>& pattern, std::string_view text) {
  return pattern && !text.empty() && pattern->is_in(text);
}

/// `value`, printed in units of one, in units of 10^`exponent`; false when it takes too many digits.
bool to_unit(int exponent, Decimal& value) {
  const std::optional<Decimal> scaled = Decimal::scaled(value.units(), value.scale() + exponent);
  if (scaled) value = *scaled;
  return scaled.has_value();
}

/// Calls `visit(paragraph, section id)` for all prose, in the order of the text.
template <class Visit>
void for_each_paragraph(const Outline& outline, const Paragraphs& paragraphs, Visit visit) {
  for (const Paragraph& paragraph : paragraphs.preface) visit(paragraph, preface_id);
  for (const Section& section : outline.sections) {
    for (const Paragraph& paragraph : paragraphs.of(section)) visit(paragraph, section.id.c_str());
  }
}

/// Spans, of which it tells whether one reaches into another, or holds it, without looking at all of them.
class SpanSet {
 public:
  template <class Items, class Test>
  SpanSet(const Items& items, Test test) {
    for (const auto& item : items) {
      if (test(item)) spans_.push_back(item.span);
    }
    std::sort(spans_.begin(), spans_.end());
    std::uint32_t end = 0;
    for (const Span span : spans_) ends_.push_back(end = std::max(end, span.end));
  }
  [[nodiscard]] bool overlaps(Span span) const { return reaches(span.end, span.begin + 1); }
  [[nodiscard]] bool holds(Span span) const { return reaches(span.begin + 1, span.end); }

 private:
  /// One of those that begin before `begin` ends at `end` or behind it.
  [[nodiscard]] bool reaches(std::uint32_t begin, std::uint32_t end) const {
    const auto after = std::lower_bound(spans_.begin(), spans_.end(), Span{begin, 0});
    return after != spans_.begin() && ends_[static_cast<std::size_t>(after - spans_.begin()) - 1] >= end;
  }

  std::vector<Span> spans_;
  std::vector<std::uint32_t> ends_;  ///< the furthest up to each
};

/// Reads the prose of one report.
class ClaimReader {
 public:
  ClaimReader(const Outline& outline, const Paragraphs& paragraphs, const Tables& tables, std::optional<int> year,
              const Lexicon& lexicon);

  Prose read();

 private:
  /// Bytes of the skeleton.
  struct Sentence {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// What one family makes of the sentence at hand.
  struct FamilyState {
    bool under_heading = false;    ///< a heading names its subject
    bool anchored = false;         ///< this sentence holds one of its anchors
    bool claimed = false;          ///< this sentence stated a claim of it
    bool anchored_before = false;  ///< the same of the sentence before
    bool claimed_before = false;
    /// Where this sentence first states something of it that is passed over for what stands around it: a part, another
    /// time. What follows and does not name its subject may belong to that.
    std::uint32_t doubtful_from = no_place;
    bool doubtful_before = false;     ///< the sentence before ended so
    std::optional<bool> ruled_out;    ///< PhraseFamily::unless, once asked
    std::optional<bool> looks_alike;  ///< PhraseFamily::excluded in the sentence before

    [[nodiscard]] bool is_active() const { return under_heading || anchored || anchored_before || claimed_before; }
  };

  void read_paragraph(const Paragraph& paragraph, const char* section);
  void read_claims();
  /// Takes back claims of this paragraph, from `first_claim` on, that contradict the tables where frames understand the
  /// number or the negation as something else.
  void drop_misread(const FrameClaims::Read& frames, std::size_t first_claim);
  /// Adds what frames understand and no phrase has said.
  void add_frames(FrameClaims::Read frames, std::size_t first_claim);
  /// Readings and verdict of a claim in the cells' units, whose measure has this index.
  void hold_against_tables(Claim& claim, std::size_t measure);
  void read_sentence(Sentence sentence);
  static bool is_readable(Sentence sentence) { return sentence.end - sentence.begin <= longest_sentence; }
  void read_match(const Phrase& phrase, const Pattern::Match& match, Sentence sentence);
  /// Takes back what this sentence stated behind a doubtful place without naming its subject.
  void drop_doubtful(std::size_t first_claim);
  void add_claim(const Phrase& phrase, const Phrase::Slot& slot, Span group, Span match, Sentence sentence);
  /// Whether the paragraph can say anything that is understood: most cannot.
  [[nodiscard]] bool may_claim(std::string_view paragraph) const;
  [[nodiscard]] bool is_in_context(const Phrase& phrase, FamilyState& state, std::uint32_t last_number,
                                   Sentence sentence) const;
  [[nodiscard]] bool is_guarded(const Phrase& phrase, Span clause, std::uint32_t at, Sentence sentence) const;
  /// The clause around byte `at`: between commas, colons and brackets.
  [[nodiscard]] Span clause_around(std::uint32_t at, Sentence sentence) const;
  struct Dating {
    std::optional<int> year;
    bool known = true;  ///< false for 去年 in a report of no known year
  };
  [[nodiscard]] Dating dating(std::uint32_t at, Span match, Sentence sentence) const;
  /// Finds where the sentence names a year only as where something came from or went to.
  void find_year_asides(Sentence sentence);
  [[nodiscard]] bool in_brackets(std::uint32_t place, Sentence sentence) const;
  [[nodiscard]] bool is_aside(const Skeleton::Year& year, Sentence sentence) const;
  Scope read_scope(std::uint32_t at, bool& part) const;

  [[nodiscard]] std::size_t family_of(const Phrase& phrase) const {
    return family_of_[static_cast<std::size_t>(&phrase - lexicon_->phrases.data())];
  }
  [[nodiscard]] std::string_view part(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(skeleton_.text).substr(begin, end - begin);
  }
  [[nodiscard]] Span source(std::uint32_t begin, std::uint32_t end) const;

  const Outline* outline_;
  const Paragraphs* paragraphs_;
  const Tables* tables_;
  std::optional<int> year_;
  const Lexicon* lexicon_;
  bool government_ = false;
  std::string_view level_;              ///< of a government's region, in its name: 县
  std::vector<std::size_t> family_of_;  ///< for each phrase
  ReadingCache readings_;
  RelationReader relations_;
  FrameClaims frames_;
  std::vector<std::size_t> family_of_measure_;

  const Paragraph* paragraph_ = nullptr;
  const char* section_ = preface_id;
  Skeleton skeleton_;
  Sentence previous_;
  std::vector<FamilyState> families_;
  std::optional<int> told_year_;  ///< the last year told by its digits in this paragraph, before this sentence
  std::vector<Pattern::Match> year_asides_;  ///< of this sentence
  WordPlaces words_;                         ///< of the lexicon, in this sentence
  std::ptrdiff_t first_of_sentence_ = 0;     ///< of claims_
  std::vector<std::uint32_t> taken_;         ///< positions of numbers that a phrase has

  std::vector<Mention> mentions_;
  std::vector<Breakdown> breakdowns_;
  std::vector<Share> shares_;
  std::vector<Trend> trends_;
  std::vector<Claim> claims_;
  std::vector<ClaimOrigin> origins_;  ///< of each claim
};

ClaimReader::ClaimReader(const Outline& outline, const Paragraphs& paragraphs, const Tables& tables,
                         std::optional<int> year, const Lexicon& lexicon)
    : outline_(&outline),
      paragraphs_(&paragraphs),
      tables_(&tables),
      year_(year),
      lexicon_(&lexicon),
      readings_(lexicon, tables),
      relations_(lexicon, readings_),
      frames_(outline, year, lexicon),
      family_of_measure_(lexicon.measures.size(), 0),
      words_(lexicon.words) {
  government_ = outline.title && found_in(lexicon.context.government, outline.title->organ_name);
  if (government_) level_ = level_of(lexicon.context.level, outline.title->organ_name);
  for (const Phrase& phrase : lexicon.phrases) {
    std::size_t family = 0;
    while (family < lexicon.families.size() && lexicon.families[family].id != phrase.family) ++family;
    family_of_.push_back(family);
    for (const Phrase::Slot& slot : phrase.slots) {
      for (const std::size_t measure : slot.measures) family_of_measure_[measure] = family;
    }
  }
  families_.resize(lexicon.families.size());
}

Prose ClaimReader::read() {
  for_each_paragraph(*outline_, *paragraphs_,
                     [&](const Paragraph& paragraph, const char* section) { read_paragraph(paragraph, section); });
  const auto in_order = [](auto& items) {
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    return std::move(items);
  };
  return {in_order(mentions_), in_order(claims_), in_order(breakdowns_), in_order(shares_), in_order(trends_)};
}

void ClaimReader::read_paragraph(const Paragraph& paragraph, const char* section) {
  if (std::string_view(section) != section_) {
    for (FamilyState& family : families_) family.under_heading = false;
    section_ = section;
  }
  paragraph_ = &paragraph;
  skeleton_ = build_skeleton(paragraph.text.text(), year_, lexicon_->numbers);
  for (const Skeleton::Number& number : skeleton_.numbers) {
    mentions_.push_back(in_source(number.mention, paragraph.text, section));
  }
  const std::size_t first_claim = claims_.size();
  if (paragraph.heading || may_claim(paragraph.text.text())) read_claims();
  FrameClaims::Read frames = frames_.read(paragraph, section);
  drop_misread(frames, first_claim);
  add_frames(std::move(frames), first_claim);
  const ParagraphClaims read{skeleton_,
                             paragraph.text,
                             section,
                             year_,
                             std::span(claims_).subspan(first_claim),
                             std::span<const ClaimOrigin>(origins_).subspan(first_claim)};
  if (skeleton_.numbers.size() + skeleton_.things.size() > 1) relations_.read(read, breakdowns_, shares_);
  find_trends(read, *lexicon_, trends_);
}

void ClaimReader::drop_misread(const FrameClaims::Read& frames, std::size_t first_claim) {
  const auto is_zero = [](const Claim& claim) { return claim.in_words && claim.statement == Statement::figure; };
  const SpanSet others(frames.silences, [](const Silence& silence) { return means_something_else(silence.rule); });
  const SpanSet zeros(frames.claims, is_zero);
  const auto is_understood_otherwise = [&](const Claim& claim) {
    if (others.holds(claim.span)) return true;
    // 没有结转的申请 is no 没有申请.
    if (!is_zero(claim) || !zeros.holds(claim.span)) return false;
    const auto behind =
        std::upper_bound(frames.claims.begin(), frames.claims.end(), claim.span.begin,
                         [](std::uint32_t begin, const Claim& other) { return begin < other.span.begin; });
    // A clause states few zeros.
    constexpr std::ptrdiff_t most_of_clause = 8;
    const auto near = behind - std::min(behind - frames.claims.begin(), most_of_clause);
    return std::none_of(near, behind, [&](const Claim& other) {
      return is_zero(other) && other.span.contains(claim.span) && other.measure == claim.measure;
    });
  };
  std::size_t kept = first_claim;
  for (std::size_t i = first_claim; i < claims_.size(); ++i) {
    if (claims_[i].verdict == ClaimVerdict::contradicted && is_understood_otherwise(claims_[i])) continue;
    if (kept != i) {
      claims_[kept] = std::move(claims_[i]);
      origins_[kept] = origins_[i];
    }
    ++kept;
  }
  claims_.resize(kept);
  origins_.resize(kept);
}

void ClaimReader::add_frames(FrameClaims::Read frames, std::size_t first_claim) {
  const SpanSet said(std::span<const Claim>(claims_).subspan(first_claim), [](const Claim&) { return true; });
  // Numbers stand in the order of the skeleton, which distribution may have changed.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> numbers;
  for (const Skeleton::Number& number : skeleton_.numbers) numbers.emplace_back(number.mention.span.begin, number.at);
  std::sort(numbers.begin(), numbers.end());
  const auto skeleton_place = [&](std::uint32_t place) {
    const auto number = std::lower_bound(numbers.begin(), numbers.end(), std::pair{place, std::uint32_t{0}});
    if (number != numbers.end() && number->first == place) return number->second;
    const auto found = std::lower_bound(skeleton_.places.begin(), skeleton_.places.end(), place);
    return static_cast<std::uint32_t>(found - skeleton_.places.begin());
  };
  for (std::size_t i = 0; i < frames.claims.size(); ++i) {
    Claim& claim = frames.claims[i];
    if (claim.ambiguous || said.overlaps(claim.span)) continue;
    const auto measure = static_cast<std::size_t>(lexicon_->measure(claim.measure) - lexicon_->measures.data());
    hold_against_tables(claim, measure);
    origins_.push_back(
        {family_of_measure_[measure], skeleton_place(frames.places[i]), frames.rules[i] != FrameRule::topic});
    claims_.push_back(std::move(claim));
  }
}

void ClaimReader::hold_against_tables(Claim& claim, std::size_t measure) {
  claim.readings = readings_.of(measure);
  claim.cell_at_fault = claim.exactness == Exactness::exact && is_cell_at_fault(claim.readings, claim.value, *tables_);
  // All and none are said of a table that is right; where its sums fail, the totals speak.
  if (claim.statement != Statement::figure) claim.cell_at_fault = are_cells_in_doubt(claim.readings, *tables_);
  const bool same_subject = claim.scope == Scope::own && !claim.ambiguous && (!claim.year || claim.year == year_);
  if (same_subject) claim.verdict = judge(claim);
}

void ClaimReader::read_claims() {
  const Paragraph& paragraph = *paragraph_;
  previous_ = {};
  told_year_.reset();
  for (FamilyState& family : families_) {
    family.anchored = family.claimed = false;
    family.doubtful_from = no_place;
  }

  const std::string_view text = skeleton_.text;
  std::uint32_t begin = 0;
  bool first = true;
  for (std::uint32_t at = 0; at <= text.size();) {
    const CodePoint c = at < text.size() ? code_point_at(text, at) : CodePoint{U'。', 1};
    const std::uint32_t next = at + c.length;
    if (c.value == U'。' || c.value == U'；' || c.value == U'！' || c.value == U'？') {
      if (at > begin) {
        const Sentence sentence{begin, at};
        read_sentence(sentence);
        // A short first sentence, or a paragraph that is a heading, names what all that follows is about.
        if (first && (paragraph.heading || sentence.end - sentence.begin <= longest_heading)) {
          for (std::size_t i = 0; i < families_.size(); ++i) {
            const bool named = found_in(lexicon_->families[i].context, part(sentence.begin, sentence.end));
            if (paragraph.heading || named) families_[i].under_heading = named;
          }
        }
        first = false;
        previous_ = is_readable(sentence) ? sentence : Sentence{};
      }
      begin = next;
    }
    at = next;
  }
}

bool ClaimReader::may_claim(std::string_view paragraph) const {
  const auto under_heading = [](const FamilyState& family) { return family.under_heading; };
  if (std::any_of(families_.begin(), families_.end(), under_heading)) return true;
  bool anchored = false;
  lexicon_->anchors.find_all(paragraph, [&](std::uint32_t, std::uint32_t) { anchored = true; });
  return anchored;
}

void ClaimReader::read_sentence(Sentence sentence) {
  const std::string_view text = is_readable(sentence) ? part(sentence.begin, sentence.end) : std::string_view();
  words_.look_in(text);
  const bool has_number = !standing_in(skeleton_.numbers, sentence.begin, sentence.end).empty();
  taken_.clear();
  find_year_asides(sentence);
  const std::size_t first_claim = claims_.size();
  first_of_sentence_ = static_cast<std::ptrdiff_t>(first_claim);
  bool any_active = false;
  for (std::size_t i = 0; i < families_.size(); ++i) {
    FamilyState& family = families_[i];
    family.ruled_out.reset();
    family.looks_alike.reset();
    family.anchored_before = family.anchored;
    family.claimed_before = family.claimed;
    family.doubtful_before = family.doubtful_from != no_place;
    family.doubtful_from = no_place;
    const std::vector<std::uint32_t>& anchors = lexicon_->families[i].anchors;
    family.anchored =
        std::any_of(anchors.begin(), anchors.end(), [&](std::uint32_t word) { return words_.holds(word); });
    family.claimed = false;
    any_active = any_active || family.is_active();
  }
  for (std::size_t i = 0; any_active && i < lexicon_->phrases.size(); ++i) {
    const Phrase& phrase = lexicon_->phrases[i];
    if (!has_number && std::none_of(phrase.slots.begin(), phrase.slots.end(),
                                    [](const Phrase::Slot& slot) { return slot.in_words; })) {
      continue;
    }
    if (!words_.hold_in_order(phrase.words)) continue;
    FamilyState& state = families_[family_of_[i]];
    if (!state.is_active()) continue;
    std::vector<Pattern::Match> matches = phrase.text->find_all(text);
    if (matches.empty()) continue;
    if (!state.ruled_out) state.ruled_out = found_in(lexicon_->families[family_of_[i]].unless, text);
    if (*state.ruled_out) continue;
    for (Pattern::Match& match : matches) {
      match.span = {match.span.begin + sentence.begin, match.span.end + sentence.begin};
      for (std::optional<Span>& group : match.groups) {
        if (group) group = Span{group->begin + sentence.begin, group->end + sentence.begin};
      }
      std::uint32_t last = match.span.begin;
      for (const std::optional<Span>& group : match.groups) last = std::max(last, group ? group->end : last);
      if (is_in_context(phrase, state, last, sentence)) read_match(phrase, match, sentence);
    }
  }
  if (any_active) drop_doubtful(first_claim);
  // What follows is told of the same year, unless that was only where something came from, stood in brackets, or is yet
  // to come.
  for (const Skeleton::Year& year : standing_in(skeleton_.years, sentence.begin, sentence.end)) {
    if (!year.digits) continue;
    const bool to_come = year_ && year.year && *year.year > *year_;
    if (!to_come && !is_aside(year, sentence) && !in_brackets(year.at, sentence)) told_year_ = year.year;
  }
}

void ClaimReader::find_year_asides(Sentence sentence) {
  year_asides_.clear();
  if (!lexicon_->context.year_aside || skeleton_.years.empty() || !is_readable(sentence)) return;
  year_asides_ = lexicon_->context.year_aside->find_all(part(sentence.begin, sentence.end));
}

bool ClaimReader::in_brackets(std::uint32_t place, Sentence sentence) const {
  constexpr std::uint32_t longest_bracket = 300;  // bytes
  const std::string_view before = part(std::max(sentence.begin, place - std::min(place, longest_bracket)), place);
  const std::size_t open = before.rfind("（");
  if (open == std::string_view::npos) return false;
  const std::size_t closed = before.rfind("）");
  return closed == std::string_view::npos || closed < open;
}

bool ClaimReader::is_aside(const Skeleton::Year& year, Sentence sentence) const {
  const std::uint32_t place = year.at - sentence.begin;
  return std::any_of(year_asides_.begin(), year_asides_.end(),
                     [&](const Pattern::Match& aside) { return aside.span.begin <= place && place < aside.span.end; });
}

bool ClaimReader::is_in_context(const Phrase& phrase, FamilyState& state, std::uint32_t last_number,
                                Sentence sentence) const {
  if (phrase.names_topic) return true;
  const PhraseFamily& family = lexicon_->families[family_of(phrase)];
  // What looks alike stands before the number or in its clause; what is told behind it is another matter.
  const std::uint32_t clause_end = std::max(last_number, clause_around(std::max(last_number, 1U) - 1, sentence).end);
  if (found_in(family.excluded, part(sentence.begin, clause_end))) return false;
  if (found_in(family.context, part(sentence.begin, clause_end))) return true;
  if (!state.looks_alike) state.looks_alike = found_in(family.excluded, part(previous_.begin, previous_.end));
  if (*state.looks_alike || state.doubtful_before) return false;
  return state.under_heading || state.claimed_before || found_in(family.context, part(previous_.begin, previous_.end));
}

void ClaimReader::drop_doubtful(std::size_t first_claim) {
  std::size_t kept = first_claim;
  for (std::size_t i = first_claim; i < claims_.size(); ++i) {
    const ClaimOrigin& origin = origins_[i];
    if (!origin.names_topic && origin.at > families_[origin.family].doubtful_from) continue;
    if (kept != i) {
      claims_[kept] = std::move(claims_[i]);
      origins_[kept] = origin;
    }
    ++kept;
  }
  claims_.resize(kept);
  origins_.resize(kept);
}

void ClaimReader::read_match(const Phrase& phrase, const Pattern::Match& match, Sentence sentence) {
  const Span around = clause_around(match.span.begin, sentence);
  if (found_in(lexicon_->context.not_before, part(around.begin, std::max(around.begin, match.span.begin)))) return;
  if (found_in(phrase.unless, part(sentence.begin, sentence.end))) return;
  for (std::size_t i = 0; i < phrase.slots.size() && i < match.groups.size(); ++i) {
    if (match.groups[i]) add_claim(phrase, phrase.slots[i], *match.groups[i], match.span, sentence);
  }
}

Span ClaimReader::clause_around(std::uint32_t at, Sentence sentence) const {
  const auto is_border = [](char32_t c) { return c == U'，' || c == U'：' || c == U'（' || c == U'）'; };
  Span clause{sentence.begin, sentence.end};
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    const CodePoint c = code_point_at(skeleton_.text, i);
    if (is_border(c.value)) {
      if (i < at) {
        if (i - clause.begin > longest_opening || i == clause.begin) clause.begin = i + c.length;
      } else if (i > at) {
        clause.end = i;
        break;
      }
    }
    i += c.length;
  }
  return clause;
}

bool ClaimReader::is_guarded(const Phrase& phrase, Span clause, std::uint32_t at, Sentence sentence) const {
  const ContextWords& context = lexicon_->context;
  std::string_view clause_before = part(clause.begin, at);
  if (const auto all = context.all_ways ? context.all_ways->find(clause_before) : std::nullopt)
    clause_before.remove_prefix(all->span.end);
  const std::string_view sentence_before = part(sentence.begin, at);
  if (found_in(context.skip_clause, clause_before) || found_in(context.skip_sentence, sentence_before)) return true;
  if (found_in(context.cumulative, clause_before) && !found_in(context.within_year, sentence_before)) return true;
  return found_in(phrase.unless_before, clause_before);
}

// The last year told before the number counts, unless it only says where something came from or went to.
ClaimReader::Dating ClaimReader::dating(std::uint32_t at, Span match, Sentence sentence) const {
  Dating result{told_year_, true};
  for (const Skeleton::Year& year : standing_in(skeleton_.years, sentence.begin, at)) {
    if (year.at >= match.begin && year.at < match.end) continue;  // the phrase itself speaks of it
    if (is_aside(year, sentence)) continue;
    result.year = year.year;
    // A year in words has no number where the report's is unknown; 今年 then still means this report.
    result.known = year.year.has_value() || year.offset == 0;
  }
  return result;
}

Scope ClaimReader::read_scope(std::uint32_t at, bool& of_a_part) const {
  const ContextWords& context = lexicon_->context;
  const std::string_view before = part(previous_.begin, at);
  enum class Word { none, own, region, system, part };
  Word last = Word::none;
  std::uint32_t last_end = 0;
  std::string_view last_words;
  const auto look = [&](const std::optional<Pattern>& pattern, Word word) {
    if (!pattern) return;
    for (const Pattern::Match& match : pattern->find_all(before)) {
      // Of two that end alike the longer says more: 不含本级.
      if (match.span.end < last_end || (match.span.end == last_end && match.span.size() < last_words.size())) continue;
      last = word;
      last_end = match.span.end;
      last_words = before.substr(match.span.begin, match.span.size());
    }
  };
  look(context.own, Word::own);
  look(context.region, Word::region);
  look(context.system, Word::system);
  look(context.part, Word::part);
  of_a_part = last == Word::part && government_;
  if (last == Word::system) return Scope::system;
  if (last != Word::region) return Scope::own;
  // A county's report speaks of its own region as 全县; 全市 there is the city it lies in.
  const std::string_view level = level_of(lexicon_->context.level, last_words);
  return government_ && (level.empty() || level == level_) ? Scope::own : Scope::region;
}

Span ClaimReader::source(std::uint32_t begin, std::uint32_t end) const {
  const Span inside = skeleton_.source(begin, end);
  const std::string_view text = paragraph_->text.text().substr(inside.begin, inside.size());
  const std::string_view kept = trim(text);
  const auto start = static_cast<std::uint32_t>(kept.empty() ? 0 : kept.data() - text.data());
  return paragraph_->text.source(
      {inside.begin + start, inside.begin + start + static_cast<std::uint32_t>(kept.size())});
}

void ClaimReader::add_claim(const Phrase& phrase, const Phrase::Slot& slot, Span group, Span match, Sentence sentence) {
  Claim claim;
  claim.statement = phrase.statement;
  const Skeleton::Number* number = nullptr;
  if (!slot.in_words) {
    number = skeleton_.number_at(group.begin);
    const bool fits = number != nullptr && (number->mention.kind == MentionKind::money) == slot.money;
    if (!fits || std::find(taken_.begin(), taken_.end(), group.begin) != taken_.end()) return;
    claim.span = paragraph_->text.source(number->mention.span);
    claim.value = number->mention.value;
    claim.low = number->mention.low;
    claim.high = number->mention.high;
    claim.exactness = number->mention.exactness;
    claim.step = number->mention.step;
    claim.in_words = number->chinese && number->mention.value.is_zero();
  } else {
    claim.span = source(group.begin, group.end);
    claim.in_words = true;
  }
  if (slot.measures.empty()) return;
  const Span clause = clause_around(group.begin, sentence);
  const std::size_t family = family_of(phrase);
  if (is_guarded(phrase, clause, group.begin, sentence)) {
    if (phrase.names_topic) families_[family].doubtful_from = std::min(families_[family].doubtful_from, group.begin);
    return;
  }
  const Dating when = dating(group.begin, match, sentence);
  if (!when.known) return;
  claim.year = when.year;
  claim.weak = phrase.weak;
  claim.ambiguous = phrase.ambiguous;
  claim.scope = read_scope(group.begin, claim.part);
  // Words that a phrase takes together may reach over a comma.
  claim.clause = hull(source(clause.begin, clause.end), claim.span);
  claim.section = section_;
  for (const std::size_t measure : slot.measures) {
    const std::string& id = lexicon_->measures[measure].id;
    // What one phrase has said of these words another need not say again.
    const bool said =
        slot.in_words && std::any_of(claims_.begin() + first_of_sentence_, claims_.end(), [&](const Claim& other) {
          return other.measure == id && other.span.begin < claim.span.end && claim.span.begin < other.span.end;
        });
    if (said) continue;
    Claim own = claim;
    own.measure = id;
    own.printed = own.value;
    const int exponent = lexicon_->measures[measure].cell_exponent;
    const bool in_range = to_unit(exponent, own.value) && to_unit(exponent, own.low) && to_unit(exponent, own.high) &&
                          to_unit(exponent, own.step);
    if (!in_range) continue;
    hold_against_tables(own, measure);
    claims_.push_back(std::move(own));
    origins_.push_back({family, group.begin, phrase.names_topic});
  }
  if (number != nullptr) taken_.push_back(group.begin);
  families_[family].claimed = true;
}

}  // namespace

Prose read_prose(const Outline& outline, const Paragraphs& paragraphs, const Tables& tables, std::optional<int> year,
                 const Lexicon& lexicon) {
  return ClaimReader(outline, paragraphs, tables, year, lexicon).read();
}

}  // namespace gialint
