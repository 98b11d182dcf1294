#include <catch2/catch.hpp>

#include "engine/cli/commands/command_table.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

TEST_CASE("the help names every command and every option of check", "[cli]") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string help = help_text(nullptr, command_table(), language);
    for (const Command* command : command_table())
      CHECK(help.find("gialint " + command->usage.in(language)) != std::string::npos);
    for (const OptionEntry& option : options_of(*find_command(command_table(), "check"))) {
      CHECK(help.find(option.help.in(language)) != std::string::npos);
    }
  }
}

TEST_CASE("a command's help shows its own options only", "[cli]") {
  const std::string help = help_text(find_command(command_table(), "config"), command_table(), Language::zh);
  CHECK(help.find("--schema") != std::string::npos);
  CHECK(help.find("--max-warnings") == std::string::npos);
}

TEST_CASE("English help holds no Chinese", "[cli]") {
  for (const Command* command : command_table()) {
    for (const char32_t character : to_utf32(help_text(command, command_table(), Language::en))) {
      INFO(command->name);
      CHECK_FALSE(is_han(character));
    }
  }
}

}  // namespace
}  // namespace gialint
