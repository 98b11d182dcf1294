#include "engine/tables/alignment.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <queue>
#include <string>
#include <utility>

#include "engine/text/normalize.hpp"

namespace gialint {
namespace {

using Costs = AlignmentCosts;
using Kind = Token::Kind;

constexpr std::size_t most_pieces = 12;           // a label in more pieces than this is not put together
constexpr std::size_t most_pieces_after = 4;      // … behind its own values
constexpr std::size_t most_expansions = 200'000;  // past this the region holds no table worth the time
constexpr std::uint32_t no_node = std::numeric_limits<std::uint32_t>::max();

struct Element {
  const FormElement* form;
  std::size_t values;      // how many it wants: 0 for captions, headers, groups
  std::size_t next_table;  // index of the first element of the next table
  bool first_of_table;
};

/// How an element was read at one place.
struct Reading {
  std::uint32_t label_begin = 0;  // tokens [label_begin, label_end): pieces before the values
  std::uint32_t label_end = 0;
  std::uint32_t values_begin = 0;  // tokens [values_begin, values_end): the run, blanks among it
  std::uint32_t values_end = 0;
  std::uint32_t after_end = 0;  // tokens [values_end, after_end): pieces of the label behind the values
  const ElementWording* wording = nullptr;
  std::uint32_t distance = 0;
};

struct Node {
  std::uint32_t token;
  std::uint32_t element;
  bool in_gap;  // the row before was missing: one more costs little
  std::uint32_t cost;
  std::uint32_t parent;
  std::uint32_t reading;  // index into readings; no_node for a skip
};

/// The values of a row as they stand in a run.
struct Run {
  std::size_t begin = 0;  // first token of the run that is used
  std::size_t end = 0;    // one past the last that is used
  std::uint32_t cost = 0;
  bool usable = false;
};

struct NearestWording {
  const ElementWording* wording = nullptr;
  std::size_t distance = 0;
  std::uint32_t cost = 0;
};

class Search {
 public:
  Search(const std::vector<Token>& tokens, const FormSequence& form, const std::vector<std::size_t>& tables)
      : tokens_(tokens), form_(form), count_(std::min(tokens.size(), most_tokens)) {
    for (const std::size_t table : tables) {
      const std::vector<FormElement>& elements = form.elements(table);
      const std::size_t next = elements_.size() + elements.size();
      for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::size_t values =
            elements[i].kind == FormElement::Kind::row ? form.edition().tables[table].columns.size() : 0;
        elements_.push_back({&elements[i], values, next, i == 0});
      }
    }
    find_foreign();
    best_.assign(2 * (count_ + 1) * (elements_.size() + 1), std::numeric_limits<std::uint32_t>::max());
  }

  /// Whether any word sounds like the form; without one there is no table to look for.
  [[nodiscard]] bool hopeless() const { return !any_familiar_; }

  /// The last node of the cheapest path; no_node when the search was given up.
  std::uint32_t run() {
    reach(0, 0, false, 0, no_node, no_node);
    std::size_t expansions = 0;
    while (!open_.empty()) {
      const std::uint32_t at = open_.top().node;
      open_.pop();
      const Node node = nodes_[at];
      if (best_[state(node.token, node.element, node.in_gap)] != node.cost) continue;  // a cheaper way was found since
      if (node.token == count_ && node.element == elements_.size()) return at;
      if (++expansions > most_expansions) return no_node;
      expand(at, node);
    }
    return no_node;
  }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }
  [[nodiscard]] std::size_t token_count() const { return count_; }

 private:
  struct Open {
    std::uint32_t cost;
    std::uint32_t progress;  // among equal costs, the one that has come farthest: a clean table is one dive
    std::uint32_t node;
    friend bool operator<(const Open& a, const Open& b) {
      if (a.cost != b.cost) return a.cost > b.cost;
      if (a.progress != b.progress) return a.progress < b.progress;
      return a.node > b.node;
    }
  };

  [[nodiscard]] std::size_t state(std::size_t token, std::size_t element, bool in_gap) const {
    return 2 * (token * (elements_.size() + 1) + element) + (in_gap ? 1 : 0);
  }

  void reach(std::size_t token, std::size_t element, bool in_gap, std::uint32_t cost, std::uint32_t parent,
             std::uint32_t reading) {
    std::uint32_t& best = best_[state(token, element, in_gap)];
    if (cost >= best) return;
    best = cost;
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(
        {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(element), in_gap, cost, parent, reading});
    open_.push({cost, static_cast<std::uint32_t>(token + element), index});
  }

