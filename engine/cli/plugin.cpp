#include "engine/cli/commands.hpp"

namespace gialint {}
