#include "engine/forms/vocabulary.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

std::array<std::vector<std::string>, slot_count> known_values() {
  return {{
      {"",
       "request",
       "request_topic",
       "app",
       "foreign",
       "review",
       "litigation",
       "litigation.direct",
       "litigation.after_review",
       "review_litigation",
       "normative",
       "normative_loose",
       "rules",
       "license",
       "license_case",
       "penalty",
       "penalty_case",
       "coercion",
       "fee_admin",
       "fee_info",
       "delegates",
       "members"},
      {"",
       "receive",
       "submit",
       "new",
       "handle",
       "answer",
       "carry",
       "carry_next",
       "pending",
       "due",
       "process_total",
       "issue",
       "repeal",
       "invalid",
       "in_force",
       "decide",
       "collect",
       "publish",
       "happen",
       "carry_in",
       "carry_out",
       "new+carry_in",
       "receive+answer",
       "receive+handle",
       "pending_at_end",
       "all_processed",
       "sum",
       "sibling",
       "finished",
       "all_upheld",
       "none_lost",
       "only_natural_persons"},
      {"", "rest_outcome", "granted", "partially_granted", "denied", "unavailable"},
      {"", "upheld", "corrected", "other", "pending"},
      {"", "natural_person"},
      {"", "channel", "outside", "transfer", "sub", "rate", "overdue", "plan", "hypothetic", "compare", "partyear",
       "cumulative", "since", "named", "inspect"},
      {"not",
       "neg",
       "zero",
       "all",
       "direct",
       "after",
       "still",
       "rest",
       "except",
       "except_end",
       "excluding",
       "list",
       "respectively",
       "reason",
       "etc",
       "allways",
       "gi",
       "de",
       "link",
       "quantity",
       "sum",
       "unit_word",
       "who",
       "own",
       "self",
       "region",
       "system",
       "part",
       "this",
       "carrybegin",
       "carryend",
       "last",
       "next",
       "to",
       "noun",
       "neutral",
       "approximate",
       "at_end",
       "unsaid",
       "again",
       "administrative_suit",
       "accepted",
       "openly",
       "none",
       "also_not",
       "plain_not",
       "also",
       "lost",
       "won",
       "review_body",
       "court",
       "finish",
       "timely",
       "document",
       "all_of_it"},
  }};
}

std::uint16_t number_in(const WordLabels& labels, Slot slot) {
  switch (slot) {
    case Slot::thing:
      return static_cast<std::uint16_t>(labels.thing);
    case Slot::act:
      return static_cast<std::uint16_t>(labels.act);
    case Slot::outcome:
      return static_cast<std::uint16_t>(labels.outcome);
    case Slot::result:
      return static_cast<std::uint16_t>(labels.result);
    case Slot::applicant:
      return static_cast<std::uint16_t>(labels.applicant);
    case Slot::block:
      return static_cast<std::uint16_t>(labels.barrier);
    case Slot::mark:
      break;
  }
  return 0;
}

void set_number(WordLabels& labels, Slot slot, std::uint16_t value) {
  switch (slot) {
    case Slot::thing:
      labels.thing = Thing{value};
      break;
    case Slot::act:
      labels.act = Act{value};
      break;
    case Slot::outcome:
      labels.outcome = RequestOutcome{value};
      break;
    case Slot::result:
      labels.result = CaseEnding{value};
      break;
    case Slot::applicant:
      labels.applicant = Applicant{value};
      break;
    case Slot::block:
      labels.barrier = Barrier{value};
      break;
    case Slot::mark:
      labels.marks |= std::uint64_t{1} << value;
      break;
  }
}

constexpr std::uint32_t vacant = 0xFFFFFFFF;

constexpr int deepest_brackets = 8;

