#include "engine/document/repetition.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"
#include "engine/text/words.hpp"

namespace gialint {
namespace {

// Shorter clauses are repeated for emphasis: 公开、公开、再公开.
constexpr std::size_t shortest_clause = 6;

constexpr char32_t sentence_end = U'。';

// Longer phrases than this are not repeated by a slip of the hand but by a pasted paragraph, which is another matter.
constexpr std::size_t longest_phrase = 40;

// From this length on no words of Chinese stand twice in a row by right; shorter ones are held against its words.
constexpr std::size_t certain_length = 4;

// How far around a repetition the words are told: beyond it they do not hang on it.
constexpr std::size_t word_reach = 12;

// Words of one character up to this rarity stand by themselves often enough: 在 before 在建, 了 before 了解.
constexpr int common_word = 25;

struct Character {
  char32_t value;
  std::uint32_t begin;
  std::uint32_t end;
};

bool among(char32_t c, const std::u32string& set) { return set.find(c) != std::u32string::npos; }

/// A mark that parts clauses: behind 。 and ： a heading's words come again for good reason.
bool parts_clauses(char32_t c) { return std::u32string_view(U"，,；;、").find(c) != std::u32string_view::npos; }

/// Remembers where each run of `certain_length` characters was last seen: what repeats itself begins with such a run.
class LastSeen {
 public:
  LastSeen() : places_(slots, never) {}

  /// Where the run at `at` was last seen, by its hash; `never` when it was not. Notes `at`.
  std::size_t note(const std::vector<Character>& characters, std::size_t at) {
    std::uint32_t hash = 0;
    for (std::size_t i = 0; i < certain_length; ++i) hash = (hash ^ characters[at + i].value) * 0x9E3779B1U;
    std::size_t& place = places_[hash >> (32U - slot_bits)];
    const std::size_t before = place;
    place = at;
    return before;
  }

  static constexpr std::size_t never = static_cast<std::size_t>(-1);

 private:
  static constexpr unsigned slot_bits = 10;
  static constexpr std::size_t slots = std::size_t{1} << slot_bits;
  std::vector<std::size_t> places_;
};

class RepetitionFinder {
 public:
  RepetitionFinder(std::string_view text, const LawfulDoubling& lawful) : lawful_(lawful) {
    characters_.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      const auto begin = static_cast<std::uint32_t>(at);
      if (!is_blank(point.value)) characters_.push_back({point.value, begin, begin + point.length});
      at += point.length;
    }
  }

  std::vector<Repetition> find() {
    LastSeen seen;
    std::vector<Repetition> found;
    std::size_t free_from = 0;  // the first character that is not part of a repetition found already
    const std::size_t count = characters_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t before = i + certain_length <= count ? seen.note(characters_, i) : LastSeen::never;
      std::size_t length = 0;
      std::size_t gap = 0;  // of the mark between two clauses
      std::size_t first = i;
      if (before != LastSeen::never && before >= free_from) {
        first = before;
        length = i - first;
        if (is_clause_again(first, i)) {
          gap = 1;
          --length;
        } else if (length < certain_length || !is_long_phrase(first, length)) {
          first = i;
          length = 0;
        }
      }
      for (std::size_t size = 1; length == 0 && i >= free_from && size < certain_length; ++size) {
        if (is_slip(i, size)) length = size;
      }
      if (length == 0) continue;
      const std::size_t second = first + length + gap;
      found.push_back({span_of(first, length), span_of(second, length), length});
      free_from = second + length;
      i = std::max(i, first == i ? i + length - 1 : i);
    }
    return found;
  }

 private:
  [[nodiscard]] char32_t at(std::size_t index) const {
    return index < characters_.size() ? characters_[index].value : 0;
  }
  [[nodiscard]] bool is_mark_at(std::size_t index) const { return index >= characters_.size() || !is_word(at(index)); }
  [[nodiscard]] Span span_of(std::size_t begin, std::size_t length) const {
    return {characters_[begin].begin, characters_[begin + length - 1].end};
  }

