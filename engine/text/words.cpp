#include "engine/text/words.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "engine/text/unicode.hpp"
#include "engine/text/word_list.hpp"

namespace gialint {
namespace {

constexpr std::size_t longest_word = 8;
// A character that is no word by itself, in half bits: as rare as one that stands in the list once or never.
constexpr int cost_of_unknown = 50;

/// The list, whose lines are "信息25", in the order of their bytes.
class Vocabulary {
 public:
  Vocabulary() {
    for (std::size_t at = 0; at < word_list.size(); at = end_of_line(at) + 1) {
      const char32_t first = code_point_at(word_list, at).value;
      if (starts_.empty() || starts_.back().character != first) starts_.push_back({first, at});
    }
  }

  /// Calls `take(length, cost)` for every word that `text` begins with.
  template <typename Take>
  void words_at(std::u32string_view text, const Take& take) const {
    const auto start = std::lower_bound(starts_.begin(), starts_.end(), text.front(),
                                        [](const Start& each, char32_t value) { return each.character < value; });
    if (start == starts_.end() || start->character != text.front()) return;
    std::size_t low = start->offset;
    const std::size_t high = start + 1 == starts_.end() ? word_list.size() : (start + 1)->offset;
    std::string prefix;
    for (std::size_t length = 1; length <= std::min(text.size(), longest_word); ++length) {
      append_utf8(prefix, text[length - 1]);
      low = first_not_below(prefix, low, high);
      const std::string_view found = word_list.substr(low, prefix.size());
      if (low >= high || found != prefix) return;
      // The word itself comes before those that begin with it: digits sort below Chinese characters.
      std::size_t at = low + prefix.size();
      int cost = 0;
      for (; word_list[at] >= '0' && word_list[at] <= '9'; ++at) cost = cost * 10 + (word_list[at] - '0');
      if (cost > 0) take(length, cost);
    }
  }

 private:
  struct Start {
    char32_t character = 0;
    std::size_t offset = 0;  ///< of the first line that begins with it
  };

  [[nodiscard]] static std::size_t end_of_line(std::size_t at) {
    return std::min(word_list.find('\n', at), word_list.size());
  }

  /// The first line in [low, high), of which both begin lines, that is not less than `word`.
  [[nodiscard]] static std::size_t first_not_below(std::string_view word, std::size_t low, std::size_t high) {
    while (low < high) {
      std::size_t middle = low + (high - low) / 2;
      while (middle > low && word_list[middle - 1] != '\n') --middle;
      if (word_list.substr(middle, end_of_line(middle) - middle).compare(word) < 0) {
        low = end_of_line(middle) + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  std::vector<Start> starts_;
};

const Vocabulary& vocabulary() {
  static const Vocabulary all;
  return all;
}

/// The words of a run of Chinese characters, appended to `out`; `from` is where the run begins in the text.
void segment_run(std::u32string_view run, std::uint32_t from, std::vector<Word>& out) {
  struct Best {
    int cost = std::numeric_limits<int>::max();
    std::uint32_t begin = 0;  // of the last word
    bool known = false;
  };
  std::vector<Best> best(run.size() + 1);
  best[0].cost = 0;
  const auto offer = [&](std::size_t begin, std::size_t length, int cost, bool known) {
    Best& at = best[begin + length];
    if (best[begin].cost + cost < at.cost) at = {best[begin].cost + cost, static_cast<std::uint32_t>(begin), known};
  };
  for (std::size_t at = 0; at < run.size(); ++at) {
    offer(at, 1, cost_of_unknown, false);
    vocabulary().words_at(run.substr(at), [&](std::size_t length, int cost) { offer(at, length, cost, true); });
  }
  const std::size_t first = out.size();
  for (auto end = static_cast<std::uint32_t>(run.size()); end > 0; end = best[end].begin)
    out.push_back({from + best[end].begin, from + end, best[end].known});
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
}

}  // namespace

std::optional<int> rarity(std::u32string_view word) {
  std::optional<int> found;
  if (word.empty()) return found;
  vocabulary().words_at(word, [&](std::size_t length, int cost) {
    if (length == word.size()) found = cost;
  });
  return found;
}

std::vector<Word> segment(std::u32string_view text) {
  enum class Sort : std::uint8_t { chinese, other_word, mark };
  const auto sort_of = [](char32_t c) {
    return is_han(c) ? Sort::chinese : is_word(c) ? Sort::other_word : Sort::mark;
  };
  std::vector<Word> words;
  for (std::uint32_t at = 0; at < text.size();) {
    const Sort sort = sort_of(text[at]);
    std::uint32_t end = at + 1;
    while (sort != Sort::mark && end < text.size() && sort_of(text[end]) == sort) ++end;
    if (sort == Sort::chinese) {
      segment_run(text.substr(at, end - at), at, words);
    } else {
      words.push_back({at, end, false});
    }
    at = end;
  }
  return words;
}

}  // namespace gialint
