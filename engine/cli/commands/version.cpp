#include <string>

#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/packs/version_range.hpp"

namespace gialint {

namespace {

Status run_version(const Options& options) {
  return print("gialint " + std::string(own_version_text()) + "\n", language_of(options));
}

}  // namespace

const Command& version_command() {
  static const Command command = {
      .name = "version",
      .usage = {"version", "version"},
      .summary = {"显示版本", "show the version"},
      .detail = {},
      .arguments = {.least = 0, .most = 0, .names = {}, .kind = Expected::nothing, .words = {}},
      .run = run_version,
  };
  return command;
}

}  // namespace gialint