  [[nodiscard]] bool same(std::size_t first, std::size_t second, std::size_t length) const {
    for (std::size_t i = 0; i < length; ++i) {
      if (at(first + i) != at(second + i)) return false;
    }
    return true;
  }

  /// Letters, digits and Chinese characters, one of these at least.
  [[nodiscard]] bool is_phrase(std::size_t begin, std::size_t length) const {
    bool chinese = false;
    for (std::size_t i = begin; i < begin + length; ++i) {
      if (!is_word(at(i))) return false;
      chinese = chinese || is_han(at(i));
    }
    return chinese;
  }

  [[nodiscard]] bool is_long_phrase(std::size_t first, std::size_t length) const {
    if (length > longest_phrase || first + 2 * length > characters_.size()) return false;
    if (!same(first, first + length, length) || !is_phrase(first, length)) return false;
    return !same(first, first + 1, length - 1);  // not one character again and again
  }

  /// Whether the whole clause from `first` up to the mark before `second` stands at `second` again:
  /// 加强领导，加强领导， or a whole sentence: 特此报告。特此报告。
  [[nodiscard]] bool is_clause_again(std::size_t first, std::size_t second) const {
    const std::size_t length = second - first - 1;
    if (second <= first || length > longest_phrase || second + length > characters_.size()) return false;
    const bool begins = first == 0 || is_mark_at(first - 1);
    // A heading's words may be the next sentence's first ones, but not all of it.
    const bool sentence = at(second - 1) == sentence_end && at(second + length) == sentence_end;
    const bool clause = length >= shortest_clause && parts_clauses(at(second - 1)) && is_mark_at(second + length);
    return begins && (sentence || clause) && same(first, second, length) && is_phrase(first, length);
  }

  /// Whether `size` characters, fewer than `certain_length`, come again by mistake.
  bool is_slip(std::size_t begin, std::size_t size) {
    if (begin + 2 * size > characters_.size() || !same(begin, begin + size, size)) return false;
    if (size == 1 && among(at(begin), lawful_.marks)) return true;
    if (!is_phrase(begin, size)) return false;
    if (size > 1 && same(begin, begin + 1, 2 * size - 1)) return false;
    words_around(begin, begin + 2 * size);
    return size == 1 ? is_doubled_character(begin) : is_doubled_word(begin, size);
  }

  /// Parts the text around [begin, end) into words.
  void words_around(std::size_t begin, std::size_t end) {
    words_begin_ = begin;
    while (words_begin_ > 0 && begin - words_begin_ < word_reach && is_word(at(words_begin_ - 1))) --words_begin_;
    std::u32string text;
    for (std::size_t i = words_begin_; i < end + word_reach && !(i >= end && is_mark_at(i)); ++i) text += at(i);
    words_ = segment(text);
  }

