#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/commands/command_table.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unknown_command("没有命令 {}{}", "there is no command {}{}");

}  // namespace messages

namespace {

Status run_help(const Options& options) {
  const Language language = language_of(options);
  if (options.arguments.empty()) return print(help_text(nullptr, command_table(), language), language);
  const std::string& name = options.arguments.front();
  if (const Command* command = find_command(command_table(), name)) {
    return print(help_text(command, command_table(), language), language);
  }
  const std::vector<std::string> names = command_names(command_table());
  const std::string_view near = nearest_name(name, names);
  complain(say(messages::unknown_command, language, name,
               near.empty() ? std::string() : say(messages::did_you_mean, language, near)));
  return Status::failed;
}

}  // namespace

const Command& help_command() {
  static const Command command = {
      .name = "help",
      .usage = {"help [命令]", "help [COMMAND]"},
      .summary = {"显示用法", "show the usage"},
      .detail = {},
      .arguments = {.least = 0, .most = 1, .names = {}, .kind = Expected::words, .words = {}},
      .run = run_help,
  };
  return command;
}

}  // namespace gialint
