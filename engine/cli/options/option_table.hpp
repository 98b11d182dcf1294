#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/options/options.hpp"
#include "engine/text/language.hpp"

namespace gialint {

/// Where an option stands in the help.
enum class OptionGroup { rules, verdict, files, input, output, general };

/// One option as the help shows it and the parser takes it.
struct OptionEntry {
  std::string_view name;        ///< "--format"
  std::string_view short_name;  ///< "-f", or empty
  Bilingual value;              ///< "格式"; empty: a flag
  OptionGroup group = OptionGroup::general;
  std::vector<Command> commands;  ///< that take it; empty: all
  Bilingual help;

  [[nodiscard]] bool is_flag() const { return value.zh.empty(); }
  [[nodiscard]] bool is_for(Command command) const;
};

struct CommandEntry {
  Command command = Command::check;
  Bilingual usage;    ///< what follows "gialint "
  Bilingual summary;  ///< a line for the list of commands
  Bilingual detail;   ///< what its own help says besides
};

const std::vector<OptionEntry>& option_table();
const std::vector<CommandEntry>& command_table();

/// The heading of a group of options.
const std::string& group_title(OptionGroup group, Language language);

}  // namespace gialint
