#include "engine/cli/options/choices.hpp"

#include "engine/readers/reader.hpp"
#include "reporters/cell_rows.hpp"
#include "reporters/reporter.hpp"

namespace gialint {
namespace {

std::vector<std::string> formats_of(Command command) {
  switch (command) {
    case Command::check:
    case Command::fix:
      return reporter_names();
    case Command::extract:
      return cell_format_names();
    case Command::test:
      return {"text", "junit", "json"};
    case Command::api:
      return {"markdown", "lua"};
    default:
      return {"text", "json"};
  }
}

}  // namespace

std::vector<std::string> choices_of(std::string_view option, Command command) {
  if (option == "--format") return formats_of(command);
  if (option == "--lang") return {"zh", "en"};
  if (option == "--fail-on") return {"error", "warning", "info", "never"};
  if (option == "--input-format") {
    std::vector<std::string> names;
    for (const Format format : {Format::plain, Format::markdown, Format::html}) names.emplace_back(format_name(format));
    return names;
  }
  if (option == "--encoding") return {"utf-8", "gb18030", "gbk", "gb2312", "utf-16le", "utf-16be"};
  if (option == "--column-unit") return {"code-point", "byte", "utf16", "display"};
  if (option == "--ambiguous-width") return {"1", "2"};
  if (option == "--color") return {"auto", "always", "never"};
  return {};
}

Expectation expected_value(const OptionEntry& option, Command command) {
  if (option.is_flag()) return {Expected::nothing, {}};
  const std::string_view value = option.value.en;
  if (std::vector<std::string> words = choices_of(option.name, command); !words.empty())
    return {Expected::words, std::move(words)};
  if (value == "LIST") return {Expected::rules, {}};
  if (value.ends_with("FILE")) return {Expected::files, {}};
  if (value.ends_with("DIR")) return {Expected::folders, {}};
  return {Expected::text, {}};
}

Expectation expected_arguments(Command command) {
  switch (command) {
    case Command::explain:
      return {Expected::rule, {}};
    case Command::docs:
    case Command::api:
      return {Expected::folders, {}};
    case Command::plugin:
      return {Expected::folders, {"list", "add", "remove", "verify"}};
    case Command::create:
      return {Expected::words, {"rule", "plugin"}};
    case Command::completion:
      return {Expected::words, shell_names()};
    case Command::help:
      return {Expected::words, command_names()};
    case Command::init:
    case Command::man:
    case Command::version:
      return {Expected::nothing, {}};
    default:
      return {Expected::files, {}};
  }
}

std::vector<std::string> shell_names() { return {"bash", "zsh", "fish"}; }

}  // namespace gialint
