#include <map>
#include <utility>

#include <fmt/format.h>

#include "engine/cli/options/completion_scripts.hpp"

namespace gialint {
namespace {

constexpr const char* head = R"fish(# Completion of gialint for fish: gialint completion fish | source

# The command given so far; "none" before it and before the first path.
function __gialint_given
  set -l words (commandline -opc)
  set -e words[1]
  while set -q words[1]
    switch $words[1]
      case @valued@
        set -e words[1]
      case '-*'
      case @names@
        echo $words[1]
        return
      case '*'
        echo check
        return
    end
    set -e words[1]
  end
  echo none
end

function __gialint_is
  set -l given (__gialint_given)
  test $given = none; and set given check
  contains -- $given $argv
end

function __gialint_rule
  set -l program (commandline -opc)[1]
  command $program rules 2>/dev/null | string replace -r ' .*' ''
end

function __gialint_rule_or_category
  set -l rules (__gialint_rule)
  printf '%s\n' $rules
  printf '%s\n' $rules | string replace -r '/.*' '' | sort -u
end

)fish";

std::string quoted(const std::string& text) { return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'"; }

// What follows -n, -l and -s: whether files are offered, and which words.
std::string expectation(Expected kind, const std::vector<std::string>& words) {
  switch (kind) {
    case Expected::nothing:
      return "";
    case Expected::text:
    case Expected::number:
      return " -x";
    case Expected::words:
      return " -x -a " + quoted(words_joined(words));
    case Expected::files:
    case Expected::outputs:
      return " -r -F";
    case Expected::folders:
      return " -x -a '(__fish_complete_directories)'";
    case Expected::rule:
      return " -x -a '(__gialint_rule)'";
    case Expected::rules:
      return " -x -a '(__fish_complete_list , __gialint_rule_or_category)'";
  }
  return "";
}

std::string arguments_of(const Command& command) {
  const std::string begin = "complete -c gialint -n '__gialint_is " + std::string(command.name) + "' -f";
  const Arguments& arguments = command.arguments;
  std::string words;
  if (!arguments.words.empty()) words = begin + " -a " + quoted(words_joined(arguments.words)) + "\n";
  switch (arguments.kind) {
    case Expected::files:
    case Expected::outputs:
      return words;  // fish offers them by itself
    case Expected::folders:
      return words + begin + " -a '(__fish_complete_directories)'\n";
    case Expected::rule:
    case Expected::rules:
      return words + begin + " -a '(__gialint_rule)'\n";
    case Expected::nothing:
    case Expected::text:
    case Expected::number:
    case Expected::words:
      return words.empty() ? begin + "\n" : words;
  }
  return words;
}

}  // namespace

std::string fish_completion(const std::vector<Command>& commands, Language language) {
  std::vector<std::string> names;
  std::string lines;
  // One line for all the commands that take an option in the same way.
  std::map<std::string, std::size_t> line_of;
  std::vector<std::pair<std::string, std::string>> options;  // the commands, and what follows them
  for (const Command& command : commands) {
    names.emplace_back(command.name);
    lines += "complete -c gialint -n 'test (__gialint_given) = none' -a " + std::string(command.name) + " -d " +
             quoted(command.summary.in(language)) + "\n";
    lines += arguments_of(command);
    for (const OptionEntry& option : command.options) {
      std::string line = " -l " + std::string(option.name.substr(2));
      if (!option.short_name.empty()) line += " -s " + std::string(option.short_name.substr(1));
      line += expectation(option.kind, option.words) + " -d " + quoted(option.help.in(language));
      const auto [found, added] = line_of.emplace(line, options.size());
      if (added) options.emplace_back("", line);
      options[found->second].first += " " + std::string(command.name);
    }
  }
  for (const auto& [given, rest] : options)
    lines += fmt::format("complete -c gialint -n '__gialint_is{}'{}\n", given, rest);
  std::string text = replaced(head, "@valued@", words_joined(options_with_value(commands)));
  return replaced(std::move(text), "@names@", words_joined(names)) + lines;
}

}  // namespace gialint
