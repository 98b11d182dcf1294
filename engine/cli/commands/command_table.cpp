#include "engine/cli/commands/command_table.hpp"

namespace gialint {

// Each is defined in the file of its name. A new command is declared and listed here, and nowhere else.
const Command& check_command();
const Command& fix_command();
const Command& comment_command();
const Command& baseline_command();
const Command& rules_command();
const Command& explain_command();
const Command& docs_command();
const Command& config_command();
const Command& plugin_command();
const Command& extract_command();
const Command& model_command();
const Command& lsp_command();
const Command& init_command();
const Command& test_command();
const Command& new_command();
const Command& api_command();
const Command& completion_command();
const Command& man_command();
const Command& version_command();
const Command& help_command();

const CommandTable& command_table() {
  static const CommandTable table = {
      &check_command(),   &fix_command(),        &comment_command(), &baseline_command(), &rules_command(),
      &explain_command(), &docs_command(),       &config_command(),  &plugin_command(),   &extract_command(),
      &model_command(),   &lsp_command(),        &init_command(),    &test_command(),     &new_command(),
      &api_command(),     &completion_command(), &man_command(),     &version_command(),  &help_command(),
  };
  return table;
}

}  // namespace gialint
