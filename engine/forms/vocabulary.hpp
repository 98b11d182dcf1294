#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"

namespace gialint {

/// What words of prose mean, as rules/lexicon/words.toml says it. The values of an enumeration here are those that
/// rules of the engine speak of; files may add more, numbered behind `known`. `none` is no value.

/// What may be counted.
enum class Thing : std::uint16_t {
  none,
  request,        ///< an application for information
  request_topic,  ///< the field of work, or a property of documents
  app,            ///< an application of whatever the text speaks of
  foreign,        ///< its numbers are never the tables'
  review,
  litigation,
  litigation_direct,
  litigation_after_review,
  review_litigation,  ///< both together
  normative,
  normative_loose,
  rules,
  license,
  license_case,
  penalty,
  penalty_case,
  coercion,
  fee_admin,
  fee_info,
  delegates,
  members,
  known,
};

/// What was done with it. Those from carry_in on no word says: rules make them of several.
enum class Act : std::uint16_t {
  none,
  receive,
  submit,
  take_new,
  handle,
  answer,
  carry,
  carry_next,
  pending,
  due,
  process_total,
  issue,
  repeal,
  invalid,
  in_force,
  decide,
  collect,
  publish,
  happen,
  carry_in,   ///< from last year
  carry_out,  ///< to the next
  new_and_carry_in,
  receive_and_answer,
  receive_and_handle,
  pending_at_end,
  all_processed,
  sum,
  sibling,               ///< a decision beside other kinds of decisions
  finished,              ///< statements, not figures: all are answered
  all_upheld,            ///< nobody was found wrong
  none_lost,             ///< every suit was won
  only_natural_persons,  ///< no organisation asked
  known,
};
/// More acts a vocabulary cannot have: sets of them are kept as bits.
constexpr std::size_t most_acts = 64;

/// How a request was answered; "denied.state_secret" is a part of "denied".
enum class RequestOutcome : std::uint16_t {
  none,
  rest_outcome,
  granted,
  partially_granted,
  denied,
  unavailable,
  known
};
/// How a review or a lawsuit ended.
enum class CaseEnding : std::uint16_t { none, upheld, corrected, other, pending, known };
enum class Applicant : std::uint16_t { none, natural_person, known };

/// Why a number is no fact of the year, or somebody else's.
enum class Barrier : std::uint16_t {
  none,
  channel,
  outside,
  transfer,
  sub,
  rate,
  overdue,
  plan,
  hypothetic,
  compare,
  partyear,
  cumulative,
  since,
  named,
  inspect,
  known,
  /// What no word says, and rules do: what follows may belong to a number that was not understood.
  conflict,
  modifier,
  one_applicant,
};

/// What a word does in its sentence. Files name these and no others.
enum class WordMark : std::uint8_t {
  not_,
  neg,
  zero,
  all,
  direct,
  after,
  still,
  rest,
  except,
  except_end,
  excluding,
  list,
  respectively,
  reason,
  etc,
  allways,
  gi,
  de,
  link,
  quantity,
  sum,
  unit_word,
  who,
  own,
  self,
  region,
  system,
  part,
  this_,
  carrybegin,
  carryend,
  last,
  next,
  to,
  noun,
  neutral,
  approximate,
  at_end,
  unsaid,
  again,
  administrative_suit,
  accepted,
  openly,
  none,
  also_not,
  plain_not,
  also,
  lost,
  won,
  review_body,
  court,
  finish,
  timely,
  document,
  all_of_it,
  count,
};

/// The tables of words.toml.
enum class Slot : std::uint8_t { thing, act, outcome, result, applicant, block, mark };
constexpr std::size_t slot_count = 7;

/// What one word means: at most one value of each slot, any marks.
struct WordLabels {
  Thing thing = Thing::none;
  Act act = Act::none;
  RequestOutcome outcome = RequestOutcome::none;
  CaseEnding result = CaseEnding::none;
  Applicant applicant = Applicant::none;
  Barrier barrier = Barrier::none;
  std::uint64_t marks = 0;

  [[nodiscard]] bool has(WordMark mark) const { return (marks >> static_cast<unsigned>(mark) & 1U) != 0; }
  /// Says what is counted, or what became of it.
  [[nodiscard]] bool is_content() const {
    return thing != Thing::none || act != Act::none || outcome != RequestOutcome::none || result != CaseEnding::none ||
           applicant != Applicant::none || has(WordMark::carrybegin);
  }
};

/// A measure that words which belong together state.
struct FrameMeasure {
  std::size_t measure = 0;  ///< index into Lexicon::measures
  bool weak = false;
  bool ambiguous = false;
  bool money = false;
};

/// Words with their labels, found longest first; and which measures they state. A value: copied where a plugin adds to
/// it.
class Vocabulary {
 public:
  struct Found {
    std::uint32_t size = 0;              ///< bytes of the longest word
    const WordLabels* labels = nullptr;  ///< of this vocabulary; nullptr when no word stands there
  };

