#include "engine/report/own_words.hpp"

#include <algorithm>
#include <string_view>

#include "engine/text/normalize.hpp"

namespace gialint {

std::u32string own_words(const std::vector<Paragraph>& paragraphs, std::span<const Pattern> common_text) {
  std::u32string words;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.heading) continue;
    std::string text(paragraph.text.text());
    for (const Pattern& common : common_text) {
      const std::vector<Pattern::Match> matches = common.find_all(text);
      for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
        text.erase(match->span.begin, match->span.size());
      }
    }
    words += fold_text(text);
  }
  words.erase(std::remove_if(words.begin(), words.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; }),
              words.end());
  return words;
}

}  // namespace gialint