  void expand(std::uint32_t at, const Node& node) {
    const std::size_t token = node.token;
    const std::size_t element = node.element;
    if (token < count_) {
      reach(token + 1, element, node.in_gap, node.cost + skip_cost(token, element), at, no_node);
    }
    if (element == elements_.size()) return;
    const Element& here = elements_[element];
    const bool row = here.form->kind == FormElement::Kind::row;
    const std::uint32_t missing = row && node.in_gap ? Costs::missing_next_row : missing_cost(*here.form);
    const bool gap_ends = element + 1 == here.next_table;
    reach(token, element + 1, (row || node.in_gap) && !gap_ends, node.cost + missing, at, no_node);
    if (here.first_of_table) reach(token, here.next_table, false, node.cost + Costs::missing_table, at, no_node);
    if (token == count_ || tokens_[token].kind == Kind::blank) return;  // blanks are skipped first, at no cost
    if (here.values == 0) {
      read_label(at, node);
    } else {
      read_row(at, node);
    }
  }

  /// Words that no form knows, and numbers with such words on both sides. They cost next to nothing to pass over, so
  /// that a page of other text does not make every reading of it worth exploring.
  void find_foreign() {
    foreign_.assign(count_, false);
    bool near_form = false;
    for (std::size_t i = 0; i < count_; ++i) {
      if (tokens_[i].kind == Kind::label) {
        near_form = !tokens_[i].prose && form_.is_familiar(tokens_[i].folded);
        any_familiar_ = any_familiar_ || (near_form && tokens_[i].folded.size() > 1);
      }
      foreign_[i] = !near_form;
    }
    near_form = false;
    for (std::size_t i = count_; i-- > 0;) {
      if (tokens_[i].kind == Kind::label) near_form = !foreign_[i];
      if (tokens_[i].kind != Kind::label && near_form) foreign_[i] = false;
    }
  }

  [[nodiscard]] std::uint32_t skip_cost(std::size_t at, std::size_t element) const {
    const Token& token = tokens_[at];
    if (token.kind == Kind::blank) return 0;
    if (foreign_[at] && !(token.prose || token.folded.empty())) return Costs::skipped_foreign;
    if (token.kind == Kind::value) return Costs::skipped_value;
    if (token.prose || token.folded.empty()) return 0;
    const std::size_t near = std::min(element, elements_.size() - 1);
    const bool group = form_.is_group_piece(elements_[near].form->table, token.folded);
    if (group) return Costs::skipped_group_piece;
    return form_.is_label(token.folded) ? Costs::skipped_label : Costs::skipped_piece;
  }

  static std::uint32_t missing_cost(const FormElement& element) {
    switch (element.kind) {
      case FormElement::Kind::caption:
        return Costs::missing_caption;
      case FormElement::Kind::header:
        return Costs::missing_header;
      case FormElement::Kind::group:
        return Costs::missing_group;
      case FormElement::Kind::row:
        break;
    }
    return Costs::missing_row;
  }

  /// The wording nearest to `label`, when one is near enough for the label to be meant: two fifths of it may differ.
  [[nodiscard]] NearestWording nearest(const FormElement& element, std::u32string_view label) const {
    NearestWording best;
    for (const ElementWording& wording : element.wordings) {
      if (wording.folded == label) return {&wording, 0, wording.match == WordingMatch::deviant ? Costs::deviant : 0};
    }
    // The number in front is layout; one more or fewer is no distance.
    const std::u32string_view bare = without_enumerator(label);
    const std::uint64_t letters = letter_set(bare);
    for (const ElementWording& wording : element.wordings) {
      const std::size_t longer = std::max(wording.bare.size(), bare.size());
      std::size_t limit = longer * 2 / 5;
      if (best.wording != nullptr) limit = std::min(limit, best.distance == 0 ? 0 : best.distance - 1);
      if (longer - std::min(wording.bare.size(), bare.size()) > limit) continue;
      const auto foreign = static_cast<std::size_t>(
          std::max(std::popcount(wording.letters & ~letters), std::popcount(letters & ~wording.letters)));
      if (foreign > limit) continue;
      const std::size_t distance = edit_distance(bare, wording.bare, limit);
      if (distance > limit) continue;
      auto cost = static_cast<std::uint32_t>(Costs::whole_distance * distance / std::max<std::size_t>(1, longer));
      if (wording.match == WordingMatch::deviant) cost += Costs::deviant;
      best = {&wording, distance, cost};
      if (distance == 0) break;
    }
    return best;
  }