  Vocabulary();

  /// The longest word that stands at byte `at` (< text.size()) of valid UTF-8.
  [[nodiscard]] Found longest_at(std::string_view text, std::size_t at) const;
  /// The labels of exactly this word; nullptr when it is none.
  [[nodiscard]] const WordLabels* labels_of(std::string_view word) const;
  /// How many words there are, all choices written out.
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] bool empty() const { return words_.empty(); }

  /// Adds a label to every word that `pattern` ("[政府|政务|]信息") writes out. False, with what the word had before
  /// and where, when one has another value in the same slot. `value` is a number of values().
  struct Contradiction {
    std::string word;
    std::string value;
    FilePlace place;
  };
  std::optional<Contradiction> add(std::string_view pattern, Slot slot, std::uint16_t value, const FilePlace& place);
  /// Takes out the words that `pattern` writes out; false when none of them was there.
  bool remove(std::string_view pattern);
  /// To be called behind the last add() or remove(): makes the words findable.
  void index();

  /// The names of a slot's values by number; number 0 of all but marks is none.
  [[nodiscard]] const std::vector<std::string>& values(Slot slot) const {
    return values_[static_cast<std::size_t>(slot)];
  }
  [[nodiscard]] std::optional<std::uint16_t> value(Slot slot, std::string_view name) const;
  /// The number of `name`, new where there was none; empty for a mark that does not exist, and for too many acts.
  std::optional<std::uint16_t> value_or_new(Slot slot, std::string_view name);
  /// The outcome that this one is a part of; itself for a whole one.
  [[nodiscard]] RequestOutcome whole_of(RequestOutcome outcome) const {
    return wholes_[static_cast<std::size_t>(outcome)];
  }
  [[nodiscard]] bool is_part(RequestOutcome outcome) const { return whole_of(outcome) != outcome; }

  /// "thing=request act=receive neg": for people.
  [[nodiscard]] std::string describe(const WordLabels& labels) const;

 private:
  struct Word {
    std::string text;
    WordLabels labels;
    std::array<FilePlace, slot_count> places;
  };
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint32_t edges = 0;
    std::int32_t word = -1;
  };
  struct Edge {
    char32_t character = 0;
    std::uint32_t node = 0;
  };
  [[nodiscard]] const Node* follow(const Node& node, char32_t character) const;

  std::array<std::vector<std::string>, slot_count> values_;
  std::vector<RequestOutcome> wholes_;
  std::vector<Word> words_;             ///< by text once indexed
  std::vector<WordLabels> labels_;      ///< of words_, once indexed
  std::vector<std::uint32_t> by_text_;  ///< open addressing over words_, while words are added
  std::vector<Node> nodes_;             ///< the first is the root
  std::vector<Edge> edges_;             ///< of one node together, ascending
  [[nodiscard]] std::size_t slot_of(std::string_view word) const;
  void rehash(std::size_t size);
};

/// The choices of "[a|b|]c" written out: ac, bc, c. Without the empty word.
std::vector<std::string> written_out(std::string_view pattern);

/// What joins words to measures: rules/lexicon/rows.toml.
struct FrameRows {
  struct Row {
    Thing thing = Thing::none;
    Act act = Act::none;
    bool any_act = false;  ///< whatever was done with it
    FrameMeasure states;
  };
  std::vector<Row> rows;  ///< the first that fits counts

  /// "requests.{outcome}": the word names the measure.
  struct Template {
    Thing thing = Thing::none;
    Slot slot = Slot::outcome;
    std::string before;
    std::string behind;
  };
  std::vector<Template> templates;
  std::vector<RequestOutcome> weak_outcomes;
  /// Words that name a row of the form loosely: 公民 for natural_person.
  struct Loosely {
    Applicant applicant = Applicant::none;
    std::string as;
  };
  std::vector<Loosely> loose_applicants;

  /// The templates, filled with every value that makes a measure.
  struct Named {
    Thing thing = Thing::none;
    Slot slot = Slot::outcome;
    std::uint16_t value = 0;
    FrameMeasure states;
  };
  std::vector<Named> named;

  std::vector<RequestOutcome>
      classes;  ///< a list of three or more of these, one of `telling` among them, is about requests
  std::vector<RequestOutcome> telling;

  /// Outcomes that are named together: all of `of` and nothing else but `with` are one class.
  struct Merge {
    std::vector<RequestOutcome> of;
    std::vector<RequestOutcome> with;
    RequestOutcome as = RequestOutcome::none;
  };
  std::vector<Merge> merges;
};

}  // namespace gialint
