#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/console/status.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/text/language.hpp"

namespace gialint {

/// What stands behind a command and its options.
struct Arguments {
  static constexpr std::size_t any = static_cast<std::size_t>(-1);

  std::size_t least = 0;
  std::size_t most = 0;
  std::vector<Bilingual> names;       ///< what each of the `least` is called, when it is missing
  Expected kind = Expected::nothing;  ///< what a shell completes there
  std::vector<std::string> words;     ///< to choose from; with `folders` they are expected besides
};

/// A command, all of it: the parser, the help, the manual page and the completions know no more than this. It stands in
/// its own file, and command_table() lists it.
struct Command {
  std::string_view name;
  Bilingual usage;                        ///< what follows "gialint "
  Bilingual summary;                      ///< a line for the list of commands
  Bilingual detail;                       ///< what its own help says besides
  std::vector<OptionEntry> options = {};  ///< besides common_options(), in the order of the help
  Arguments arguments;
  bool prints_text = false;  ///< with "-" its result is a text on the standard output: all else goes elsewhere

  /// Why a command line that is right word by word is still refused; nothing when it is not.
  std::optional<Bilingual> (*refuse)(const Options& options) = nullptr;
  Status (*run)(const Options& options) = nullptr;
};

/// The commands in the order of the help; the first one is meant when none is named.
using CommandTable = std::vector<const Command*>;

/// Null: there is none of that name.
const Command* find_command(const CommandTable& commands, std::string_view name);

std::vector<std::string> command_names(const CommandTable& commands);

/// Its own options, then those of every command.
std::vector<OptionEntry> options_of(const Command& command);

/// --watch shows text, in one of these formats, and on the standard output.
std::optional<Bilingual> refuse_watch(const Options& options, const std::vector<std::string>& formats);

/// --no-baseline is alone.
std::optional<Bilingual> refuse_no_baseline(const Options& options);

}  // namespace gialint
