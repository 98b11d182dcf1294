#include <string_view>

#include "engine/cli/options/completion_scripts.hpp"

namespace gialint {
namespace {

constexpr const char* script = R"zsh(#compdef gialint
# Completion of gialint for zsh: gialint completion zsh > FOLDER/_gialint, with FOLDER in $fpath

_gialint_rule() {
  local -a rules
  rules=(${(f)"$($gialint rules 2>/dev/null | cut -d ' ' -f 1)"})
  compadd "$@" -a rules
}

_gialint_rule_or_category() {
  local -a rules
  rules=(${(f)"$($gialint rules 2>/dev/null | cut -d ' ' -f 1)"})
  rules+=(${(u)rules%%/*})
  compadd "$@" -a rules
}

_gialint_rules() { _sequence _gialint_rule_or_category "$@" }

# Paths; before the first of them a command may stand.
_gialint_paths() {
  if [[ -n $before ]]; then
    _files
  else
    _describe -t commands command all_commands
    _files
  fi
}

_gialint() {
  local gialint=$words[1] command=check before=
  local -a all_commands=(
@commands@  )
  integer i
  for ((i = 2; i < CURRENT; ++i)); do
    case $words[i] in
      (--) before=yes; break ;;
      (@valued@) ((++i)) ;;
      (-*) ;;
      (@names@)
        command=$words[i] before=yes
        words[i]=()
        ((--CURRENT))
        break ;;
      (*) before=yes; break ;;
    esac
  done
  case $command in
@cases@  esac
}

if [[ $funcstack[1] == _gialint ]]; then
  _gialint "$@"
else
  compdef _gialint gialint
fi
)zsh";

// Within single quotes.
std::string quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char character : text) {
    if (std::string_view("\\[]:").find(character) != std::string_view::npos) safe += '\\';
    safe += character;
  }
  return safe;
}

std::string action(Expected kind, const std::vector<std::string>& words) {
  switch (kind) {
    case Expected::words:
      return "(" + words_joined(words) + ")";
    case Expected::files:
    case Expected::outputs:
      return "_files";
    case Expected::folders:
      return "_files -/";
    case Expected::rule:
      return "_gialint_rule";
    case Expected::rules:
      return "_gialint_rules";
    case Expected::nothing:
    case Expected::text:
    case Expected::number:
      return " ";
  }
  return " ";
}

// What _arguments wants to know of an option. Each may be repeated: the last one holds, or all do.
std::string option_spec(const OptionEntry& option, Language language) {
  const bool flag = option.kind == Expected::nothing;
  std::string rest = "[" + escaped(option.help.in(language)) + "]";
  if (!flag) rest += ":" + escaped(option.value.in(language)) + ":" + action(option.kind, option.words);
  const std::string name = std::string(option.name) + (flag ? "" : "=");
  std::string specs = " \\\n        " + quoted("*" + name + rest);
  if (!option.short_name.empty()) specs += " \\\n        " + quoted("*" + std::string(option.short_name) + rest);
  return specs;
}

std::string case_of(const Command& command, Language language) {
  std::string specs;
  for (const OptionEntry& option : command.options) specs += option_spec(option, language);
  const Arguments& arguments = command.arguments;
  if (command.name == "check") {
    specs += " \\\n        '*: :_gialint_paths'";
  } else if (arguments.kind == Expected::folders && !arguments.words.empty()) {
    specs += " \\\n        '1: :(" + words_joined(arguments.words) + ")' '*: :_files -/'";
  } else if (arguments.kind != Expected::nothing) {
    specs += " \\\n        " + quoted("*: :" + action(arguments.kind, arguments.words));
  }
  return "    (" + std::string(command.name) + ")\n      _arguments -s -S :" + specs + " ;;\n";
}

}  // namespace

std::string zsh_completion(const std::vector<Command>& commands, Language language) {
  std::string list;
  std::string cases;
  std::vector<std::string> names;
  for (const Command& command : commands) {
    list += "    " + quoted(std::string(command.name) + ":" + command.summary.in(language)) + "\n";
    cases += case_of(command, language);
    names.emplace_back(command.name);
  }
  std::string text = replaced(script, "@commands@", list);
  text = replaced(std::move(text), "@valued@", words_joined(options_with_value(commands), "|"));
  text = replaced(std::move(text), "@names@", words_joined(names, "|"));
  return replaced(std::move(text), "@cases@", cases);
}

}  // namespace gialint
