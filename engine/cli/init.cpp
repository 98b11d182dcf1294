#include <cerrno>
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/cli/commands.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/output.hpp"
#include "engine/runner/read_file.hpp"

namespace gialint {
namespace {

constexpr const char* file_name = "gialint.toml";

// Gives the finished file its name, unless there is one of that name. The number of the error, or 0.
int name_without_overwriting(const char* from) {
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, file_name, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot do it: a second name is refused just the same.
  if (::link(from, file_name) != 0) return errno;
  ::unlink(from);
  return 0;
}

}  // namespace

Status run_init(const Options& options) {
  const Language language = language_of(options);
  const auto failed = [&](int code) {
    complain(code == EEXIST
                 ? say(Text::init_exists, language, {file_name})
                 : say(Text::cannot_write, language, {std::string(file_name) + ": " + system_reason(code, language)}));
    return Status::failed;
  };
  struct stat status {};
  for (const char* name : {file_name, ".gialint.toml"}) {
    if (::lstat(name, &status) == 0) {
      complain(say(Text::init_exists, language, {name}));
      return Status::failed;
    }
  }
  const std::string temporary = "." + std::string(file_name) + "." + std::to_string(::getpid());
  Result<Output> output = Output::to_file(temporary, language);
  if (!output.ok()) return failed(errno);
  output->stream() << config_template().in(language);
  if (output->finish()) return failed(errno);
  if (const int code = name_without_overwriting(temporary.c_str())) {
    ::unlink(temporary.c_str());
    return failed(code);
  }
  return print(say(Text::init_written, language, {file_name}) + "\n", language);
}

}  // namespace gialint
