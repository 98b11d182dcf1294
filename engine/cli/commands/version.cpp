#include <string>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/runs/loading.hpp"

namespace gialint {

Status run_version(const Options& options) {
  return print("gialint " + std::string(GIALINT_VERSION) + "\n", language_of(options));
}

}  // namespace gialint
