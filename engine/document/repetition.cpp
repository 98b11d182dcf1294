#include "engine/document/repetition.hpp"

#include <algorithm>
#include <cstdint>

#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// Shorter clauses are repeated for emphasis: 公开、公开、再公开.
constexpr std::size_t shortest_clause = 6;

// Longer phrases than this are not repeated by a slip of the hand but by a pasted paragraph, which is another matter.
constexpr std::size_t longest_phrase = 40;

struct Character {
  char32_t value;
  std::uint32_t begin;
};

bool all_equal(const std::vector<Character>& characters, std::size_t begin, std::size_t length) {
  for (std::size_t i = 1; i < length; ++i) {
    if (characters[begin + i].value != characters[begin].value) return false;
  }
  return true;
}

bool same_words(const std::vector<Character>& characters, std::size_t first, std::size_t second, std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) {
    if (characters[first + i].value != characters[second + i].value || !is_word(characters[first + i].value))
      return false;
  }
  return true;
}

bool is_mark_at(const std::vector<Character>& characters, std::size_t at) {
  return at >= characters.size() || (!is_word(characters[at].value) && !is_blank(characters[at].value));
}

/// A mark that parts clauses: behind 。 and ： a heading's words come again for good reason.
bool is_clause_mark_at(const std::vector<Character>& characters, std::size_t at) {
  return std::u32string_view(U"，,；;、").find(characters[at].value) != std::u32string_view::npos;
}

/// Whether the whole clause from `first` up to the mark before `second` stands at `second` again: 加强领导，加强领导，
bool is_clause_again(const std::vector<Character>& characters, std::size_t first, std::size_t second) {
  const std::size_t length = second - first - 1;
  return length >= shortest_clause && second + length <= characters.size() &&
         is_clause_mark_at(characters, second - 1) && is_mark_at(characters, second + length) &&
         (first == 0 || is_mark_at(characters, first - 1)) && same_words(characters, first, second, length);
}

/// Remembers where each run of `length` characters was last seen: what repeats itself begins with such a run.
class LastSeen {
 public:
  explicit LastSeen(std::size_t length) : length_(length), places_(slots, never) {}

  /// Where the run at `at` was last seen, by its hash; `never` when it was not. Notes `at`.
  std::size_t note(const std::vector<Character>& characters, std::size_t at) {
    std::uint32_t hash = 0;
    for (std::size_t i = 0; i < length_; ++i) hash = (hash ^ characters[at + i].value) * 0x9E3779B1U;
    std::size_t& place = places_[hash >> (32U - slot_bits)];
    const std::size_t before = place;
    place = at;
    return before;
  }

  static constexpr std::size_t never = static_cast<std::size_t>(-1);

 private:
  static constexpr unsigned slot_bits = 10;
  static constexpr std::size_t slots = std::size_t{1} << slot_bits;
  std::size_t length_;
  std::vector<std::size_t> places_;
};

}  // namespace

std::vector<Repetition> find_repetitions(std::string_view text, std::size_t min_length) {
  std::vector<Character> characters;
  characters.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    characters.push_back({point.value, static_cast<std::uint32_t>(at)});
    at += point.length;
  }
  const std::size_t count = characters.size();
  const auto begin_of = [&](std::size_t index) {
    return index < count ? characters[index].begin : static_cast<std::uint32_t>(text.size());
  };

  std::vector<Repetition> found;
  LastSeen seen(std::min<std::size_t>(min_length, 4));
  const std::size_t run = std::min<std::size_t>(min_length, 4);
  std::size_t free_from = 0;  // the first character that is not part of a repetition found already
  for (std::size_t i = 0; i < count; ++i) {
    const char32_t here = characters[i].value;
    if (i > free_from && is_han(here) && is_blank(characters[i - 1].value)) {
      std::size_t before = i;
      while (before > free_from && is_blank(characters[before - 1].value)) --before;
      if (before > free_from && characters[before - 1].value == here) {
        found.push_back({{begin_of(before - 1), begin_of(before)}, {begin_of(i), begin_of(i + 1)}, 1});
        free_from = i + 1;
      }
    }
    if (i + run > count) continue;
    const std::size_t first = seen.note(characters, i);
    if (first == LastSeen::never || first < free_from) continue;
    const std::size_t length = i - first;
    if (is_clause_again(characters, first, i) && length <= longest_phrase && length > min_length) {
      found.push_back({{begin_of(first), begin_of(i - 1)}, {begin_of(i), begin_of(i + length - 1)}, length - 1});
      free_from = i + length - 1;
      continue;
    }
    if (length < min_length || length > longest_phrase || i + length > count) continue;
    if (!same_words(characters, first, i, length) || all_equal(characters, first, length)) continue;
    found.push_back({{begin_of(first), begin_of(i)}, {begin_of(i), begin_of(i + length)}, length});
    free_from = i + length;
  }
  return found;
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
