#pragma once

#include <string>
#include <vector>

#include "engine/cli/options/choices.hpp"
#include "engine/cli/options/option_table.hpp"

namespace gialint {

/// An option of a command, and what its value may be.
struct CompletedOption {
  OptionEntry entry;
  Expectation value;
};

/// A command as a shell completes it.
struct CompletedCommand {
  std::string name;
  Bilingual summary;
  std::vector<CompletedOption> options;
  Expectation arguments;
};

/// All commands, from the tables that the parser reads; `presets` are the names that --preset takes.
std::vector<CompletedCommand> completed_commands(const std::vector<std::string>& presets);

/// All ways to write the options that take a value: the word behind one is no command.
std::vector<std::string> options_with_value(const std::vector<CompletedCommand>& commands);

/// Scripts that a shell reads once; each asks the program itself for the rules at hand, since plugins bring some.
/// Descriptions are in `language`; bash shows none.
std::string bash_completion(const std::vector<CompletedCommand>& commands);
std::string zsh_completion(const std::vector<CompletedCommand>& commands, Language language);
std::string fish_completion(const std::vector<CompletedCommand>& commands, Language language);

/// The words with `between` between them.
std::string words_joined(const std::vector<std::string>& words, const std::string& between = " ");

/// `text` with `to` for each `from`.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace gialint
