#include "engine/tables/alignment.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <string>
#include <utility>

#include "engine/tables/headers.hpp"
#include "engine/tables/label_letters.hpp"
#include "engine/tables/label_pieces.hpp"
#include "engine/tables/row_labels.hpp"
#include "engine/tables/value_runs.hpp"
#include "engine/tables/wordings.hpp"

namespace gialint {
namespace {

using Kind = Token::Kind;

constexpr std::size_t most_pieces = 12;       // a label in more pieces than this is not put together
constexpr std::size_t most_pieces_after = 8;  // … behind its own values

// A clean table takes some two steps a token, a damaged one ten; with more the search is lost among equals.
constexpr std::size_t steps_per_token = 5;
constexpr std::size_t steps_at_least = 1'000;
// In order of the tokens, a state this much costlier than the best at its token is given up: several rows' worth.
constexpr std::uint32_t beam_cost = 4'000;
constexpr std::size_t beam_states = 40;  // … and no more than these are kept at one token

// Numbers in a row longer than any table's row, and words that no form knows, are kept at their ends alone.
constexpr std::size_t kept_values = 40;
constexpr std::size_t kept_foreign = 24;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Element {
  const FormElement* form;
  std::size_t values;      // how many it wants: 0 for captions, headers, groups
  std::size_t next_table;  // index of the first element of the next table
  std::size_t table;       // index among the tables asked for
  bool first_of_table;
  std::uint64_t letters;  // of all its wordings
};

/// How an element was read at one place. The tokens of label and values stand in Search::chosen_.
struct Reading {
  std::uint32_t label_begin = 0;
  std::uint32_t values_begin = 0;  // where the label ends
  std::uint32_t values_end = 0;
  std::uint32_t after = 0;  // the token behind all of it
  const ElementWording* wording = nullptr;
  std::uint32_t distance = 0;
};

struct Node {
  std::uint32_t token;
  std::uint32_t element;
  bool in_gap;  // the row before was missing: one more costs little
  std::uint32_t cost;
  std::uint32_t parent;
  std::uint32_t reading;  // index into readings; `none` for a skip
};

/// Which tokens are words that no form knows, and numbers with such words on both sides.
struct Foreign {
  std::vector<bool> tokens;
  bool all = true;  ///< no word sounds like the form: there is no table to look for
};

Foreign find_foreign(const std::vector<Token>& tokens, const FormSequence& form) {
  Foreign foreign;
  foreign.tokens.assign(tokens.size(), false);
  std::vector<std::size_t> labels;
  std::vector<bool> familiar;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::label) continue;
    labels.push_back(i);
    familiar.push_back(!tokens[i].prose && form.is_familiar(tokens[i].folded));
    if (familiar.back() && tokens[i].folded.size() > 1) foreign.all = false;
  }
  // One unknown word among the form's own may be one of them, misprinted.
  for (std::size_t k = 0; k < labels.size(); ++k) {
    const bool alone = k > 0 && k + 1 < labels.size() && familiar[k - 1] && familiar[k + 1];
    foreign.tokens[labels[k]] = !familiar[k] && !alone;
  }
  // A number is foreign when the words on both sides of it are.
  for (std::size_t i = 0, k = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == Kind::label) {
      ++k;
      continue;
    }
    const bool before = k == 0 || foreign.tokens[labels[k - 1]];
    const bool after = k == labels.size() || foreign.tokens[labels[k]];
    foreign.tokens[i] = before && after;
  }
  return foreign;
}

/// Whether numbers stand together that are just as many as a row takes for which the form prints no label.
bool has_bare_row(const std::vector<Token>& tokens, const FormSequence& form, const std::vector<TableRequest>& tables) {
  return std::any_of(tables.begin(), tables.end(), [&](const TableRequest& request) {
    const std::vector<FormElement>& elements = form.elements(request.table);
    const bool unlabelled = std::any_of(elements.begin(), elements.end(), [](const FormElement& element) {
      return element.kind == FormElement::Kind::row && element.wordings.empty();
    });
    if (!unlabelled) return false;
    std::size_t run = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind == Kind::label) run = 0;
      if (tokens[i].kind == Kind::value) ++run;
      const bool ends = i + 1 == tokens.size() || tokens[i + 1].kind == Kind::label;
      if (ends && run == request.width) return true;
    }
    return false;
  });
}

