#include <optional>

#include <catch2/catch.hpp>

#include "engine/cli/options/option_table.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

TEST_CASE("the help names every command and every option of check", "[cli]") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string help = help_text(std::nullopt, language);
    for (const CommandEntry& entry : command_table())
      CHECK(help.find("gialint " + entry.usage.in(language)) != std::string::npos);
    for (const OptionEntry& entry : option_table()) {
      if (entry.is_for(Command::check)) CHECK(help.find(entry.help.in(language)) != std::string::npos);
    }
  }
}

TEST_CASE("a command's help shows its own options only", "[cli]") {
  const std::string help = help_text(Command::config, Language::zh);
  CHECK(help.find("--schema") != std::string::npos);
  CHECK(help.find("--max-warnings") == std::string::npos);
}

TEST_CASE("English help holds no Chinese", "[cli]") {
  for (const CommandEntry& entry : command_table()) {
    for (const char32_t character : to_utf32(help_text(entry.command, Language::en))) {
      INFO(command_name(entry.command));
      CHECK_FALSE(is_han(character));
    }
  }
}

}  // namespace
}  // namespace gialint
