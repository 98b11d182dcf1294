#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/options/option_table.hpp"
#include "engine/cli/options/options.hpp"

namespace gialint {

/// The words that an option takes with a command, the parser's and those that a shell completes; empty: any value.
std::vector<std::string> choices_of(std::string_view option, Command command);

/// What is expected where a value or an argument stands.
enum class Expected {
  nothing,
  text,     ///< anything: nobody can complete it
  words,    ///< one of a few
  files,    ///< a file, or a folder where the command takes both
  folders,  ///< a folder
  rule,     ///< the id of a rule
  rules,    ///< ids and categories, comma separated
};

/// What is expected, and the words to choose from; with `files` and `folders` they are expected besides.
struct Expectation {
  Expected what = Expected::text;
  std::vector<std::string> words;
};

/// Of the value of an option of `command`; `nothing` for a flag. Names of presets are the pack's to tell.
Expectation expected_value(const OptionEntry& option, Command command);

/// Of the arguments of `command`.
Expectation expected_arguments(Command command);

/// The shells that `completion` knows.
std::vector<std::string> shell_names();

}  // namespace gialint
