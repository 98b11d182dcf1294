#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "engine/cli/authoring/commands.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/new_file.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/rule_host/api_reference.hpp"

namespace gialint {

namespace messages {

constexpr Sentence luarc_exists("{} 已经有了，没有改动；请在它的 workspace.library 里加上 \"{}\"",
                                "{} exists and is left as it is; add \"{}\" to its workspace.library");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

constexpr const char* library = ".gialint";

Status write_for_editors(const fs::path& folder, Language language) {
  const fs::path definitions = folder / library / "gialint.lua";
  const fs::path settings = folder / ".luarc.json";
  std::error_code error;
  fs::create_directories(definitions.parent_path(), error);
  // The definitions are nobody's to edit: those of an older version are overwritten.
  if (!save(definitions.string(), lua_definitions(), language)) return Status::failed;
  std::string written = say(messages::init_written, language, definitions.string()) + "\n";
  if (fs::exists(fs::symlink_status(settings, error))) {
    return print(written + say(messages::luarc_exists, language, settings.string(), library) + "\n", language);
  }
  if (const auto failure = write_new_file(settings, language_server_settings(library))) {
    return failed(*failure, language);
  }
  return print(written + say(messages::init_written, language, settings.string()) + "\n", language);
}

}  // namespace

Status run_api(const Options& options) {
  const Language language = language_of(options);
  if (!options.arguments.empty()) return write_for_editors(options.arguments.front(), language);
  return print(options.format == "lua" ? lua_definitions() : api_page(), language);
}

}  // namespace gialint
