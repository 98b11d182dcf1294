#pragma once

#include "engine/cli/options/command.hpp"

namespace gialint {

/// All commands, in the order of the help.
const CommandTable& command_table();

}  // namespace gialint
