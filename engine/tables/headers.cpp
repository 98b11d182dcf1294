#include "engine/tables/headers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/tables/column_order.hpp"
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
  /// The header stands in front of token `end`; `words` are those in front of it that belong to nothing.
  HeaderSearch(const std::vector<Token>& tokens, const std::vector<FormElement>& elements, TableMatch& match,
               std::vector<std::size_t> words, std::size_t end, const AlignmentCosts& costs)
      : tokens_(tokens), elements_(elements), match_(match), words_(std::move(words)), end_(end), costs_(costs) {}

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
    if (take_in_other_order()) return;
    if (!take_by_column()) drop_displaced();
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

  /// Headers belong to the columns under them, in whatever order these are.
  bool take_in_other_order() {
    std::vector<std::size_t> own = words_;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].column == FormElement::none) continue;
      const ElementMatch& match = match_.elements[i];
      own.insert(own.end(), match.label.begin(), match.label.end());
    }
    std::sort(own.begin(), own.end());
    std::optional<ColumnOrder> order = column_order(match_, elements_, tokens_, own);
    if (!order) return false;
    words_ = std::move(own);
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].column == FormElement::none) continue;
      const auto at = std::find(order->columns.begin(), order->columns.end(), elements_[i].column);
      const std::size_t word = order->headers[static_cast<std::size_t>(at - order->columns.begin())];
      const NearestWording near = nearest_wording(elements_[i], tokens_[word].folded, costs_);
      take(match_.elements[i], *near.wording, 0, {word});
    }
    match_.order = std::move(order->columns);
    return true;
  }

  /// In a grid a column's header is what stands lowest over it, and headers follow from left to right: whatever else
  /// bears the same words is a merged cell printed again. The columns need not be all there, nor the only ones. Whether
  /// this holds shows in the headers themselves: two thirds of them must be found so, to the letter.
  bool take_by_column() {
    std::vector<std::size_t> columns;  // elements, as they follow from left to right
    std::vector<std::size_t> own;      // words of column headers, free or taken
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].column == FormElement::none) continue;
      columns.push_back(i);
      const ElementMatch& match = match_.elements[i];
      own.insert(own.end(), match.label.begin(), match.label.end());
    }
    if (columns.size() < 2) return false;
    std::sort(columns.begin(), columns.end(),
              [&](std::size_t a, std::size_t b) { return elements_[a].column < elements_[b].column; });
    own.insert(own.end(), words_.begin(), words_.end());
    std::sort(own.begin(), own.end());
    const std::vector<std::size_t> lowest = lowest_words(own);
    const std::vector<std::size_t> word_of = best_series(columns, lowest);
    std::size_t right = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool here = word_of[i] != end_;
      right += here && tokens_[word_of[i]].folded == elements_[columns[i]].wordings.front().folded ? 1 : 0;
    }
    if (right * 3 < columns.size() * 2) return false;
    words_ = own;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      ElementMatch& match = match_.elements[columns[i]];
      match = {};
      if (word_of[i] == end_) continue;
      const NearestWording near = nearest_wording(elements_[columns[i]], tokens_[word_of[i]].folded, costs_);
      take(match, *near.wording, near.distance, {highest_alike(word_of[i], own)});
    }
    return true;
  }

  /// Of words in grids, the lowest over each column, from left to right.
  [[nodiscard]] std::vector<std::size_t> lowest_words(const std::vector<std::size_t>& own) const {
    std::map<std::uint32_t, std::size_t> lowest;
    for (const std::size_t word : own) {
      if (tokens_[word].width > 0 && is_across(word)) lowest[tokens_[word].extent.left] = word;
    }
    std::vector<std::size_t> words;
    words.reserve(lowest.size());
    for (const auto& [left, word] : lowest) words.push_back(word);
    return words;
  }

  /// For each of `columns` the word that heads it, or end_: both in order, as many as can be, and as near to the
  /// wordings.
  [[nodiscard]] std::vector<std::size_t> best_series(const std::vector<std::size_t>& columns,
                                                     const std::vector<std::size_t>& words) const {
    constexpr std::uint32_t unheaded = 1000;  // more than any label costs that is near enough to be one
    const std::size_t stride = words.size() + 1;
    // cost[i * stride + k]: of the columns from i on, with the words from k on.
    std::vector<std::uint32_t> cost((columns.size() + 1) * stride, 0);
    const auto headed = [&](std::size_t i, std::size_t k) -> std::optional<std::uint32_t> {
      const NearestWording near = nearest_wording(elements_[columns[i]], tokens_[words[k]].folded, costs_);
      return near.wording == nullptr ? std::nullopt : std::optional(near.cost);
    };
    for (std::size_t i = columns.size(); i-- > 0;) {
      for (std::size_t k = stride; k-- > 0;) {
        std::uint32_t& best = cost[i * stride + k];
        best = cost[(i + 1) * stride + k] + unheaded;
        if (k == words.size()) continue;
        best = std::min(best, cost[i * stride + k + 1]);
        if (const auto here = headed(i, k)) best = std::min(best, cost[(i + 1) * stride + k + 1] + *here);
      }
    }
    std::vector<std::size_t> word_of(columns.size(), end_);
    for (std::size_t i = 0, k = 0; i < columns.size() && k < words.size();) {
      const std::uint32_t best = cost[i * stride + k];
      const auto here = headed(i, k);
      if (here && best == cost[(i + 1) * stride + k + 1] + *here) {
        word_of[i++] = words[k++];
      } else if (best == cost[i * stride + k + 1]) {
        ++k;
      } else {
        ++i;
      }
    }
    return word_of;
  }

  /// A merged cell printed again in the rows it covers is named by its first.
  [[nodiscard]] std::size_t highest_alike(std::size_t word, const std::vector<std::size_t>& own) const {
    for (auto above = std::lower_bound(own.begin(), own.end(), word); above != own.begin();) {
      --above;
      const Token& token = tokens_[*above];
      const bool over = token.line + 1 == tokens_[word].line && token.extent == tokens_[word].extent;
      if (over && token.folded == tokens_[word].folded) word = *above;
    }
    return word;
  }

  /// Whether the token's grid row stands across the page: in one that is printed downwards, cells follow in their own
  /// way.
  [[nodiscard]] bool is_across(std::size_t word) const { return !tokens_[word].downwards; }

  /// Whether a word that no element took bears the words of `match` as well. Where none does, a header out of place
  /// stands in a row that is shorter than those below, since a merged cell of it counts as one column.
  [[nodiscard]] bool is_printed_again(const ElementMatch& match) const {
    if (match.distance > 0 || match.label.size() > 1) return true;
    return std::any_of(words_.begin(), words_.end(),
                       [&](std::size_t word) { return tokens_[word].folded == tokens_[match.label.front()].folded; });
  }

  /// In a grid columns follow from left to right. A header that breaks that order was taken from elsewhere: the same
  /// words, printed again in a cell that a merged one covers.
  void drop_displaced() {
    std::vector<std::size_t> headers;  // elements, in the order of their columns
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const ElementMatch& match = match_.elements[i];
      if (elements_[i].column == FormElement::none || !match.found) continue;
      if (tokens_[match.label.front()].width > 0 && is_across(match.label.front())) headers.push_back(i);
    }
    std::sort(headers.begin(), headers.end(),
              [&](std::size_t a, std::size_t b) { return elements_[a].column < elements_[b].column; });
    const auto left = [&](std::size_t header) { return tokens_[match_.elements[header].label.front()].extent.left; };
    // The longest series that stands from left to right; the others are out of place.
    std::vector<std::size_t> length(headers.size(), 1);
    std::vector<std::size_t> before(headers.size(), headers.size());
    std::size_t last = headers.size();
    for (std::size_t i = 0; i < headers.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (left(headers[j]) < left(headers[i]) && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      if (last == headers.size() || length[i] > length[last]) last = i;
    }
    std::vector<bool> in_place(headers.size(), false);
    for (std::size_t i = last; i < headers.size(); i = before[i]) in_place[i] = true;
    for (std::size_t i = 0; i < headers.size(); ++i) {
      if (in_place[i]) continue;
      ElementMatch& match = match_.elements[headers[i]];
      if (!is_printed_again(match)) continue;
      words_.insert(words_.end(), match.label.begin(), match.label.end());
      match = {};
    }
    std::sort(words_.begin(), words_.end());
  }

  const std::vector<Token>& tokens_;
  const std::vector<FormElement>& elements_;
  TableMatch& match_;
  std::vector<std::size_t> words_;  // that belong to no element, in order
  std::size_t end_;
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
    std::vector<std::size_t> words;
    for (const std::size_t token : alignment.skipped) {
      const Token& word = tokens[token];
      const bool in_front = token >= begin && token < first_row;
      if (in_front && word.kind == Token::Kind::label && !word.prose && !word.folded.empty()) words.push_back(token);
    }
    // Words left over in a header that seems complete may be the ones it should have taken.
    if (placed && (wanting || !words.empty())) {
      const std::vector<std::size_t> before = words;
      HeaderSearch search(tokens, elements, table, std::move(words), first_row, costs);
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
