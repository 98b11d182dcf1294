#include "engine/cli/options/option_table.hpp"

#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "engine/cli/commands/command_table.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

bool has_han(const std::string& text) {
  for (const char32_t character : to_utf32(text)) {
    if (is_han(character)) return true;
  }
  return false;
}

TEST_CASE("every option is described in both languages, and once for each command", "[cli]") {
  for (const Command* command : command_table()) {
    std::set<std::string_view> names;
    for (const OptionEntry& option : options_of(*command)) {
      INFO(option.name);
      CHECK(names.insert(option.name).second);
      CHECK(option.name.substr(0, 2) == "--");
      CHECK(has_han(option.help.zh));
      CHECK_FALSE(option.help.en.empty());
      CHECK_FALSE(has_han(option.help.en + option.value.en));
      CHECK(option.value.zh.empty() == option.value.en.empty());
      CHECK(option.value.en.empty() == option.is_flag());
    }
    CHECK(names.count("--help") == 1);
    CHECK(names.count("--lang") == 1);
  }
}

}  // namespace
}  // namespace gialint
