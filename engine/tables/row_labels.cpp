#include "engine/tables/row_labels.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

#include "engine/tables/spelling.hpp"
#include "engine/tables/wordings.hpp"

namespace gialint {
namespace {

using Element = FormElement::Kind;

constexpr std::size_t most_words = 96;  // that are looked at for one label

/// Tokens [begin, end).
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class LabelSearch {
 public:
  /// The table's rows stand within `range`; `free` says of each token whether it is a word that belongs to nothing.
  LabelSearch(const std::vector<Token>& tokens, const std::vector<FormElement>& elements, TableMatch& match,
              Range range, std::vector<bool>& free, const AlignmentCosts& costs)
      : tokens_(tokens), elements_(elements), match_(match), range_(range), free_(free), costs_(costs) {}

  void run() {
    release_group_pieces();
    release_misprinted();
    for (const Element kind : {Element::row, Element::group}) {
      for (const std::size_t element : wanted_) {
        if (elements_[element].kind == kind) spell_label(element, window_of(element));
      }
    }
    take_back();
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].kind == Element::group && !match_.elements[i].found) join_group(i);
    }
    take_apart();
  }

 private:
  /// Whether an element is a label of rows that was not found as the form words it.
  [[nodiscard]] bool is_wanted(std::size_t element) const {
    const FormElement& form = elements_[element];
    if ((form.kind != Element::row && form.kind != Element::group) || form.wordings.empty()) return false;
    const ElementMatch& match = match_.elements[element];
    return match.label.empty() || match.wording == nullptr || match.distance > 0 || match.wording->joined;
  }

  /// A mark for none that stands left of a row's label, 无 of （四）无法提供 printed downwards, is no figure of the
  /// row; the figure that it pushed out is.
  void release_group_pieces() {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      ElementMatch& match = match_.elements[i];
      if (elements_[i].kind != Element::row || match.values.size() < match_.width || match.label.empty()) continue;
      const Token& first = tokens_[match.values.front()];
      if (first.state != CellState::dash || first.folded.empty() || first.width > 0) continue;
      const bool in_front = std::all_of(match.label.begin(), match.label.end(), [&](std::size_t piece) {
        return first.extent.right <= tokens_[piece].extent.left;
      });
      const std::size_t next = match.values.back() + 1;
      const bool pushed_out =
          next < tokens_.size() && tokens_[next].kind == Token::Kind::value && tokens_[next].line == first.line;
      if (!in_front || match.values.size() + (pushed_out ? 1 : 0) != match_.width + 1) continue;
      free_[match.values.front()] = true;
      match.values.erase(match.values.begin());
      if (pushed_out) match.values.push_back(next);
      match.ambiguous = false;
    }
  }

  /// Misprinted labels give their words back: some may be others'.
  void release_misprinted() {
    before_.resize(elements_.size());
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (!is_wanted(i)) continue;
      wanted_.push_back(i);
      ElementMatch& match = match_.elements[i];
      before_[i].label = std::exchange(match.label, {});
      before_[i].wording = std::exchange(match.wording, nullptr);
      before_[i].distance = std::exchange(match.distance, 0);
      for (const std::size_t word : before_[i].label) free_[word] = true;
    }
  }

  /// Where a row's label may stand: from the figures of the row before it to those of the row behind it. A group's may
  /// stand beside all of its rows.
  [[nodiscard]] Range window_of(std::size_t element) const {
    Range window = range_;
    for (std::size_t i = element; i-- > 0;) {
      if (elements_[i].kind == Element::group) continue;
      const ElementMatch& above = match_.elements[i];
      if (!above.values.empty()) {
        window.begin = last_value(above) + 1;
        break;
      }
      if (elements_[i].kind != Element::row && above.found) {
        window.begin = std::max(window.begin, above.label.back() + 1);
        break;
      }
    }
    for (std::size_t i = last_row(element) + 1; i < elements_.size(); ++i) {
      const ElementMatch& below = match_.elements[i];
      if (elements_[i].kind != Element::row || below.values.empty()) continue;
      window.end = first_value(below);
      break;
    }
    return window;
  }

  /// The last row of a group, as far as it has rows of one make: those before the next label that is no deeper. For a
  /// row itself.
  [[nodiscard]] std::size_t last_row(std::size_t element) const {
    if (elements_[element].kind != Element::group) return element;
    return elements_[element].last;
  }

  [[nodiscard]] static std::size_t first_value(const ElementMatch& match) {
    return *std::min_element(match.values.begin(), match.values.end());
  }
  [[nodiscard]] static std::size_t last_value(const ElementMatch& match) {
    return *std::max_element(match.values.begin(), match.values.end());
  }

  [[nodiscard]] std::vector<std::size_t> words_in(Range window) const {
    std::vector<std::size_t> words;
    for (std::size_t i = window.begin; i < window.end && words.size() < most_words; ++i) {
      if (free_[i]) words.push_back(i);
    }
    return words;
  }

  bool spell_label(std::size_t element, Range window) {
    const std::vector<std::size_t> words = words_in(window);
    if (words.empty()) return false;
    for (const ElementWording& wording : elements_[element].wordings) {
      if (wording.joined) continue;
      const std::vector<std::size_t> pieces = spell(tokens_, words, wording.folded);
      if (pieces.empty()) continue;
      take(element, wording, 0, pieces);
      return true;
    }
    return false;
  }

  void take(std::size_t element, const ElementWording& wording, std::size_t distance,
            const std::vector<std::size_t>& pieces) {
    ElementMatch& match = match_.elements[element];
    match.found = true;
    match.label = pieces;
    match.wording = &wording;
    match.distance = distance;
    for (const std::size_t word : pieces) free_[word] = false;
  }

  [[nodiscard]] std::u32string joined(const std::vector<std::size_t>& pieces) const {
    std::u32string text;
    for (const std::size_t piece : pieces) text += tokens_[piece].folded;
    return text;
  }

  /// What was not spelled keeps the words that nothing else took.
  void take_back() {
    for (const std::size_t element : wanted_) {
      ElementMatch& match = match_.elements[element];
      ElementMatch& before = before_[element];
      if (!match.label.empty() || before.label.empty()) continue;
      std::vector<std::size_t> left = before.label;
      std::erase_if(left, [&](std::size_t word) { return !free_[word]; });
      if (left.size() < before.label.size()) {
        const NearestWording near = nearest_wording(elements_[element], joined(left), costs_);
        before.wording = near.wording;
        before.distance = near.distance;
      }
      if (left.empty()) {
        match.found = !match.values.empty();
        continue;
      }
      match.label = std::move(left);
      match.wording = before.wording;
      match.distance = before.distance;
      for (const std::size_t word : match.label) free_[word] = false;
    }
  }

  /// A group's label that is misprinted: words that stand under each other and come near to it.
  void join_group(std::size_t element) {
    const std::vector<std::size_t> words = words_in(window_of(element));
    std::vector<std::size_t> best;
    NearestWording nearest;
    for (std::size_t first = 0; first < words.size(); ++first) {
      std::vector<std::size_t> pieces;
      std::u32string text;
      for (std::size_t i = first; i < words.size(); ++i) {
        if (!pieces.empty() && !stands_under(tokens_[words[i]], tokens_[pieces.back()])) continue;
        pieces.push_back(words[i]);
        text += tokens_[words[i]].folded;
        if (text.size() > 2 * elements_[element].longest) break;
        const NearestWording near = nearest_wording(elements_[element], text, costs_);
        if (near.wording == nullptr || (nearest.wording != nullptr && near.distance >= nearest.distance)) continue;
        nearest = near;
        best = pieces;
      }
    }
    if (nearest.wording != nullptr) take(element, *nearest.wording, nearest.distance, best);
  }

  /// Labels that stand apart from their rows' values are looked for from one to the next.
  void take_apart() {
    Range window = range_;
    for (const std::size_t element : wanted_) {
      ElementMatch& match = match_.elements[element];
      if (elements_[element].kind != Element::row || match.values.empty()) continue;
      const bool partly = !match.label.empty() && match.distance > 0;
      if (!match.label.empty() && !partly) continue;
      const ElementMatch own = match;
      for (const std::size_t word : own.label) free_[word] = true;
      if (spell_label(element, window)) {
        match.apart = true;
        window.begin = match.label.front() + 1;
      } else {
        for (const std::size_t word : own.label) free_[word] = false;
      }
    }
  }

  const std::vector<Token>& tokens_;
  const std::vector<FormElement>& elements_;
  TableMatch& match_;
  Range range_;
  std::vector<bool>& free_;
  const AlignmentCosts& costs_;
  std::vector<std::size_t> wanted_;   // elements, in the form's order
  std::vector<ElementMatch> before_;  // by element, what alignment found
};

}  // namespace

