#include "engine/cli/options/choices.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include <catch2/catch.hpp>

#include "engine/cli/options/option_table.hpp"
#include "engine/cli/options/options.hpp"

namespace gialint {
namespace {

std::vector<std::string> line(Command command, const OptionEntry& option, const std::string& value) {
  // The arguments that the command cannot do without.
  std::vector<std::string> words = {std::string(command_name(command)), std::string(option.name), value};
  if (command == Command::create) words.insert(words.end(), {"rule", "a/b"});
  if (command == Command::explain || command == Command::docs || command == Command::model ||
      command == Command::plugin || command == Command::completion)
    words.emplace_back("x");
  return words;
}

TEST_CASE("the parser takes every word of an option's choices, and no other", "[cli]") {
  int options = 0;
  for (const CommandEntry& command : command_table()) {
    for (const OptionEntry& option : option_table()) {
      if (!option.is_for(command.command)) continue;
      const std::vector<std::string> words = choices_of(option.name, command.command);
      if (words.empty()) continue;
      ++options;
      for (const std::string& word : words) {
        INFO(command_name(command.command) << " " << option.name << " " << word);
        CHECK(std::holds_alternative<Options>(read_options(line(command.command, option, word))));
      }
      INFO(command_name(command.command) << " " << option.name);
      CHECK(std::holds_alternative<UsageError>(read_options(line(command.command, option, "quite-another"))));
    }
  }
  CHECK(options > 20);
}

TEST_CASE("what an option wants is told by the name of its value", "[cli]") {
  const auto wants = [](std::string_view name, Command command) {
    for (const OptionEntry& option : option_table()) {
      if (option.name == name && option.is_for(command)) return expected_value(option, command).what;
    }
    return Expected::nothing;
  };
  CHECK(wants("--select", Command::check) == Expected::rules);
  CHECK(wants("--config", Command::check) == Expected::files);
  CHECK(wants("--output", Command::check) == Expected::files);
  CHECK(wants("--rules-dir", Command::check) == Expected::folders);
  CHECK(wants("--format", Command::check) == Expected::words);
  CHECK(wants("--max-warnings", Command::check) == Expected::text);
  CHECK(wants("--isolated", Command::check) == Expected::nothing);
}

TEST_CASE("arguments are files but for commands that take something else", "[cli]") {
  CHECK(expected_arguments(Command::check).what == Expected::files);
  CHECK(expected_arguments(Command::explain).what == Expected::rule);
  CHECK(expected_arguments(Command::version).what == Expected::nothing);
  CHECK(expected_arguments(Command::completion).words == shell_names());
  CHECK(expected_arguments(Command::help).words == command_names());
}

}  // namespace
}  // namespace gialint
