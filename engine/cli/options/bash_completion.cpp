#include "engine/cli/options/completion_scripts.hpp"

namespace gialint {
namespace {

constexpr const char* script = R"bash(# Completion of gialint for bash: source <(gialint completion bash)

_gialint() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command= before= paths= options= expected= words= argument= argument_words= i
  local all_commands='@commands@'
  # To bash, "=" is a word of its own.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
      --) paths=yes before=yes; break ;;
      @valued@)
        if [[ ${COMP_WORDS[i+1]} == = ]]; then ((i += 2)); else ((++i)); fi ;;
      -*) ;;
      *)
        [[ -z $before && " $all_commands " == *" ${COMP_WORDS[i]} "* ]] && command=${COMP_WORDS[i]}
        before=yes ;;
    esac
  done
  case ${command:-check} in
@cases@  esac
  if [[ -n $paths ]]; then
    expected=$argument words=
  elif [[ -z $expected && $current == -* ]]; then
    expected=words words=$options
  elif [[ -z $expected ]]; then
    expected=$argument words=$argument_words
    [[ -z $before ]] && words=$all_commands
  fi
  COMPREPLY=()
  case $expected in
    words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current") ;;
    files | folders)
      local kind=-f
      [[ $expected == folders ]] && kind=-d
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"; compgen "$kind" -- "$current")
      compopt -o filenames 2>/dev/null ;;
    rule)
      words=$("${COMP_WORDS[0]}" rules 2>/dev/null | cut -d ' ' -f 1)
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current") ;;
    rules)
      local list=
      [[ $current == *,* ]] && list=${current%,*},
      words=$("${COMP_WORDS[0]}" rules 2>/dev/null | cut -d ' ' -f 1)
      words+=$'\n'$(cut -d / -f 1 <<<"$words" | sort -u)
      mapfile -t COMPREPLY < <(compgen -P "$list" -W "$words" -- "${current##*,}") ;;
  esac
}

complete -F _gialint gialint
)bash";

std::string word_for(Expected kind) {
  switch (kind) {
    case Expected::words:
      return "words";
    case Expected::files:
    case Expected::outputs:
      return "files";
    case Expected::folders:
      return "folders";
    case Expected::rule:
      return "rule";
    case Expected::rules:
      return "rules";
    case Expected::nothing:
    case Expected::text:
    case Expected::number:
      return "text";
  }
  return "text";
}

std::string case_of(const Command& command) {
  std::vector<std::string> names;
  std::string values;
  for (const OptionEntry& option : command.options) {
    names.emplace_back(option.name);
    if (option.kind == Expected::nothing) continue;
    values += "        " + std::string(option.name);
    if (!option.short_name.empty()) values += " | " + std::string(option.short_name);
    values += ") expected=" + word_for(option.kind);
    if (!option.words.empty()) values += " words='" + words_joined(option.words) + "'";
    values += " ;;\n";
  }
  return "    " + std::string(command.name) + ")\n      options='" + words_joined(names) +
         "' argument=" + word_for(command.arguments.kind) + " argument_words='" +
         words_joined(command.arguments.words) + "'\n      case $previous in\n" + values + "      esac ;;\n";
}

}  // namespace

std::string bash_completion(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  std::string cases;
  for (const Command& command : commands) {
    names.emplace_back(command.name);
    cases += case_of(command);
  }
  std::string text = replaced(script, "@commands@", words_joined(names));
  text = replaced(std::move(text), "@valued@", words_joined(options_with_value(commands), " | "));
  return replaced(std::move(text), "@cases@", cases);
}

}  // namespace gialint
