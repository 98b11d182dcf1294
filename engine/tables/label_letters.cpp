#include "engine/tables/label_letters.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace gialint {
namespace {

using Letters = std::map<char32_t, std::size_t>;

constexpr std::size_t fewest_downwards = 3;  // pieces of a label that is printed letter below letter
constexpr std::size_t most_left_over = 200;  // words; among more, every letter is there by chance

void add(Letters& letters, std::u32string_view text) {
  for (const char32_t letter : text) ++letters[letter];
}

void add(Letters& letters, const Letters& others) {
  for (const auto& [letter, count] : others) letters[letter] += count;
}

/// What `text` has more of than `other`.
Letters more(std::u32string_view text, std::u32string_view other) {
  Letters letters;
  add(letters, text);
  for (const char32_t letter : other) {
    const auto found = letters.find(letter);
    if (found == letters.end()) continue;
    if (--found->second == 0) letters.erase(found);
  }
  return letters;
}

/// Of one label that is not as the form words it.
struct TornLabel {
  std::size_t element = 0;
  std::u32string printed;  ///< folded
  std::u32string_view wording;
  bool downwards = false;  ///< a group's, printed letter below letter
};

class LetterBalance {
 public:
  LetterBalance(const Alignment& alignment, const FormSequence& form, const std::vector<Token>& tokens,
                const TableMatch& table)
      : elements_(form.elements(table.table)) {
    std::size_t begin = tokens.size();
    std::size_t end = 0;
    for (const ElementMatch& match : table.elements) {
      for (const std::vector<std::size_t>* pieces : {&match.label, &match.values}) {
        for (const std::size_t piece : *pieces) {
          begin = std::min(begin, piece);
          end = std::max(end, piece + 1);
        }
      }
    }
    const auto first = std::lower_bound(alignment.skipped.begin(), alignment.skipped.end(), begin);
    for (auto skipped = first; skipped != alignment.skipped.end() && *skipped < end; ++skipped) {
      if (left_over_.size() > most_left_over) break;
      const Token& word = tokens[*skipped];
      const bool piece =
          !word.prose && !word.folded.empty() && (form.is_piece(word.folded) || form.is_label(word.folded));
      if (!piece) continue;
      left_over_.push_back(word.folded);
      add(there_, word.folded);
    }
    for (std::size_t i = 0; i < elements_.size(); ++i) consider(i, table.elements[i], tokens);
    for (const TornLabel& label : torn_) {
      add(surplus_, more(label.printed, label.wording));
      add(wanted_, more(label.wording, label.printed));
    }
    add(there_, surplus_);
  }

  void settle(TableMatch& table) const {
    // With nothing else that its letters could have gone to, a label is misprinted.
    const bool alone = torn_.size() + left_over_.size() < 2;
    if (left_over_.size() > most_left_over) return;
    for (const TornLabel& label : torn_) {
      if ((alone && !label.downwards) || !is_explained(label)) continue;
      ElementMatch& match = table.elements[label.element];
      if (match.label.empty()) {
        match.scattered = true;
      } else {
        match.distance = 0;
      }
    }
  }

 private:
  void consider(std::size_t element, const ElementMatch& match, const std::vector<Token>& tokens) {
    const FormElement& form = elements_[element];
    if (form.kind == FormElement::Kind::caption || form.wordings.empty()) return;
    TornLabel label;
    label.element = element;
    if (match.label.empty()) {
      label.wording = form.wordings.front().folded;
      // What a layout left out altogether wants no letters.
      const auto is_part = [&](const std::u32string& word) {
        return label.wording.find(word) != std::u32string_view::npos;
      };
      if (std::none_of(left_over_.begin(), left_over_.end(), is_part)) return;
    } else {
      if (match.wording == nullptr || match.distance == 0) return;
      label.wording = match.wording->folded;
      for (const std::size_t piece : match.label) label.printed += tokens[piece].folded;
      label.downwards = form.kind == FormElement::Kind::group && match.label.size() >= fewest_downwards;
    }
    torn_.push_back(std::move(label));
  }

  [[nodiscard]] bool is_explained(const TornLabel& label) const {
    const auto enough = [](const Letters& letters, const Letters& of, const Letters& in) {
      return std::all_of(letters.begin(), letters.end(), [&](const auto& letter) {
        const auto have = in.find(letter.first);
        const auto need = of.find(letter.first);
        return have != in.end() && (need == of.end() || need->second <= have->second);
      });
    };
    // The number in front of a label may be printed otherwise, or not at all.
    const Letters lacking = more(without_enumerator(label.wording), label.printed);
    const Letters surplus = more(label.printed, label.wording);
    // Of letters below each other a page break swallows some, and rows beside them change the places of others.
    if (label.downwards) return enough(surplus, surplus_, wanted_);
    if (lacking.empty() && surplus.empty()) return false;  // letters that changed places are a misprint
    return enough(lacking, wanted_, there_) && enough(surplus, surplus_, wanted_);
  }

  const std::vector<FormElement>& elements_;
  std::vector<std::u32string> left_over_;  // words among the table's pieces that belong to nothing
  std::vector<TornLabel> torn_;
  Letters surplus_;  // that torn labels have too many of
  Letters there_;    // that are left over, or that torn labels have too many of
  Letters wanted_;   // that torn labels lack
};

}  // namespace

void settle_label_letters(Alignment& alignment, const FormSequence& form, const std::vector<Token>& tokens) {
  for (TableMatch& table : alignment.tables) LetterBalance(alignment, form, tokens, table).settle(table);
}

}  // namespace gialint