/// "a|b[c|]" written out: a, bc, b. Takes what it reads off `pattern`, up to the bracket that closes it.
std::vector<std::string> choices_of(std::string_view& pattern, int depth) {
  std::vector<std::string> all;
  std::vector<std::string> words{""};
  while (!pattern.empty() && pattern.front() != ']') {
    if (pattern.front() == '|') {
      pattern.remove_prefix(1);
      all.insert(all.end(), words.begin(), words.end());
      words = {""};
    } else if (pattern.front() == '[' && depth < deepest_brackets) {
      pattern.remove_prefix(1);
      const std::vector<std::string> inner = choices_of(pattern, depth + 1);
      pattern.remove_prefix(std::min<std::size_t>(1, pattern.size()));
      std::vector<std::string> longer;
      for (const std::string& word : words) {
        for (const std::string& choice : inner) longer.push_back(word + choice);
      }
      words = std::move(longer);
    } else {
      const std::size_t end = std::min(pattern.find_first_of("[]|", 1), pattern.size());
      for (std::string& word : words) word += pattern.substr(0, end);
      pattern.remove_prefix(end);
    }
  }
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

}  // namespace

std::vector<std::string> written_out(std::string_view pattern) {
  std::vector<std::string> words = choices_of(pattern, 0);
  std::erase(words, std::string());
  return words;
}

Vocabulary::Vocabulary() : values_(known_values()) {
  for (std::size_t i = 0; i < values_[static_cast<std::size_t>(Slot::outcome)].size(); ++i)
    wholes_.push_back(RequestOutcome{static_cast<std::uint16_t>(i)});
}

std::size_t Vocabulary::slot_of(std::string_view word) const {
  std::size_t at = std::hash<std::string_view>()(word) & (by_text_.size() - 1);
  while (by_text_[at] != vacant && words_[by_text_[at]].text != word) at = (at + 1) & (by_text_.size() - 1);
  return at;
}

void Vocabulary::rehash(std::size_t size) {
  by_text_.assign(size, vacant);
  for (std::uint32_t i = 0; i < words_.size(); ++i) by_text_[slot_of(words_[i].text)] = i;
}

std::optional<Vocabulary::Contradiction> Vocabulary::add(std::string_view pattern, Slot slot, std::uint16_t value,
                                                         const FilePlace& place) {
  for (std::string& text : written_out(pattern)) {
    if (by_text_.size() < 2 * (words_.size() + 1)) rehash(std::max<std::size_t>(1024, 2 * by_text_.size()));
    const std::size_t at = slot_of(text);
    if (by_text_[at] == vacant) {
      by_text_[at] = static_cast<std::uint32_t>(words_.size());
      words_.push_back({std::move(text), {}, {}});
    }
    Word& word = words_[by_text_[at]];
    const std::uint16_t before = number_in(word.labels, slot);
    FilePlace& said = word.places[static_cast<std::size_t>(slot)];
    if (slot != Slot::mark && before != 0 && before != value)
      return Contradiction{word.text, values(slot)[before], said};
    set_number(word.labels, slot, value);
    said = place;
  }
  return std::nullopt;
}

bool Vocabulary::remove(std::string_view pattern) {
  bool any = false;
  for (const std::string& text : written_out(pattern)) {
    const auto found = std::find_if(words_.begin(), words_.end(), [&](const Word& word) { return word.text == text; });
    if (found == words_.end()) continue;
    words_.erase(found);
    any = true;
  }
  if (any) rehash(by_text_.size());
  return any;
}

