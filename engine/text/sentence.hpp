#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/language.hpp"

namespace gialint {

/// What fills one {} of a Sentence: words that are the same in both languages, or differ.
class Filling {
 public:
  // NOLINTBEGIN(google-explicit-constructor): `sentence.with(name, 7)` is the point
  Filling(Bilingual words) : words_(std::move(words)) {}
  Filling(std::string_view words) : words_{std::string(words), std::string(words)} {}
  Filling(const std::string& words) : words_{words, words} {}
  Filling(const char* words) : Filling(std::string_view(words)) {}
  template <std::integral Number>
  Filling(Number number) : Filling(std::to_string(number)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] const std::string& in(Language language) const { return words_.in(language); }

 private:
  Bilingual words_;
};

/// A sentence that gialint says, in both languages, with a {} for each value that is known only when it is said. Where
/// the languages want them in another order both number them: {0}, {1}. {{ and }} stand for braces.
///
/// Made when gialint is compiled, which fails over a sentence that lacks a language, and over one whose languages have
/// not the same values:
///
///     constexpr Sentence too_long("文件超过 {} 字节", "the file is longer than {} bytes");
///     return Failure{{path}, too_long.with(limit)};
class Sentence {
 public:
  consteval Sentence(const char* zh, const char* en) : zh_(zh), en_(en), values_(values_in(zh_)) {
    if (zh_.empty() || en_.empty()) throw "a sentence is said in both languages";
    if (values_in(en_) != values_) throw "both languages have the same values";
  }

  /// The sentence with its values in place: as many as it has.
  template <class... Values>
  [[nodiscard]] Bilingual with(const Values&... values) const {
    return filled({Filling(values)...});
  }

  /// A sentence without values, as it stands.
  operator Bilingual() const { return filled({}); }  // NOLINT(google-explicit-constructor)

  /// How many values it has.
  [[nodiscard]] constexpr std::size_t values() const { return values_; }

 private:
  static consteval std::size_t values_in(std::string_view text);
  [[nodiscard]] Bilingual filled(std::initializer_list<Filling> values) const;

  std::string_view zh_;
  std::string_view en_;
  std::size_t values_;
};

/// "a、b、c", "a, b, c".
Bilingual listed(const std::vector<std::string>& words);

/// "a、b 或 c", "a, b or c".
Bilingual alternatives(const std::vector<std::string>& words);

/// `；是否想写 "rules"？` when one of `known` is near `name`, else empty: the end of a sentence about a wrong name.
Bilingual did_you_mean(std::string_view name, const std::vector<std::string>& known);

// ---- how a sentence is read

consteval std::size_t Sentence::values_in(std::string_view text) {
  std::size_t in_order = 0;
  std::size_t numbered = 0;  // the highest number and one
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c != '{' && c != '}') continue;
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (next == c) {
      ++at;
    } else if (c == '{' && next == '}') {
      ++in_order;
      ++at;
    } else if (c == '{' && next >= '0' && next <= '9' && at + 2 < text.size() && text[at + 2] == '}') {
      numbered = std::max(numbered, static_cast<std::size_t>(next - '0') + 1);
      at += 2;
    } else {
      throw "a brace that is none of {}, {0}, {{ and }}";
    }
  }
  if (in_order > 0 && numbered > 0) throw "either all values are numbered or none is";
  return in_order + numbered;
}

}  // namespace gialint