  [[nodiscard]] bool is_piece(std::size_t token) const {
    return token < count_ && tokens_[token].kind == Kind::label && !tokens_[token].prose;
  }

  void add_reading(std::uint32_t at, const Node& node, const Reading& reading, std::uint32_t cost) {
    readings_.push_back(reading);
    // A group's label inside a gap ends no gap: its rows may be missing too.
    const bool in_gap = node.in_gap && elements_[node.element].values == 0;
    reach(reading.after_end, node.element + 1, in_gap, node.cost + cost, at,
          static_cast<std::uint32_t>(readings_.size() - 1));
  }

  void read_label(std::uint32_t at, const Node& node) {
    const FormElement& form = *elements_[node.element].form;
    label_.clear();
    bool holds_label = false;  // as in read_row: a repeated header is not glued to what follows it
    for (std::size_t end = node.token; is_piece(end) && end - node.token < most_pieces; ++end) {
      holds_label = holds_label || form_.is_label(label_);
      label_ += tokens_[end].folded;
      if (label_.size() > form.longest + form.longest / 2 + 2) break;
      const NearestWording near = nearest(form, label_);
      if (near.wording == nullptr || (near.distance > 0 && holds_label)) continue;
      const auto next = static_cast<std::uint32_t>(end + 1);
      add_reading(at, node,
                  {node.token, next, next, next, next, near.wording, static_cast<std::uint32_t>(near.distance)},
                  near.cost);
      if (near.distance == 0) break;
    }
  }

  /// The run of values at `begin`: a row takes as many as it has columns.
  [[nodiscard]] Run read_run(std::size_t begin, std::size_t wanted) const {
    Run run;
    while (begin < count_ && tokens_[begin].kind == Kind::blank && !starts_blank_row(begin, wanted)) ++begin;
    std::size_t values = 0;
    std::size_t blanks = 0;
    std::size_t end = begin;
    std::size_t first = count_;
    std::size_t last = begin;
    for (; end < count_ && tokens_[end].kind != Kind::label && values < wanted; ++end) {
      if (tokens_[end].kind == Kind::value) {
        ++values;
        first = std::min(first, end);
        last = end + 1;
      } else {
        ++blanks;
      }
    }
    if (values == wanted) return {first, last, 0, true};
    if (values == 0) {
      // A row of empty places only: a grid shows that they are there.
      std::size_t places = 0;
      std::size_t to = begin;
      while (to < count_ && tokens_[to].kind == Kind::blank && tokens_[to].line == tokens_[begin].line) ++to, ++places;
      if (places < wanted) return run;
      return {begin, begin + wanted, static_cast<std::uint32_t>(wanted) * Costs::blank_value, true};
    }
    if (last - first == wanted) {
      return {first, last, static_cast<std::uint32_t>(wanted - values) * Costs::blank_value, true};
    }
    // Empty places at the edges of the row: they count when the row has just as many places as the form.
    std::size_t row_end = last;
    while (row_end < count_ && tokens_[row_end].kind == Kind::blank && tokens_[row_end].line == tokens_[last - 1].line)
      ++row_end;
    std::size_t row_begin = first;
    while (row_begin > begin && tokens_[row_begin - 1].kind == Kind::blank &&
           tokens_[row_begin - 1].line == tokens_[first].line)
      --row_begin;
    if (row_end - row_begin == wanted) {
      return {row_begin, row_end, static_cast<std::uint32_t>(wanted - values) * Costs::blank_value, true};
    }
    return {first, last, static_cast<std::uint32_t>(wanted - values) * Costs::short_value, true};
  }

  [[nodiscard]] bool starts_blank_row(std::size_t begin, std::size_t wanted) const {
    // Blanks between a label and its values are merged cells; blanks instead of values are a row left empty.
    std::size_t to = begin;
    while (to < count_ && tokens_[to].kind == Kind::blank && tokens_[to].line == tokens_[begin].line) ++to;
    const bool values_follow =
        to < count_ && tokens_[to].kind == Kind::value && tokens_[to].line == tokens_[begin].line;
    return !values_follow && to - begin >= wanted;
  }

