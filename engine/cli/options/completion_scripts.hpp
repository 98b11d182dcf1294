#pragma once

#include <string>
#include <vector>

#include "engine/cli/options/command.hpp"

namespace gialint {

/// The shells that there are scripts for.
std::vector<std::string> shell_names();

/// `commands` as a shell completes them: each with the options of every command, and --preset with `presets` to choose
/// from.
std::vector<Command> completed_commands(const CommandTable& commands, const std::vector<std::string>& presets);

/// All ways to write the options that take a value: the word behind one is no command.
std::vector<std::string> options_with_value(const std::vector<Command>& commands);

/// Scripts that a shell reads once; each asks the program itself for the rules at hand, since plugins bring some.
/// Descriptions are in `language`; bash shows none.
std::string bash_completion(const std::vector<Command>& commands);
std::string zsh_completion(const std::vector<Command>& commands, Language language);
std::string fish_completion(const std::vector<Command>& commands, Language language);

/// The words with `between` between them.
std::string words_joined(const std::vector<std::string>& words, const std::string& between = " ");

/// `text` with `to` for each `from`.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace gialint