  /// The word that ends, or begins, at `index`.
  [[nodiscard]] const Word* word_ending_at(std::size_t index) const {
    const auto found =
        std::find_if(words_.begin(), words_.end(), [&](const Word& each) { return words_begin_ + each.end == index; });
    return found == words_.end() ? nullptr : &*found;
  }
  [[nodiscard]] const Word* word_beginning_at(std::size_t index) const {
    const auto found = std::find_if(words_.begin(), words_.end(),
                                    [&](const Word& each) { return words_begin_ + each.begin == index; });
    return found == words_.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::u32string text_of(std::size_t begin, std::size_t end) const {
    std::u32string text;
    for (std::size_t i = begin; i < end; ++i) text += at(i);
    return text;
  }

  /// Whether a word of two to four characters ends with the one at `last`.
  [[nodiscard]] bool ends_a_word(std::size_t last) const {
    for (std::size_t length = 2; length <= 4 && length <= last + 1; ++length) {
      if (is_phrase(last + 1 - length, length) && rarity(text_of(last + 1 - length, last + 1))) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_doubled_character(std::size_t begin) const {
    const char32_t c = at(begin);
    const bool parted = characters_[begin].end < characters_[begin + 1].begin;  // no word holds a blank
    const bool goes_on = is_han(at(begin + 2));
    const Word* const first = word_ending_at(begin + 1);
    const Word* const second = word_beginning_at(begin + 1);
    if (first == nullptr || second == nullptr) {
      if (parted) return true;
      // Both in one word: 层层, 清清楚楚, 息息相关.
      const Word* const pair = word_beginning_at(begin);
      const bool is_pair = pair != nullptr && words_begin_ + pair->end == begin + 2;
      if (!is_pair) return false;
      if (among(c, lawful_.closing)) return goes_on;
      // 责任人人，: of whom each does something, something has to be said.
      return !goes_on && among(c, lawful_.distributive) && ends_a_word(begin);
    }
    if (first->size() > 1 && second->size() > 1) return false;
    const Word* const next = word_beginning_at(words_begin_ + second->end);
    if (second->size() == 1) {
      if (parted && first->size() == 1) return true;
      if (among(c, lawful_.distributive) && goes_on) return false;
      if (first->size() > 1 && among(c, lawful_.particles)) return false;
      if (among(c, lawful_.closing) && !goes_on) return false;
      // Two characters in a row that are no words by themselves may be one that is not known: 答复 复函.
      if (next != nullptr && next->size() == 1 && is_han(at(begin + 2)) && !among(at(begin + 2), lawful_.particles))
        return first->size() == 1 && among(c, lawful_.particles);
      return true;
    }
    // 在 在建, but no 息 before 息县.
    return rarity(std::u32string(1, c)).value_or(common_word + 1) > common_word;
  }

  [[nodiscard]] bool is_doubled_word(std::size_t begin, std::size_t size) const {
    // 一步一步, 一件一件; 一些一些 counts nothing.
    const char32_t last = at(begin + size - 1);
    if (among(at(begin), lawful_.leading) || among(last, lawful_.leading)) return false;
    if (among(at(begin), lawful_.counting) && among(last, lawful_.distributive)) return false;
    const auto is_end = [&](std::size_t index) { return word_ending_at(index) != nullptr; };
    return word_beginning_at(begin) != nullptr && is_end(begin + size) && is_end(begin + 2 * size);
  }

  const LawfulDoubling& lawful_;
  std::vector<Character> characters_;  // without blanks
  std::vector<Word> words_;            // around the repetition that is looked at
  std::size_t words_begin_ = 0;        // where their text begins in `characters_`
};

}  // namespace

std::vector<Repetition> find_repetitions(std::string_view text, const LawfulDoubling& lawful) {
  return RepetitionFinder(text, lawful).find();
}

std::vector<Repetition> find_doubled(std::string_view text, const std::vector<std::u32string>& phrases) {
  std::vector<Repetition> found;
  const Folded folded = fold(text);
  const std::u32string_view all = folded.text;
  for (std::size_t at = 1; at < all.size(); ++at) {
    const char32_t twice = all[at];
    if (twice != all[at - 1] || !is_han(twice)) continue;
    // Only blanks may stand between the two: 受理，受理 parts them by a comma.
    const Span between{folded.places[at - 1].end, folded.places[at].begin};
    if (!trim(text.substr(between.begin, between.size())).empty()) continue;
    // all[0, at) ends with the phrase's part up to the character, all[at + 1, …) begins with the part behind it.
    const auto completes = [&](const std::u32string& phrase) {
      for (std::size_t inner = 1; inner + 1 < phrase.size(); ++inner) {
        if (phrase[inner] != twice || inner + 1 > at) continue;
        const std::u32string_view head = std::u32string_view(phrase).substr(0, inner + 1);
        const std::u32string_view tail = std::u32string_view(phrase).substr(inner + 1);
        if (all.substr(at - inner - 1, head.size()) == head && all.substr(at + 1, tail.size()) == tail) return true;
      }
      return false;
    };
    if (std::any_of(phrases.begin(), phrases.end(), completes)) {
      found.push_back({folded.places[at - 1], folded.places[at], 1});
    }
  }
  return found;
}

}  // namespace gialint
