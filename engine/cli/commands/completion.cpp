#include <set>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/completion_scripts.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/config/preset.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unknown_shell("不会为“{}”写补全{}可以是：{}", "no completion for '{}'{} It can be: {}");

}  // namespace messages

std::vector<CompletedCommand> completed_commands(const std::vector<std::string>& presets) {
  std::vector<CompletedCommand> commands;
  for (const CommandEntry& entry : command_table()) {
    CompletedCommand command;
    command.name = command_name(entry.command);
    command.summary = entry.summary;
    command.arguments = expected_arguments(entry.command);
    for (const OptionEntry& option : option_table()) {
      if (!option.is_for(entry.command)) continue;
      Expectation value = expected_value(option, entry.command);
      if (option.name == "--preset") value = {Expected::words, presets};
      command.options.push_back({option, std::move(value)});
    }
    commands.push_back(std::move(command));
  }
  return commands;
}

std::vector<std::string> options_with_value(const std::vector<CompletedCommand>& commands) {
  std::set<std::string> names;
  for (const CompletedCommand& command : commands) {
    for (const CompletedOption& option : command.options) {
      if (option.entry.is_flag()) continue;
      names.emplace(option.entry.name);
      if (!option.entry.short_name.empty()) names.emplace(option.entry.short_name);
    }
  }
  return {names.begin(), names.end()};
}

std::string words_joined(const std::vector<std::string>& words, const std::string& between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

Status run_completion(const Options& options) {
  const Language language = language_of(options);
  const std::string& name = options.arguments.front();
  const Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok()) return failed(pack.failure(), language);
  const std::vector<CompletedCommand> commands = completed_commands(preset_names(**pack));
  if (name == "bash") return print(bash_completion(commands), language);
  if (name == "zsh") return print(zsh_completion(commands, language), language);
  if (name == "fish") return print(fish_completion(commands, language), language);
  const std::vector<std::string> shells = shell_names();
  const std::string_view near = nearest_name(name, shells);
  complain(say(messages::unknown_shell, language, name,
               near.empty() ? (language == Language::zh ? "；" : ".") : say(messages::did_you_mean, language, near),
               words_joined(shells, ", ")));
  return Status::failed;
}

}  // namespace gialint