/// The tokens worth looking at: without the middle of long stretches of numbers, and of foreign words.
std::vector<std::size_t> worth_reading(const std::vector<Token>& tokens, const std::vector<bool>& foreign) {
  std::vector<std::size_t> kept;
  const auto keep_stretches = [&](const std::vector<std::size_t>& from, std::size_t most, const auto& inside) {
    std::vector<std::size_t> left;
    for (std::size_t begin = 0; begin < from.size();) {
      std::size_t end = begin;
      while (end < from.size() && inside(from[end])) ++end;
      for (std::size_t i = begin; i < end; ++i) {
        if (i - begin < most || end - i <= most) left.push_back(from[i]);
      }
      if (end < from.size()) left.push_back(from[end++]);
      begin = end;
    }
    return left;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) kept.push_back(i);
  kept = keep_stretches(kept, kept_foreign, [&](std::size_t i) { return foreign[i]; });
  kept = keep_stretches(kept, kept_values, [&](std::size_t i) { return tokens[i].kind != Kind::label; });
  if (kept.size() > most_tokens) kept.resize(most_tokens);
  return kept;
}

class Search {
 public:
  Search(const std::vector<Token>& tokens, std::vector<bool> foreign, const FormSequence& form,
         const std::vector<TableRequest>& tables, const AlignmentCosts& costs)
      : tokens_(tokens), foreign_(std::move(foreign)), form_(form), costs_(costs), pieces_(tokens, form, costs) {
    for (std::size_t table = 0; table < tables.size(); ++table) {
      const std::vector<FormElement>& elements = form.elements(tables[table].table);
      const std::size_t next = elements_.size() + elements.size();
      for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::size_t values = elements[i].kind == FormElement::Kind::row ? tables[table].width : 0;
        std::uint64_t letters = 0;
        for (const ElementWording& wording : elements[i].wordings) letters |= letter_set(wording.folded);
        elements_.push_back({&elements[i], values, next, table, i == 0, letters});
      }
      for (std::size_t token = 0; token < tokens.size(); ++token) {
        skip_costs_.push_back(skip_cost(token, tables[table].table));
      }
    }
    for (const Token& token : tokens) letters_.push_back(letter_set(token.folded));
  }

  /// The last node of the cheapest path.
  std::uint32_t run() {
    const std::uint32_t found = cheapest_first();
    return found != none ? found : token_by_token();
  }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }
  [[nodiscard]] const std::vector<std::uint32_t>& chosen() const { return chosen_; }
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }

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

  std::uint32_t cheapest_first() {
    start();
    queued_ = true;
    const std::size_t most = steps_at_least + steps_per_token * tokens_.size();
    for (std::size_t steps = 0; !open_.empty() && steps < most;) {
      const std::uint32_t at = open_.top().node;
      open_.pop();
      const Node node = nodes_[at];
      if (best_[state(node.token, node.element, node.in_gap)] != at) continue;  // a cheaper way was found since
      if (node.token == tokens_.size() && node.element == elements_.size()) return at;
      ++steps;
      expand(at, node);
    }
    return none;
  }

  std::uint32_t token_by_token() {
    start();
    queued_ = false;
    const std::size_t states = 2 * (elements_.size() + 1);
    std::vector<std::uint32_t> costs;
    for (std::size_t token = 0; token <= tokens_.size(); ++token) {
      // What comes in from earlier tokens bounds what is worth going on with.
      costs.clear();
      for (std::size_t i = 0; i < states; ++i) {
        const std::uint32_t at = best_[token * states + i];
        if (at != none) costs.push_back(nodes_[at].cost);
      }
      if (costs.empty()) continue;
      std::uint32_t limit = *std::min_element(costs.begin(), costs.end()) + beam_cost;
      if (costs.size() > beam_states) {
        const auto last = costs.begin() + static_cast<std::ptrdiff_t>(beam_states);
        std::nth_element(costs.begin(), last, costs.end());
        limit = std::min(limit, *last);
      }
      for (std::size_t i = 0; i < states; ++i) {
        const std::uint32_t at = best_[token * states + i];
        if (at != none && (nodes_[at].cost <= limit || token == tokens_.size())) expand(at, Node(nodes_[at]));
      }
    }
    const std::uint32_t in_gap = best_[state(tokens_.size(), elements_.size(), true)];
    const std::uint32_t plain = best_[state(tokens_.size(), elements_.size(), false)];
    if (in_gap == none || plain == none) return std::min(in_gap, plain);
    return nodes_[in_gap].cost < nodes_[plain].cost ? in_gap : plain;
  }

  void start() {
    best_.assign(2 * (tokens_.size() + 1) * (elements_.size() + 1), none);
    nodes_.clear();
    readings_.clear();
    chosen_.clear();
    open_ = {};
    reach(0, 0, false, 0, none, none);
  }

  [[nodiscard]] std::size_t state(std::size_t token, std::size_t element, bool in_gap) const {
    return 2 * (token * (elements_.size() + 1) + element) + (in_gap ? 1 : 0);
  }

  void reach(std::size_t token, std::size_t element, bool in_gap, std::uint32_t cost, std::uint32_t parent,
             std::uint32_t reading) {
    std::uint32_t& best = best_[state(token, element, in_gap)];
    if (best != none && cost >= nodes_[best].cost) return;
    best = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(
        {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(element), in_gap, cost, parent, reading});
    if (queued_) open_.push({cost, static_cast<std::uint32_t>(token + element), best});
  }

  void expand(std::uint32_t at, const Node& node) {
    const std::size_t token = node.token;
    const std::size_t element = node.element;
    if (token < tokens_.size()) {
      const std::size_t table = elements_[std::min(element, elements_.size() - 1)].table;
      reach(token + 1, element, node.in_gap, node.cost + skip_costs_[table * tokens_.size() + token], at, none);
    }
    if (element == elements_.size()) return;
    const Element& here = elements_[element];
    const bool row = here.form->kind == FormElement::Kind::row;
    const std::uint32_t missing = row && node.in_gap ? costs_.missing_next_row : missing_cost(*here.form);
    const bool gap_ends = element + 1 == here.next_table;
    reach(token, element + 1, (row || node.in_gap) && !gap_ends, node.cost + missing, at, none);
    if (here.first_of_table) reach(token, here.next_table, false, node.cost + costs_.missing_table, at, none);
    if (token == tokens_.size()) return;
    if (tokens_[token].kind == Kind::blank) {
      // Blanks are skipped first, at no cost; but a row without a label may be blank from its first cell on.
      const bool first = token == 0 || tokens_[token - 1].line != tokens_[token].line;
      if (row && first && here.form->wordings.empty()) read_row(at, node);
      return;
    }
    if (here.values == 0) {
      read_label(at, node);
    } else {
      read_row(at, node);
    }
  }

  [[nodiscard]] std::uint32_t skip_cost(std::size_t at, std::size_t table) const {
    const Token& token = tokens_[at];
    if (token.kind == Kind::blank) return 0;
    if (foreign_[at] && !(token.prose || token.folded.empty())) return costs_.skipped_foreign;
    if (token.kind == Kind::value) {
      const bool word = token.state == CellState::dash && form_.is_group_piece(table, token.folded);
      return word && !token.folded.empty() ? costs_.skipped_group_piece : costs_.skipped_value;
    }
    if (token.prose || token.folded.empty()) return 0;
    if (form_.is_group_piece(table, token.folded)) return costs_.skipped_group_piece;
    return form_.is_label(token.folded) ? costs_.skipped_label : costs_.skipped_piece;
  }

  [[nodiscard]] std::uint32_t missing_cost(const FormElement& element) const {
    switch (element.kind) {
      case FormElement::Kind::caption:
        return costs_.missing_caption;
      case FormElement::Kind::header:
        return costs_.missing_header;
      case FormElement::Kind::group:
        return costs_.missing_group;
      case FormElement::Kind::row:
        break;
    }
    return costs_.missing_row;
  }

  void add_reading(std::uint32_t at, const Node& node, const LabelPieces::Variant& label, const ValueRun& run,
                   std::size_t after, const NearestWording& near, std::uint32_t cost) {
    const bool in_gap = node.in_gap && elements_[node.element].values == 0;  // a group's label ends no gap
    const std::uint32_t total = node.cost + cost;
    const std::uint32_t best = best_[state(after, node.element + 1, in_gap)];
    if (best != none && total >= nodes_[best].cost) return;
    Reading reading;
    reading.label_begin = static_cast<std::uint32_t>(chosen_.size());
    chosen_.insert(chosen_.end(), label.tokens.begin(), label.tokens.end());
    reading.values_begin = static_cast<std::uint32_t>(chosen_.size());
    chosen_.insert(chosen_.end(), run.tokens.begin(), run.tokens.end());
    reading.values_end = static_cast<std::uint32_t>(chosen_.size());
    reading.after = static_cast<std::uint32_t>(after);
    reading.wording = near.wording;
    reading.distance = static_cast<std::uint32_t>(near.distance);
    readings_.push_back(reading);
    reach(after, node.element + 1, in_gap, total, at, static_cast<std::uint32_t>(readings_.size() - 1));
  }

  /// Whether a label that is not the wording itself is something else than a misprint of it: words that the form prints
  /// elsewhere; a whole label of the form with more words glued to it; words that would be nearer to the wording
  /// without their first or last piece.
  [[nodiscard]] bool means_something_else(const FormElement& form, const LabelPieces::Variant& label,
                                          std::size_t distance) const {
    if (distance == 0) return false;
    if (label.holds_label || form_.is_label(label.text)) return true;
    if (label.tokens.size() < 2) return false;
    const std::u32string_view text = label.text;
    const std::size_t first = tokens_[label.tokens.front()].folded.size();
    const std::size_t last = tokens_[label.tokens.back()].folded.size();
    for (const std::u32string_view rest : {text.substr(first), text.substr(0, text.size() - last)}) {
      const NearestWording near = nearest_wording(form, rest, costs_);
      if (near.wording != nullptr && near.distance < distance) return true;
    }
    return false;
  }

  /// Whether a label that begins with this token can be near to a wording of the element: where they share no letter,
  /// all of the token's are edits, and two fifths of the label may be.
  [[nodiscard]] bool may_begin(std::size_t token, const Element& element) const {
    if (tokens_[token].kind != Kind::label || (letters_[token] & element.letters) != 0) return true;
    return tokens_[token].folded.size() * 5 <= LabelPieces::most_letters(*element.form) * 2;
  }

  void read_label(std::uint32_t at, const Node& node) {
    const FormElement& form = *elements_[node.element].form;
    if (!may_begin(node.token, elements_[node.element])) return;
    pieces_.begin(form);
    for (std::size_t end = node.token; end - node.token < most_pieces && pieces_.add(end); ++end) {
      for (const LabelPieces::Variant& label : pieces_.variants()) {
        const NearestWording near = nearest_wording(form, label.text, costs_);
        if (near.wording == nullptr || means_something_else(form, label, near.distance)) continue;
        add_reading(at, node, label, {}, end + 1, near, near.cost + label.cost);
        if (near.distance == 0 && label.cost == 0) return;
      }
    }
  }

  void read_row(std::uint32_t at, const Node& node) {
    const Element& here = elements_[node.element];
    const FormElement& form = *here.form;
    const bool may_match = may_begin(node.token, here);
    if (form.wordings.empty()) {
      const ValueRun words = read_values_with_words(tokens_, node.token, here.values, form_, costs_);
      if (words.usable) add_reading(at, node, {}, words, words.after, {}, words.cost);
    }
    pieces_.begin(form);
    for (std::size_t end = node.token; end < tokens_.size() && end - node.token <= most_pieces; ++end) {
      // What cannot be the row's label may still show it by its place, when all of it stands on one line.
      if (!may_match && tokens_[end].line != tokens_[node.token].line) return;
      if (tokens_[end].kind != Kind::label) {
        const ValueRun run = read_values(tokens_, end, here.values, costs_);
        if (run.usable && read_row_with(at, node, here, end, run, may_match)) return;
        if (!pieces_.is_piece(end)) return;
      }
      if (!pieces_.add(end)) return;
      for (const LabelPieces::Variant& label : pieces_.variants()) {
        if (!may_match) break;
        const NearestWording near = nearest_wording(form, label.text, costs_);
        if (near.wording == nullptr || near.distance > 0) continue;
        // Words in a value's place, or no figures at all: layouts without a grid show nothing in their place.
        const ValueRun words = read_values_with_words(tokens_, end + 1, here.values, form_, costs_);
        if (words.usable) {
          add_reading(at, node, label, words, words.after, near, words.cost + near.cost + label.cost);
        }
        add_reading(at, node, label, {}, end + 1, near, costs_.no_values + near.cost + label.cost);
      }
    }
  }

  /// Reads the row with the values of `run`; true when nothing else can be meant.
  bool read_row_with(std::uint32_t at, const Node& node, const Element& here, std::size_t label_end,
                     const ValueRun& run, bool may_match) {
    const FormElement& form = *here.form;
    const bool labelled = label_end > node.token;
    if (form.wordings.empty()) {
      if (!labelled) add_reading(at, node, {}, run, run.after, {}, run.cost);
      return true;
    }
    for (const LabelPieces::Variant& label : pieces_.variants()) {
      if (!labelled || !may_match) break;
      const NearestWording near = nearest_wording(form, label.text, costs_);
      if (near.wording == nullptr || means_something_else(form, label, near.distance)) continue;
      add_reading(at, node, label, run, run.after, near, run.cost + near.cost + label.cost);
      if (near.distance == 0 && label.cost == 0) return true;
    }
    if (may_match) read_around(at, node, form, run, labelled);
    // A row known by its place alone must have a figure, and no label that means something else.
    const bool any_value = std::any_of(run.tokens.begin(), run.tokens.end(),
                                       [&](std::uint32_t token) { return tokens_[token].kind == Kind::value; });
    if (!any_value || !is_entered(node)) return false;
    if (!labelled) {
      add_reading(at, node, {}, run, run.after, {}, run.cost + costs_.no_label);
    } else if (tokens_[node.token].line == tokens_[label_end - 1].line && !pieces_.variants().empty() &&
               !form_.is_label(pieces_.variants().front().text)) {
      add_reading(at, node, pieces_.variants().front(), run, run.after, {}, run.cost + costs_.unlike_label);
    }
    return false;
  }

  /// Whether anything of the node's table was found on the way to it: numbers alone make no table.
  [[nodiscard]] bool is_entered(const Node& node) const {
    const std::size_t table = elements_[node.element].form->table;
    for (const Node* at = &node; at->parent != none; at = &nodes_[at->parent]) {
      const Node& before = nodes_[at->parent];
      if (elements_[before.element].form->table != table) return false;
      if (at->reading != none) return true;
    }
    return false;
  }

  /// A label wrapped around its own values, or standing below them.
  void read_around(std::uint32_t at, const Node& node, const FormElement& form, const ValueRun& run, bool labelled) {
    LabelPieces around = pieces_;
    for (std::size_t end = run.after; end - run.after < most_pieces_after && around.add(end); ++end) {
      for (const LabelPieces::Variant& label : around.variants()) {
        if (label.text.size() > form.longest + 2) continue;
        const NearestWording wrapped = nearest_wording(form, label.text, costs_);
        // Only a close match: the pieces behind the values are as likely the next row's label.
        if (wrapped.wording == nullptr || wrapped.distance * 5 > label.text.size()) continue;
        if (means_something_else(form, label, wrapped.distance)) continue;
        add_reading(at, node, label, run, end + 1, wrapped,
                    run.cost + wrapped.cost + label.cost + (labelled ? 0 : costs_.label_behind));
        if (wrapped.distance == 0 && label.cost == 0) return;
      }
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<bool> foreign_;
  const FormSequence& form_;
  const AlignmentCosts& costs_;
  LabelPieces pieces_;                     // scratch: the label read so far
  std::vector<std::uint32_t> skip_costs_;  // by table, then token
  std::vector<std::uint64_t> letters_;     // by token
  std::vector<Element> elements_;
  bool queued_ = true;
  std::vector<std::uint32_t> best_;  // by state, the node that reaches it at the lowest cost
  std::vector<Node> nodes_;
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> chosen_;
  std::priority_queue<Open> open_;
};

Alignment align_kept(const std::vector<Token>& tokens, std::vector<bool> foreign, const FormSequence& form,
                     const std::vector<TableRequest>& tables, const AlignmentCosts& costs, Alignment alignment) {
  Search search(tokens, std::move(foreign), form, tables, costs);
  const std::uint32_t last = search.run();
  if (last == none) return alignment;
  alignment.cost = search.nodes()[last].cost;
  std::vector<ElementMatch*> matches;
  for (TableMatch& table : alignment.tables) {
    for (ElementMatch& match : table.elements) matches.push_back(&match);
  }
  for (std::uint32_t at = last; search.nodes()[at].parent != none; at = search.nodes()[at].parent) {
    const Node& node = search.nodes()[at];
    const Node& before = search.nodes()[node.parent];
    if (node.reading != none) {
      const Reading& reading = search.readings()[node.reading];
      ElementMatch& match = *matches[before.element];
      const auto chosen = search.chosen().begin();
      match.found = true;
      match.label.assign(chosen + reading.label_begin, chosen + reading.values_begin);
      match.values.assign(chosen + reading.values_begin, chosen + reading.values_end);
      match.wording = reading.wording;
      match.distance = reading.distance;
      match.ambiguous = !match.values.empty() && match.values.size() != search.elements()[before.element].values;
      // Pieces of other labels between its own were passed over.
      std::vector<std::size_t> used = match.label;
      used.insert(used.end(), match.values.begin(), match.values.end());
      std::sort(used.begin(), used.end());
      for (std::size_t token = node.token; token-- > before.token;) {
        if (tokens[token].kind != Kind::blank && !std::binary_search(used.begin(), used.end(), token)) {
          alignment.skipped.push_back(token);
        }
      }
    } else if (node.token == before.token + 1 && node.element == before.element &&
               tokens[before.token].kind != Kind::blank) {
      alignment.skipped.push_back(before.token);
    }
  }
  std::reverse(alignment.skipped.begin(), alignment.skipped.end());
  complete_headers(alignment, form, tokens, costs);
  complete_row_labels(alignment, form, tokens, costs);
  settle_label_letters(alignment, form, tokens);
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

}  // namespace

void Alignment::find_skipped(const std::vector<Token>& tokens) {
  std::vector<bool> used(tokens.size(), false);
  for (const TableMatch& table : tables) {
    for (const ElementMatch& match : table.elements) {
      for (const std::size_t token : match.label) used[token] = true;
      for (const std::size_t token : match.values) used[token] = true;
    }
  }
  skipped.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!used[i] && tokens[i].kind != Kind::blank) skipped.push_back(i);
  }
}

