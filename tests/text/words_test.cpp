#include "engine/text/words.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "engine/text/word_list.hpp"

namespace gialint {
namespace {

std::string words(const std::string& text) {
  const std::u32string all = to_utf32(text);
  std::string out;
  for (const Word& word : segment(all))
    out += (out.empty() ? "" : "|") + to_utf8(std::u32string_view(all).substr(word.begin, word.size())) +
           (word.known ? "" : "?");
  return out;
}

TEST_CASE("a text is parted into its most common words", "[text]") {
  CHECK(words("主要问题及改进情况") == "主要|问题|及|改进|情况");
  CHECK(words("把政务公开工作作为重点") == "把|政务公开|工作|作为|重点");
  CHECK(words("人民政府政府信息公开") == "人民政府|政府信息公开");
  CHECK(words("2023年，PDF共3件") == "2023?|年|，?|PDF?|共|3?|件");
  CHECK(words("") == "");
}

TEST_CASE("characters that are in no word stand alone", "[text]") { CHECK(words("\u9f98\u9f96") == "\u9f98?|\u9f96?"); }

TEST_CASE("rarity tells common words from rare ones and from none", "[text]") {
  CHECK(rarity(U"的").value() < rarity(U"信息").value());
  CHECK_FALSE(rarity(U"信息息"));
  CHECK_FALSE(rarity(U"信息公"));
  CHECK_FALSE(rarity(U""));
}

TEST_CASE("the vocabulary is in the order of its bytes, each line a word and its rarity", "[text]") {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string_view before;
  std::size_t lines = 0;
  std::string wrong;
  for (std::string_view rest = word_list; !rest.empty(); ++lines) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::string_view word = line.substr(0, line.find_first_of("0123456789"));
    const std::string_view cost = line.substr(word.size());
    const bool sound = !word.empty() && !cost.empty() && std::all_of(cost.begin(), cost.end(), is_digit);
    if (!sound || word <= before) wrong += std::string(line) + "\n";
    before = word;
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  CHECK(wrong == "");
  CHECK(lines > 40'000);
}

}  // namespace
}  // namespace gialint