void Vocabulary::index() {
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.text < b.text; });
  rehash(std::max<std::size_t>(1024, by_text_.size()));
  labels_.clear();
  for (const Word& word : words_) labels_.push_back(word.labels);
  nodes_.assign(1, {});
  edges_.clear();
  // Level by level, so that the edges of one node stand together: the words under each node, and how many bytes of them
  // led there.
  struct Range {
    std::uint32_t first;
    std::uint32_t end;
    std::uint32_t depth;
  };
  std::vector<Range> ranges{{0, static_cast<std::uint32_t>(words_.size()), 0}};
  for (std::size_t node = 0; node < ranges.size(); ++node) {
    Range range = ranges[node];
    if (range.first < range.end && words_[range.first].text.size() == range.depth) {
      nodes_[node].word = static_cast<std::int32_t>(range.first);
      ++range.first;
    }
    nodes_[node].first_edge = static_cast<std::uint32_t>(edges_.size());
    for (std::uint32_t word = range.first; word < range.end;) {
      const CodePoint c = code_point_at(words_[word].text, range.depth);
      std::uint32_t end = word + 1;
      while (end < range.end && code_point_at(words_[end].text, range.depth).value == c.value) ++end;
      edges_.push_back({c.value, static_cast<std::uint32_t>(nodes_.size())});
      nodes_.emplace_back();
      ranges.push_back({word, end, range.depth + c.length});
      word = end;
    }
    nodes_[node].edges = static_cast<std::uint32_t>(edges_.size()) - nodes_[node].first_edge;
  }
}

const Vocabulary::Node* Vocabulary::follow(const Node& node, char32_t character) const {
  const auto first = edges_.begin() + node.first_edge;
  const auto end = first + node.edges;
  const auto found =
      std::lower_bound(first, end, character, [](const Edge& edge, char32_t c) { return edge.character < c; });
  return found != end && found->character == character ? &nodes_[found->node] : nullptr;
}

Vocabulary::Found Vocabulary::longest_at(std::string_view text, std::size_t at) const {
  Found found;
  if (nodes_.empty()) return found;
  const Node* node = &nodes_.front();
  for (std::size_t next = at; next < text.size();) {
    const CodePoint c = code_point_at(text, next);
    node = follow(*node, c.value);
    if (node == nullptr) break;
    next += c.length;
    if (node->word >= 0)
      found = {static_cast<std::uint32_t>(next - at), &labels_[static_cast<std::size_t>(node->word)]};
  }
  return found;
}

const WordLabels* Vocabulary::labels_of(std::string_view word) const {
  if (word.empty()) return nullptr;
  const Found found = longest_at(word, 0);
  return found.size == word.size() ? found.labels : nullptr;
}

std::optional<std::uint16_t> Vocabulary::value(Slot slot, std::string_view name) const {
  const std::vector<std::string>& names = values(slot);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end() || name.empty()) return std::nullopt;
  return static_cast<std::uint16_t>(found - names.begin());
}

std::optional<std::uint16_t> Vocabulary::value_or_new(Slot slot, std::string_view name) {
  if (const auto known = value(slot, name)) return known;
  std::vector<std::string>& names = values_[static_cast<std::size_t>(slot)];
  if (name.empty() || slot == Slot::mark || slot == Slot::block) return std::nullopt;
  if (slot == Slot::act && names.size() == most_acts) return std::nullopt;
  const auto number = static_cast<std::uint16_t>(names.size());
  names.emplace_back(name);
  if (slot == Slot::outcome) {
    RequestOutcome whole{number};
    if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
      wholes_.push_back(whole);
      if (const auto of = value_or_new(slot, name.substr(0, dot))) whole = RequestOutcome{*of};
      wholes_[number] = whole;
    } else {
      wholes_.push_back(whole);
    }
  }
  return number;
}

std::string Vocabulary::describe(const WordLabels& labels) const {
  std::string text;
  const char* const names[] = {"thing", "act", "outcome", "result", "applicant", "block"};
  for (const Slot slot : {Slot::thing, Slot::act, Slot::outcome, Slot::result, Slot::applicant, Slot::block}) {
    const std::uint16_t value = number_in(labels, slot);
    if (value == 0) continue;
    if (!text.empty()) text += ' ';
    text += std::string(names[static_cast<std::size_t>(slot)]) + '=' + values(slot)[value];
  }
  const std::vector<std::string>& marks = values(Slot::mark);
  for (std::size_t mark = 0; mark < marks.size(); ++mark) {
    if (!labels.has(static_cast<WordMark>(mark))) continue;
    if (!text.empty()) text += ' ';
    text += marks[mark];
  }
  return text;
}

}  // namespace gialint
