#include "engine/cli/options/command.hpp"

#include <algorithm>

#include "engine/cli/console/messages.hpp"

namespace gialint {

const Command* find_command(const CommandTable& commands, std::string_view name) {
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const Command* command) { return command->name == name; });
  return found == commands.end() ? nullptr : *found;
}

std::vector<std::string> command_names(const CommandTable& commands) {
  std::vector<std::string> names;
  for (const Command* command : commands) names.emplace_back(command->name);
  return names;
}

std::vector<OptionEntry> options_of(const Command& command) {
  std::vector<OptionEntry> options = command.options;
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

std::optional<Bilingual> refuse_watch(const Options& options, const std::vector<std::string>& formats) {
  if (!options.watch) return std::nullopt;
  if (!options.format.empty() && std::find(formats.begin(), formats.end(), options.format) == formats.end()) {
    return messages::option_only_with.with("--watch", "--format text");
  }
  if (options.output || !options.outputs.empty()) return messages::option_not_with.with("--watch", "--output");
  return std::nullopt;
}

std::optional<Bilingual> refuse_no_baseline(const Options& options) {
  if (!options.no_baseline || !(options.baseline || options.strict_baseline)) return std::nullopt;
  return messages::option_not_with.with("--no-baseline", options.baseline ? "--baseline" : "--strict-baseline");
}

}  // namespace gialint
