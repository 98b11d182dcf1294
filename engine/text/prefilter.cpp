#include "engine/text/prefilter.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "engine/text/ascii.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t most_words = 24;
constexpr int deepest = 20;

using Words = std::vector<std::string>;

// Reads an expression as far as it must to find literal words. What it does not know ends a word, which is always safe:
// then less is required.
class WordReader {
 public:
  explicit WordReader(std::string_view expression) : rest_(expression) {}

  std::optional<Words> read() {
    std::optional<Words> words = read_alternatives(0);
    return gave_up_ || !rest_.empty() ? std::nullopt : std::move(words);
  }

 private:
  // Up to the end or a closing bracket, which stays. One word of the result is required; nothing: none is.
  std::optional<Words> read_alternatives(int depth) {
    std::optional<Words> all = Words();
    for (;;) {
      std::optional<Words> one = read_sequence(depth);
      if (!one || !all || all->size() + one->size() > most_words) {
        all.reset();
      } else {
        all->insert(all->end(), one->begin(), one->end());
      }
      if (!skip("|")) return all;
    }
  }

  std::optional<Words> read_sequence(int depth) {
    std::optional<Words> best;
    std::string run;  // literal characters that follow each other
    const auto take = [&](std::optional<Words> words) {
      if (words && (!best || is_better(*words, *best))) best = std::move(words);
    };
    const auto end_run = [&] {
      if (run.size() >= TextSignature::window) take(Words{run});
      run.clear();
    };
    while (!rest_.empty() && !gave_up_ && (quoted_ || (rest_.front() != '|' && rest_.front() != ')'))) {
      if (!quoted_ && skip("(")) {
        end_run();
        std::optional<Words> inside = read_group(depth + 1);
        if (read_repetition() != Repetition::may_be_absent) take(std::move(inside));
        continue;
      }
      const std::string literal = read_character();
      if (literal.empty()) end_run();
      switch (read_repetition()) {
        case Repetition::none:
          run += literal;
          break;
        case Repetition::at_least_once:
          run += literal;
          end_run();
          break;
        case Repetition::may_be_absent:
          end_run();
          break;
      }
    }
    end_run();
    return best;
  }

  // Behind its opening bracket.
  std::optional<Words> read_group(int depth) {
    if (depth > deepest) gave_up_ = true;
    if (skip("?")) {
      if (skip("P<") || skip("<")) {
        rest_.remove_prefix(std::min(rest_.size(), rest_.find('>')));
        skip(">");
      } else {
        const std::size_t end = rest_.find_first_of(":)");
        const std::string_view flags = rest_.substr(0, end);
        if (end == std::string_view::npos || flags.find('i') != std::string_view::npos) {
          gave_up_ = true;
          return std::nullopt;
        }
        rest_.remove_prefix(end);
        if (skip(")")) return std::nullopt;
        skip(":");
      }
    }
    if (gave_up_) return std::nullopt;
    std::optional<Words> words = read_alternatives(depth);
    if (!skip(")")) gave_up_ = true;
    return words;
  }

  // The character when it stands for itself alone; empty for a class, an assertion and what is not known.
  std::string read_character() {
    if (!quoted_ && skip("\\Q")) quoted_ = true;
    if (quoted_ && skip("\\E")) quoted_ = false;
    if (quoted_) return take_character();
    if (rest_.empty() || rest_.front() == '|' || rest_.front() == ')' || rest_.front() == '(') return {};
    if (rest_.front() == '[') {
      skip_class();
      return {};
    }
    if (rest_.front() == '\\') return read_escape();
    const std::string character = take_character();
    return character.find_first_of(".^$*+?{") == std::string::npos ? character : std::string();
  }

  std::string read_escape() {
    rest_.remove_prefix(1);
    const std::string character = take_character();
    if (character.empty()) return {};
    const char c = character.front();
    if ((c == 'x' || c == 'p' || c == 'P') && skip("{")) {
      rest_.remove_prefix(std::min(rest_.size(), rest_.find('}')));
      skip("}");
    } else if (c == 'p' || c == 'P') {
      take_character();
    } else if (c == 'x') {
      take_character();
      take_character();
    }
    const bool is_word = is_ascii_alphanumeric(c);
    if (is_ascii_digit(c)) gave_up_ = true;  // octal, of one to three digits
    return is_word ? std::string() : character;
  }

