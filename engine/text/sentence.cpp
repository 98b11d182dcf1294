#include "engine/text/sentence.hpp"

#include <algorithm>
#include <cassert>

#include "engine/text/normalize.hpp"

namespace gialint {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? last : between;
    text += words[i];
  }
  return text;
}

std::string in_place(std::string_view sentence, std::initializer_list<Filling> values, Language language) {
  std::string text;
  std::size_t next = 0;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const char c = sentence[at];
    if (c != '{' && c != '}') {
      text += c;
    } else if (sentence[at + 1] == c) {
      text += c;
      ++at;
    } else {
      const bool is_numbered = sentence[at + 1] != '}';
      const std::size_t value = is_numbered ? static_cast<std::size_t>(sentence[at + 1] - '0') : next++;
      if (value < values.size()) text += values.begin()[value].in(language);
      at += is_numbered ? 2 : 1;
    }
  }
  return text;
}

}  // namespace

Bilingual Sentence::filled(std::initializer_list<Filling> values) const {
  assert(values.size() == values_);
  return {in_place(zh_, values, Language::zh), in_place(en_, values, Language::en)};
}

Bilingual listed(const std::vector<std::string>& words) {
  return {joined(words, "、", "、"), joined(words, ", ", ", ")};
}

Bilingual alternatives(const std::vector<std::string>& words) {
  return {joined(words, "、", " 或 "), joined(words, ", ", " or ")};
}

Bilingual did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  std::string_view nearest = nearest_name(name, known);
  for (const std::string& candidate : known) {
    // Swapped letters, the commonest slip, are two changes: too many for a short name.
    if (nearest.empty() && std::is_permutation(name.begin(), name.end(), candidate.begin(), candidate.end())) {
      nearest = candidate;
    }
  }
  static constexpr Sentence hint("；是否想写 \"{}\"？", "; did you mean \"{}\"?");
  return nearest.empty() ? Bilingual() : hint.with(nearest);
}

}  // namespace gialint
