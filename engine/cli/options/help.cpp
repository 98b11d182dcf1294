#include <algorithm>
#include <cstddef>
#include <string>

#include "engine/cli/options/command.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/text/display.hpp"

namespace gialint {
namespace {

// Two columns, the second one aligned; a wide first one takes a line of its own.
void add_row(std::string& help, const std::string& left, std::string_view right, std::size_t column) {
  help += "  " + left;
  const std::size_t used = 2 + static_cast<std::size_t>(display_width(left));
  if (used + 2 > column) {
    help += "\n" + std::string(column, ' ');
  } else {
    help += std::string(column - used, ' ');
  }
  help += right;
  help += '\n';
}

std::string option_row(const OptionEntry& option, Language language) {
  std::string row = option.short_name.empty() ? "    " : std::string(option.short_name) + ", ";
  row += option.name;
  if (!option.is_flag()) row += " " + option.value.in(language);
  return row;
}

void add_options(std::string& help, const Command& command, Language language) {
  const std::vector<OptionEntry> options = options_of(command);
  for (const OptionGroup group : {OptionGroup::rules, OptionGroup::verdict, OptionGroup::files, OptionGroup::input,
                                  OptionGroup::output, OptionGroup::general}) {
    bool first = true;
    for (const OptionEntry& option : options) {
      if (option.group != group) continue;
      if (first) help += "\n" + group_title(group, language) + (language == Language::zh ? "：\n" : ":\n");
      first = false;
      add_row(help, option_row(option, language), option.help.in(language), 30);
    }
  }
}

}  // namespace

std::string help_text(const Command* command, const CommandTable& commands, Language language) {
  const bool zh = language == Language::zh;
  std::string help;
  if (command == nullptr) {
    help += zh ? "gialint 检查政府信息公开工作年度报告：缺了哪部分，哪个表头、哪个数不对，依据是什么。\n\n用法：\n"
               : "gialint checks Chinese annual reports on government information disclosure: what is missing, which\n"
                 "header or figure is wrong, and on what basis.\n\nUsage:\n";
    for (const Command* each : commands)
      add_row(help, "gialint " + each->usage.in(language), each->summary.in(language), zh ? 36 : 42);
    help += "\n" + commands.front()->detail.in(language) + "\n";
    add_options(help, *commands.front(), language);
    help += zh ? "\n一个命令的用法：gialint 命令 --help\n" : "\nThe usage of one command: gialint COMMAND --help\n";
    return help;
  }
  help += (zh ? "用法：gialint " : "Usage: gialint ") + command->usage.in(language) + "\n\n";
  help += command->summary.in(language) + (zh ? "。\n" : ".\n");
  if (!command->detail.zh.empty()) help += "\n" + command->detail.in(language) + "\n";
  add_options(help, *command, language);
  return help;
}

}  // namespace gialint