  void skip_class() {
    rest_.remove_prefix(1);
    skip("^");
    bool first = true;
    while (!rest_.empty() && (first || rest_.front() != ']')) {
      first = false;
      const std::size_t end =
          rest_.substr(0, 2) == "[:" ? rest_.find_first_not_of("^abcdefghijklmnopqrstuvwxyz", 2) : 0;
      if (end != 0 && end != std::string_view::npos && rest_.substr(end, 2) == ":]") {  // [:alpha:]
        rest_.remove_prefix(end + 2);
      } else {
        if (rest_.front() == '\\') rest_.remove_prefix(1);
        take_character();
      }
    }
    skip("]");
  }

  enum class Repetition { none, at_least_once, may_be_absent };

  Repetition read_repetition() {
    if (quoted_ && rest_.substr(0, 2) != "\\E") return Repetition::none;
    if (quoted_ && skip("\\E")) quoted_ = false;
    Repetition result = Repetition::none;
    while (!rest_.empty()) {
      Repetition one = Repetition::none;
      const std::size_t end = counted_repetition();
      if (skip("*") || skip("?")) {
        one = Repetition::may_be_absent;
      } else if (skip("+")) {
        one = Repetition::at_least_once;
      } else if (end > 0) {
        // {0}, {0,3} and {00}
        one = rest_[1] == '0' ? Repetition::may_be_absent : Repetition::at_least_once;
        rest_.remove_prefix(end);
      } else {
        break;
      }
      skip("?");  // as few as will do
      result = std::max(result, one);
    }
    return result;
  }

  // How long "{2}", "{2,}" or "{2,5}" is that comes next; 0: none does.
  [[nodiscard]] std::size_t counted_repetition() const {
    if (rest_.size() < 3 || rest_[0] != '{' || !is_ascii_digit(rest_[1])) return 0;
    std::size_t at = 1;
    while (at < rest_.size() && (is_ascii_digit(rest_[at]) || rest_[at] == ',')) ++at;
    return at < rest_.size() && rest_[at] == '}' ? at + 1 : 0;
  }

  // Longer words are rarer, and the shortest of several decides.
  static bool is_better(const Words& a, const Words& b) {
    const auto shortest = [](const Words& words) {
      std::size_t length = words.front().size();
      for (const std::string& word : words) length = std::min(length, word.size());
      return length;
    };
    return std::pair(shortest(a), b.size()) > std::pair(shortest(b), a.size());
  }

  bool skip(std::string_view what) {
    if (rest_.substr(0, what.size()) != what) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  std::string take_character() {
    if (rest_.empty()) return {};
    const std::size_t length = std::min<std::size_t>(rest_.size(), code_point_at(rest_, 0).length);
    std::string character(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return character;
  }

  std::string_view rest_;
  bool quoted_ = false;   ///< between \Q and \E
  bool gave_up_ = false;  ///< nothing is known of the whole
};

}  // namespace

TextSignature::TextSignature(std::string_view text) {
  unsigned width = 9;  // 8 bits and more for each window
  while (width < 18 && (std::size_t{1} << width) < 8 * text.size()) ++width;
  shift_ = 32 - width;
  bits_.resize((std::size_t{1} << width) / 64);
  for (std::size_t at = 0; at + window <= text.size(); ++at) {
    const std::uint32_t bit = hash(text.data() + at) >> shift_;
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
}

std::uint32_t TextSignature::hash(const char* at) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, at, window);
  return bytes * 0x9E3779B1U;  // Knuth's multiplicative hash: the high bits are the good ones
}

std::vector<std::string> required_words(std::string_view expression) {
  return WordReader(expression).read().value_or(Words());
}

Prefilter::Prefilter(std::string_view expression) {
  for (const std::string& word : required_words(expression)) {
    std::vector<std::uint32_t>& hashes = words_.emplace_back();
    for (std::size_t at = 0; at + TextSignature::window <= word.size(); ++at) {
      hashes.push_back(TextSignature::hash(word.data() + at));
    }
  }
}

bool Prefilter::admits(const TextSignature& text) const {
  return words_.empty() || std::any_of(words_.begin(), words_.end(), [&](const std::vector<std::uint32_t>& hashes) {
           return std::all_of(hashes.begin(), hashes.end(), [&](std::uint32_t hash) { return text.may_hold(hash); });
         });
}

}  // namespace gialint
