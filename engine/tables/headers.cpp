#include "engine/tables/headers.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/tables/wordings.hpp"

namespace gialint {
namespace {

constexpr std::size_t most_pieces = 4;  // a header cell is no wider than it must be, and no narrower than a character

/// A match's first and last token, label and values; {0, 0} when it has none.
std::pair<std::size_t, std::size_t> bounds(const ElementMatch& match) {
  std::pair<std::size_t, std::size_t> range{0, 0};
  bool any = false;
  for (const std::vector<std::size_t>* tokens : {&match.label, &match.values}) {
    for (const std::size_t token : *tokens) {
      range.first = any ? std::min(range.first, token) : token;
      range.second = any ? std::max(range.second, token + 1) : token + 1;
      any = true;
    }
  }
  return range;
}

class HeaderSearch {
 public:
  HeaderSearch(const std::vector<Token>& tokens, const std::vector<FormElement>& elements, TableMatch& match,
               std::vector<std::size_t> words, const AlignmentCosts& costs)
      : tokens_(tokens), elements_(elements), match_(match), words_(std::move(words)), costs_(costs) {}

  void run() {
    // What was matched in part gives its words back: they may belong to others, in full.
    std::vector<std::size_t> wanted;
    std::vector<ElementMatch> in_part(elements_.size());
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      ElementMatch& match = match_.elements[i];
      if (elements_[i].kind != FormElement::Kind::header || (match.found && match.distance == 0)) continue;
      wanted.push_back(i);
      words_.insert(words_.end(), match.label.begin(), match.label.end());
      std::swap(in_part[i], match);
    }
    std::sort(words_.begin(), words_.end());
    for (const std::size_t i : wanted) put_together(i);
    for (const std::size_t i : wanted) {
      if (!match_.elements[i].found && in_part[i].found) take_back(match_.elements[i], std::move(in_part[i]));
    }
    join_by_place();
  }

  /// The words that no header took.
  [[nodiscard]] const std::vector<std::size_t>& words() const { return words_; }

 private:
  void put_together(std::size_t element) {
    for (const ElementWording& wording : elements_[element].wordings) {
      std::vector<std::size_t> chain;
      if (!spell(wording.folded, chain)) continue;
      take(match_.elements[element], wording, 0, chain);
      return;
    }
  }

  void take_back(ElementMatch& match, ElementMatch before) {
    const bool free = std::all_of(before.label.begin(), before.label.end(), [&](std::size_t word) {
      return std::binary_search(words_.begin(), words_.end(), word);
    });
    if (free) take(match, *before.wording, before.distance, before.label);
  }

  /// Free words that spell `rest`, in order, added to `chain`; those that stand under the one before come first.
  bool spell(std::u32string_view rest, std::vector<std::size_t>& chain) const {
    if (rest.empty()) return true;
    if (chain.size() == most_pieces) return false;
    const auto fits = [&](std::size_t word) {
      const std::u32string& folded = tokens_[word].folded;
      return rest.substr(0, folded.size()) == folded && (chain.empty() || word > chain.back());
    };
    for (const bool under : {true, false}) {
      for (const std::size_t word : words_) {
        if (!fits(word) || (!chain.empty() && stands_under(word, chain.back())) != (under && !chain.empty())) continue;
        chain.push_back(word);
        if (spell(rest.substr(tokens_[word].folded.size()), chain)) return true;
        chain.pop_back();
      }
      if (chain.empty()) return false;
    }
    return false;
  }

  [[nodiscard]] bool stands_under(std::size_t word, std::size_t above) const {
    return tokens_[word].line > tokens_[above].line && tokens_[word].extent.overlaps(tokens_[above].extent);
  }

  void take(ElementMatch& match, const ElementWording& wording, std::size_t distance,
            const std::vector<std::size_t>& chain) {
    std::erase_if(words_, [&](std::size_t word) { return std::find(chain.begin(), chain.end(), word) != chain.end(); });
    match.found = true;
    match.label = chain;
    match.wording = &wording;
    match.distance = distance;
  }

  /// Words that stand over each other are one label, when a header that is still missing is worded nearly so.
  void join_by_place() {
    std::vector<std::vector<std::size_t>> columns;
    for (const std::size_t word : words_) {
      const auto column = std::find_if(columns.begin(), columns.end(),
                                       [&](const auto& each) { return stands_under(word, each.back()); });
      if (column == columns.end()) {
        columns.push_back({word});
      } else {
        column->push_back(word);
      }
    }
    for (const std::vector<std::size_t>& column : columns) {
      std::u32string text;
      for (const std::size_t word : column) text += tokens_[word].folded;
      std::size_t best = elements_.size();
      NearestWording nearest;
      for (std::size_t i = 0; i < elements_.size(); ++i) {
        if (elements_[i].kind != FormElement::Kind::header || match_.elements[i].found) continue;
        const NearestWording near = nearest_wording(elements_[i], text, costs_);
        if (near.wording == nullptr || (nearest.wording != nullptr && near.distance >= nearest.distance)) continue;
        best = i;
        nearest = near;
      }
      if (best < elements_.size()) take(match_.elements[best], *nearest.wording, nearest.distance, column);
    }
  }

  const std::vector<Token>& tokens_;
  const std::vector<FormElement>& elements_;
  TableMatch& match_;
  std::vector<std::size_t> words_;  // that belong to no element, in order
  const AlignmentCosts& costs_;
};

}  // namespace

void complete_headers(Alignment& alignment, const FormSequence& form, const std::vector<Token>& tokens,
                      const AlignmentCosts& costs) {
  std::size_t begin = 0;  // behind the table before
  for (TableMatch& table : alignment.tables) {
    const std::vector<FormElement>& elements = form.elements(table.table);
    std::size_t first_row = tokens.size();
    std::size_t last = begin;
    bool placed = false;
    bool wanting = false;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& match = table.elements[i];
      const bool header = elements[i].kind == FormElement::Kind::header;
      wanting = wanting || (header && (!match.found || match.distance > 0));
      if (!match.found) continue;
      placed = true;
      const auto [from, to] = bounds(match);
      last = std::max(last, to);
      if (elements[i].kind == FormElement::Kind::row) first_row = std::min(first_row, from);
    }
    if (placed && wanting) {
      std::vector<std::size_t> words;
      for (const std::size_t token : alignment.skipped) {
        const Token& word = tokens[token];
        const bool in_front = token >= begin && token < first_row;
        if (in_front && word.kind == Token::Kind::label && !word.prose && !word.folded.empty()) words.push_back(token);
      }
      const std::vector<std::size_t> before = words;
      HeaderSearch search(tokens, elements, table, std::move(words), costs);
      search.run();
      std::erase_if(alignment.skipped,
                    [&](std::size_t token) { return std::binary_search(before.begin(), before.end(), token); });
      alignment.skipped.insert(alignment.skipped.end(), search.words().begin(), search.words().end());
      std::sort(alignment.skipped.begin(), alignment.skipped.end());
    }
    begin = last;
  }
}

}  // namespace gialint