void complete_row_labels(Alignment& alignment, const FormSequence& form, const std::vector<Token>& tokens,
                         const AlignmentCosts& costs) {
  std::vector<bool> free(tokens.size(), false);
  bool any = false;
  for (const std::size_t token : alignment.skipped) {
    const Token& word = tokens[token];
    free[token] =
        !word.folded.empty() && !word.prose && (word.kind == Token::Kind::label || word.state == CellState::dash);
    any = any || free[token];
  }
  for (const TableMatch& table : alignment.tables) {
    any = any || std::any_of(table.elements.begin(), table.elements.end(), [&](const ElementMatch& match) {
            const bool word_first = !match.values.empty() && !tokens[match.values.front()].folded.empty();
            return (match.label.size() > 1 && match.distance > 0) || word_first;
          });
  }
  if (!any) return;
  // Each table's words stand between the pieces of its neighbours.
  std::vector<Range> ranges(alignment.tables.size());
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    ranges[i].begin = begin;
    for (const ElementMatch& match : alignment.tables[i].elements) {
      for (const std::vector<std::size_t>* pieces : {&match.label, &match.values}) {
        for (const std::size_t piece : *pieces) begin = std::max(begin, piece + 1);
      }
    }
  }
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    ranges[i].end = tokens.size();
    for (std::size_t next = i + 1; next < ranges.size(); ++next) {
      for (const ElementMatch& match : alignment.tables[next].elements) {
        for (const std::size_t piece : match.label) ranges[i].end = std::min(ranges[i].end, piece);
      }
    }
  }
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    TableMatch& table = alignment.tables[i];
    const auto found = [](const ElementMatch& match) { return match.found; };
    if (std::none_of(table.elements.begin(), table.elements.end(), found)) continue;
    LabelSearch(tokens, form.elements(table.table), table, ranges[i], free, costs).run();
  }
  alignment.find_skipped(tokens);
}

}  // namespace gialint
