#include <set>

#include "engine/cli/commands/command_table.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/completion_scripts.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/config/preset.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unknown_shell("不会为“{}”写补全{}可以是：{}", "no completion for '{}'{} It can be: {}");

}  // namespace messages

std::vector<std::string> shell_names() { return {"bash", "zsh", "fish"}; }

std::vector<Command> completed_commands(const CommandTable& commands, const std::vector<std::string>& presets) {
  std::vector<Command> completed;
  for (const Command* each : commands) {
    Command& command = completed.emplace_back(*each);
    command.options = options_of(*each);
    for (OptionEntry& option : command.options) {
      if (option.name != "--preset") continue;
      option.kind = Expected::words;
      option.words = presets;
    }
    if (command.name == "help") command.arguments.words = command_names(commands);
  }
  return completed;
}

std::vector<std::string> options_with_value(const std::vector<Command>& commands) {
  std::set<std::string> names;
  for (const Command& command : commands) {
    for (const OptionEntry& option : command.options) {
      if (option.is_flag()) continue;
      names.emplace(option.name);
      if (!option.short_name.empty()) names.emplace(option.short_name);
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

namespace {

Status run_completion(const Options& options) {
  const Language language = language_of(options);
  const std::string& name = options.arguments.front();
  const Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok()) return failed(pack.failure(), language);
  const std::vector<Command> commands = completed_commands(command_table(), preset_names(**pack));
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

}  // namespace

const Command& completion_command() {
  static const Command command = {
      .name = "completion",
      .usage = {"completion bash|zsh|fish", "completion bash|zsh|fish"},
      .summary = {"输出命令行补全的脚本，供 bash、zsh 或者 fish 读入",
                  "print the script by which bash, zsh or fish completes"},
      .detail =
          {"bash    source <(gialint completion bash)，写进 ~/.bashrc\n"
           "zsh     gialint completion zsh > 文件夹/_gialint，文件夹要在 $fpath 里\n"
           "fish    gialint completion fish > ~/.config/fish/completions/gialint.fish\n\n"
           "规则的编号在补全时向 gialint 查问，当前文件夹的配置所加载插件的也在内。",
           "bash    source <(gialint completion bash), in ~/.bashrc\n"
           "zsh     gialint completion zsh > DIR/_gialint, with DIR in $fpath\n"
           "fish    gialint completion fish > ~/.config/fish/completions/gialint.fish\n\n"
           "Ids of rules are asked for when they are needed, those of the plugins that the configuration here loads\n"
           "among them."},
      .arguments = {.least = 1,
                    .most = 1,
                    .names = {{"bash、zsh 或者 fish", "bash, zsh or fish"}},
                    .kind = Expected::words,
                    .words = shell_names()},
      .run = run_completion,
  };
  return command;
}

}  // namespace gialint
