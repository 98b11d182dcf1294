#include <algorithm>
#include <cstddef>
#include <string>

#include "engine/cli/options/option_table.hpp"
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

void add_options(std::string& help, Command command, Language language) {
  for (const OptionGroup group : {OptionGroup::rules, OptionGroup::verdict, OptionGroup::files, OptionGroup::input,
                                  OptionGroup::output, OptionGroup::general}) {
    bool first = true;
    for (const OptionEntry& option : option_table()) {
      if (option.group != group || !option.is_for(command)) continue;
      if (first) help += "\n" + group_title(group, language) + (language == Language::zh ? "：\n" : ":\n");
      first = false;
      add_row(help, option_row(option, language), option.help.in(language), 30);
    }
  }
}

}  // namespace

std::string help_text(std::optional<Command> command, Language language) {
  const bool zh = language == Language::zh;
  std::string help;
  if (!command) {
    help += zh ? "gialint 检查政府信息公开工作年度报告：缺了哪部分，哪个表头、哪个数不对，依据是什么。\n\n用法：\n"
               : "gialint checks Chinese annual reports on government information disclosure: what is missing, which\n"
                 "header or figure is wrong, and on what basis.\n\nUsage:\n";
    for (const CommandEntry& entry : command_table())
      add_row(help, "gialint " + entry.usage.in(language), entry.summary.in(language), zh ? 36 : 42);
    help += "\n" + command_table().front().detail.in(language) + "\n";
    add_options(help, Command::check, language);
    help += zh ? "\n一个命令的用法：gialint 命令 --help\n" : "\nThe usage of one command: gialint COMMAND --help\n";
    return help;
  }
  for (const CommandEntry& entry : command_table()) {
    if (entry.command != *command) continue;
    help += (zh ? "用法：gialint " : "Usage: gialint ") + entry.usage.in(language) + "\n\n";
    help += entry.summary.in(language) + (zh ? "。\n" : ".\n");
    if (!entry.detail.zh.empty()) help += "\n" + entry.detail.in(language) + "\n";
  }
  add_options(help, *command, language);
  return help;
}

}  // namespace gialint
