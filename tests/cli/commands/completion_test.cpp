#include <string>

#include <catch2/catch.hpp>

#include "engine/cli/commands/command_table.hpp"
#include "engine/cli/options/completion_scripts.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("every command and option is completed in every shell", "[cli]") {
  const std::vector<Command> commands = completed_commands(command_table(), {"strict"});
  const std::vector<std::string> scripts = {bash_completion(commands), zsh_completion(commands, Language::en),
                                            fish_completion(commands, Language::en)};
  CHECK(commands.size() == command_table().size());
  for (const std::string& script : scripts) {
    for (const Command& command : commands) {
      CHECK(script.find(command.name) != std::string::npos);
      for (const OptionEntry& option : command.options) CHECK(script.find(option.name.substr(2)) != std::string::npos);
    }
    CHECK(script.find("strict") != std::string::npos);
    CHECK(script.find('@' + std::string("valued@")) == std::string::npos);
  }
}

TEST_CASE("completion for a shell that it does not know is refused, with those that it does", "[cli]") {
  const Outcome run = gialint({"completion", "fisch", "--lang", "en"});
  CHECK(run.status == 2);
  CHECK(run.out.empty());
  CHECK(run.err == "gialint: no completion for 'fisch'; did you mean fish? It can be: bash, zsh, fish\n");
}

}  // namespace
}  // namespace gialint