  void read_row(std::uint32_t at, const Node& node) {
    const Element& here = elements_[node.element];
    const FormElement& form = *here.form;
    label_.clear();
    bool holds_label = false;  // the first pieces are a whole label of the form: what follows is another's
    std::size_t end = node.token;
    for (;; ++end) {
      const bool labelled = end > node.token;
      if (end - node.token > most_pieces || label_.size() > form.longest + form.longest / 2 + 2) break;
      const bool run_follows = end < count_ && tokens_[end].kind != Kind::label;
      if (run_follows) {
        const Run run = read_run(end, here.values);
        if (run.usable) read_row_with(at, node, here, end, run, labelled, holds_label);
        break;
      }
      if (!is_piece(end)) break;
      holds_label = holds_label || (labelled && form_.is_label(label_));
      label_ += tokens_[end].folded;
      const NearestWording near = nearest(form, label_);
      if (near.wording != nullptr && near.distance == 0) {
        // The label alone, its figures left out: layouts without a grid show nothing in their place.
        const auto next = static_cast<std::uint32_t>(end + 1);
        add_reading(at, node, {node.token, next, next, next, next, near.wording, 0}, Costs::no_values + near.cost);
      }
    }
  }

  void read_row_with(std::uint32_t at, const Node& node, const Element& here, std::size_t label_end, const Run& run,
                     bool labelled, bool holds_label) {
    const FormElement& form = *here.form;
    Reading reading;
    reading.label_begin = node.token;
    reading.label_end = static_cast<std::uint32_t>(label_end);
    reading.values_begin = static_cast<std::uint32_t>(run.begin);
    reading.values_end = static_cast<std::uint32_t>(run.end);
    reading.after_end = reading.values_end;
    if (form.wordings.empty()) {
      if (!labelled) add_reading(at, node, reading, run.cost);
      return;
    }
    const NearestWording near = nearest(form, label_);
    if (near.wording != nullptr && labelled && (near.distance == 0 || !holds_label)) {
      reading.wording = near.wording;
      reading.distance = static_cast<std::uint32_t>(near.distance);
      add_reading(at, node, reading, run.cost + near.cost);
      if (near.distance == 0) return;
    }
    // A label wrapped around its own values, or standing below them.
    std::u32string whole = label_;
    for (std::size_t end = run.end; is_piece(end) && end - run.end < most_pieces_after; ++end) {
      whole += tokens_[end].folded;
      if (whole.size() > form.longest + 2) break;
      const NearestWording wrapped = nearest(form, whole);
      // Only a close match: the pieces behind the values are as likely the next row's label.
      if (wrapped.wording == nullptr || wrapped.distance * 5 > whole.size()) continue;
      Reading around = reading;
      around.after_end = static_cast<std::uint32_t>(end + 1);
      around.wording = wrapped.wording;
      around.distance = static_cast<std::uint32_t>(wrapped.distance);
      add_reading(at, node, around, run.cost + wrapped.cost + (labelled ? 0 : Costs::label_behind));
      if (wrapped.distance == 0) break;
    }
    // A row known by its place alone must have a figure, and no label that means something else.
    const bool any_value = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                       tokens_.begin() + static_cast<std::ptrdiff_t>(run.end),
                                       [](const Token& token) { return token.kind == Kind::value; });
    if (!any_value || (labelled && form_.is_label(label_))) return;
    reading.wording = nullptr;
    reading.distance = 0;
    if (!labelled) {
      add_reading(at, node, reading, run.cost + Costs::no_label);
    } else if (tokens_[node.token].line == tokens_[label_end - 1].line) {
      add_reading(at, node, reading, run.cost + Costs::unlike_label);
    }
  }

  const std::vector<Token>& tokens_;
  const FormSequence& form_;
  std::size_t count_;
  std::vector<Element> elements_;
  std::vector<bool> foreign_;
  bool any_familiar_ = false;
  std::vector<std::uint32_t> best_;
  std::vector<Node> nodes_;
  std::vector<Reading> readings_;
  std::priority_queue<Open> open_;
  std::u32string label_;  // scratch: the label read so far
};