Alignment align(const std::vector<Token>& tokens, const FormSequence& form, const std::vector<TableRequest>& tables,
                const AlignmentCosts& costs) {
  Alignment alignment;
  std::vector<TableRequest> requests = tables;
  for (TableRequest& request : requests) {
    if (request.width == 0) request.width = form.edition().tables[request.table].columns.size();
    alignment.tables.push_back(
        {request.table, request.width, std::vector<ElementMatch>(form.elements(request.table).size()), {}});
  }
  if (tables.empty()) return alignment;
  alignment.cost = static_cast<std::uint32_t>(tables.size()) * costs.missing_table;
  Foreign foreign = find_foreign(tokens, form);
  if (foreign.all && !has_bare_row(tokens, form, requests)) return alignment;
  const std::vector<std::size_t> kept = worth_reading(tokens, foreign.tokens);
  if (kept.size() == tokens.size()) {
    return align_kept(tokens, std::move(foreign.tokens), form, requests, costs, std::move(alignment));
  }
  std::vector<Token> fewer;
  std::vector<bool> fewer_foreign;
  for (const std::size_t index : kept) {
    fewer.push_back(tokens[index]);
    fewer_foreign.push_back(foreign.tokens[index]);
  }
  alignment = align_kept(fewer, std::move(fewer_foreign), form, requests, costs, std::move(alignment));
  for (TableMatch& table : alignment.tables) {
    for (ElementMatch& match : table.elements) {
      for (std::size_t& token : match.label) token = kept[token];
      for (std::size_t& token : match.values) token = kept[token];
    }
  }
  for (std::size_t& token : alignment.skipped) token = kept[token];
  return alignment;
}

}  // namespace gialint
