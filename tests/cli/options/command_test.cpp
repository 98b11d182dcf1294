#include "engine/cli/options/command.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include <catch2/catch.hpp>

#include "engine/cli/commands/command_table.hpp"
#include "engine/cli/options/completion_scripts.hpp"

namespace gialint {
namespace {

const Command& named(std::string_view name) {
  const Command* command = find_command(command_table(), name);
  REQUIRE(command != nullptr);
  return *command;
}

std::vector<std::string> line(const Command& command, const OptionEntry& option, const std::string& value) {
  std::vector<std::string> words = {std::string(command.name), std::string(option.name), value};
  if (command.arguments.least == 1) words.emplace_back("x");
  if (command.name == "comment") words.emplace_back("--in-place");
  if (command.arguments.least == 2) words.insert(words.end(), {"rule", "a/b"});
  return words;
}

TEST_CASE("the parser takes every word of an option's choices, and no other", "[cli]") {
  int options = 0;
  for (const Command* command : command_table()) {
    for (const OptionEntry& option : options_of(*command)) {
      if (option.words.empty()) continue;
      ++options;
      CHECK(option.kind == Expected::words);
      for (const std::string& word : option.words) {
        INFO(command->name << " " << option.name << " " << word);
        CHECK(std::holds_alternative<Options>(read_options(line(*command, option, word), command_table())));
      }
      INFO(command->name << " " << option.name);
      CHECK(std::holds_alternative<UsageError>(read_options(line(*command, option, "quite-another"), command_table())));
    }
  }
  CHECK(options > 20);
}

TEST_CASE("a command is complete: it can be run, its help stands in both languages, what it needs has a name",
          "[cli]") {
  for (const Command* command : command_table()) {
    INFO(command->name);
    CHECK(command->run != nullptr);
    CHECK_FALSE(command->usage.zh.empty());
    CHECK_FALSE(command->usage.en.empty());
    CHECK_FALSE(command->summary.zh.empty());
    CHECK_FALSE(command->summary.en.empty());
    CHECK(command->detail.zh.empty() == command->detail.en.empty());
    CHECK(command->arguments.names.size() == command->arguments.least);
    CHECK(command->arguments.least <= command->arguments.most);
    CHECK((command->arguments.kind == Expected::nothing) == (command->arguments.most == 0));
    CHECK(find_command(command_table(), command->name) == command);
  }
  CHECK(find_command(command_table(), "nothing") == nullptr);
  CHECK(command_table().front()->name == "check");
}

TEST_CASE("an option knows what its value is", "[cli]") {
  const auto kind = [](std::string_view name, std::string_view command) {
    for (const OptionEntry& option : options_of(named(command))) {
      if (option.name == name) return option.kind;
    }
    return Expected::nothing;
  };
  CHECK(kind("--select", "check") == Expected::rules);
  CHECK(kind("--config", "check") == Expected::files);
  CHECK(kind("--output", "check") == Expected::outputs);
  CHECK(kind("--output", "extract") == Expected::files);
  CHECK(kind("--rules-dir", "check") == Expected::folders);
  CHECK(kind("--format", "check") == Expected::words);
  CHECK(kind("--max-warnings", "check") == Expected::number);
  CHECK(kind("--isolated", "check") == Expected::nothing);
  CHECK(named("explain").arguments.kind == Expected::rule);
  CHECK(named("completion").arguments.words == shell_names());
}

TEST_CASE("what a command refuses it says itself", "[cli]") {
  Options options;
  CHECK_FALSE(refuse_watch(options, {"text"}));
  CHECK_FALSE(refuse_no_baseline(options));
  options.watch = true;
  options.format = "json";
  CHECK(refuse_watch(options, {"text"})->en == "--watch can only be used with --format text");
  options.format = "text";
  CHECK_FALSE(refuse_watch(options, {"text"}));
  options.output = "a.txt";
  CHECK(refuse_watch(options, {"text"})->en == "--watch cannot be used with --output");
  options.no_baseline = true;
  options.strict_baseline = true;
  CHECK(refuse_no_baseline(options)->en == "--no-baseline cannot be used with --strict-baseline");
}

}  // namespace
}  // namespace gialint