ElementMatch to_match(const Reading& reading, const std::vector<Token>& tokens, std::size_t wanted) {
  ElementMatch match;
  match.found = true;
  for (std::size_t i = reading.label_begin; i < reading.label_end; ++i) match.label.push_back(i);
  for (std::size_t i = reading.values_end; i < reading.after_end; ++i) match.label.push_back(i);
  match.wording = reading.wording;
  match.distance = reading.distance;
  if (wanted == 0) return match;
  std::size_t values = 0;
  for (std::size_t i = reading.values_begin; i < reading.values_end; ++i)
    values += tokens[i].kind == Kind::value ? 1 : 0;
  const bool every_place = reading.values_end - reading.values_begin == wanted;
  for (std::size_t i = reading.values_begin; i < reading.values_end; ++i) {
    // With all values there, blanks among them are merged cells; else, in a row of the right width, they are places.
    if (tokens[i].kind == Kind::value || (values < wanted && every_place)) match.values.push_back(i);
  }
  match.ambiguous = !match.values.empty() && match.values.size() != wanted;
  return match;
}

/// A header cell that spans rows may be printed before or after its neighbours of the rows it spans: those that the
/// path passed over are looked for once more among the words it skipped in front of the table's first row.
void find_displaced_headers(TableMatch& table, const FormSequence& form, const std::vector<Token>& tokens,
                            std::vector<std::size_t>& skipped) {
  const std::vector<FormElement>& elements = form.elements(table.table);
  std::size_t begin = tokens.size();
  std::size_t end = 0;
  for (std::size_t i = 0; i < elements.size() && elements[i].kind != FormElement::Kind::row; ++i) {
    if (table.elements[i].found) begin = std::min(begin, table.elements[i].label.front());
  }
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const ElementMatch& match = table.elements[i];
    if (elements[i].kind != FormElement::Kind::row || !match.found) continue;
    end = match.label.empty() ? match.values.front() : match.label.front();
    break;
  }
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].kind != FormElement::Kind::header || table.elements[i].found) continue;
    const auto words = std::find_if(skipped.begin(), skipped.end(), [&](std::size_t token) {
      return token >= begin && token < end && tokens[token].folded == elements[i].wordings.front().folded;
    });
    if (words == skipped.end()) continue;
    table.elements[i].found = true;
    table.elements[i].label = {*words};
    table.elements[i].wording = &elements[i].wordings.front();
    skipped.erase(words);
  }
}

}  // namespace

Alignment align(const std::vector<Token>& tokens, const FormSequence& form, const std::vector<std::size_t>& tables) {
  Alignment alignment;
  for (const std::size_t table : tables) {
    alignment.tables.push_back({table, std::vector<ElementMatch>(form.elements(table).size())});
  }
  if (tables.empty()) return alignment;
  Search search(tokens, form, tables);
  const std::uint32_t last = search.hopeless() ? no_node : search.run();
  if (last == no_node) {
    alignment.cost = static_cast<std::uint32_t>(tables.size()) * Costs::missing_table;
    return alignment;
  }
  alignment.cost = search.nodes()[last].cost;
  std::vector<std::pair<std::size_t, std::size_t>> place;  // element → (table in `tables`, element in it)
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (std::size_t j = 0; j < alignment.tables[i].elements.size(); ++j) place.emplace_back(i, j);
  }
  for (std::uint32_t at = last; at != no_node; at = search.nodes()[at].parent) {
    const Node& node = search.nodes()[at];
    if (node.parent == no_node) break;
    const Node& before = search.nodes()[node.parent];
    if (node.reading != no_node) {
      const auto [table, element] = place[before.element];
      ElementMatch& match = alignment.tables[table].elements[element];
      match = to_match(search.readings()[node.reading], tokens, search.elements()[before.element].values);
    } else if (node.token == before.token + 1 && node.element == before.element &&
               tokens[before.token].kind != Kind::blank) {
      alignment.skipped.push_back(before.token);
    }
  }
  std::reverse(alignment.skipped.begin(), alignment.skipped.end());
  for (TableMatch& table : alignment.tables) find_displaced_headers(table, form, tokens, alignment.skipped);
  // A number left over right behind a row's values, on their line: the row has more values than columns.
  for (TableMatch& table : alignment.tables) {
    for (ElementMatch& match : table.elements) {
      if (match.values.empty()) continue;
      const std::size_t next = match.values.back() + 1;
      const bool left_over = std::binary_search(alignment.skipped.begin(), alignment.skipped.end(), next) &&
                             tokens[next].kind == Kind::value && tokens[next].line == tokens[match.values.back()].line;
      if (left_over) match.ambiguous = true;
    }
  }
  return alignment;
}

}  // namespace gialint
