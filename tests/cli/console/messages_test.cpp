#include "engine/cli/console/messages.hpp"

#include <cstddef>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

std::size_t placeholders(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

TEST_CASE("every sentence stands in both languages with the same number of values", "[cli]") {
  CHECK(all_texts().size() == static_cast<std::size_t>(Text::new_plugin_next) + 1);
  for (const Bilingual& text : all_texts()) {
    INFO(text.en);
    CHECK_FALSE(text.zh.empty());
    CHECK_FALSE(text.en.empty());
    CHECK(placeholders(text.zh) == placeholders(text.en));
    for (const char32_t character : to_utf32(text.en)) CHECK_FALSE(is_han(character));
  }
}

TEST_CASE("values are filled in as they are", "[cli]") {
  CHECK(say(Text::unknown_rule, Language::en, {"a{}b", "?"}) == "there is no rule a{}b?");
  CHECK(say(Text::cannot_write, Language::zh, {"盘"}) == "写不进去：盘");
}

}  // namespace
}  // namespace gialint
