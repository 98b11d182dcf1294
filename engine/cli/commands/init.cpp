#include <optional>
#include <string>

#include <sys/stat.h>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/new_file.hpp"
#include "engine/cli/runs/loading.hpp"

namespace gialint {

Status run_init(const Options& options) {
  constexpr const char* file_name = "gialint.toml";
  constexpr const char* other_name = ".gialint.toml";
  const Language language = language_of(options);
  struct stat status {};
  std::optional<std::string> trouble;
  if (::lstat(other_name, &status) == 0) {
    trouble = say(Text::init_exists, language, {other_name});
  } else {
    trouble = write_new_file(file_name, config_template().in(language), language);
  }
  if (trouble) {
    complain(*trouble);
    return Status::failed;
  }
  return print(say(Text::init_written, language, {file_name}) + "\n", language);
}

}  // namespace gialint
