#include "engine/cli/console/new_file.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/files/read_file.hpp"

namespace gialint {
namespace {

// Gives the finished file its name, unless there is one of that name. The number of the error, or 0.
int name_without_overwriting(const char* from, const char* to) {
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot do it: a second name is refused just the same.
  if (::link(from, to) != 0) return errno;
  ::unlink(from);
  return 0;
}

}  // namespace

std::optional<Failure> write_new_file(const std::filesystem::path& path, const std::string& text) {
  const auto failed = [&](int code) {
    return Failure{{},
                   code == EEXIST ? messages::init_exists.with(path.string())
                                  : messages::cannot_write.with(with_place({{path.string()}, system_reason(code)}))};
  };
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return failed(EEXIST);
  if (path.has_parent_path()) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) return failed(error.value());
  }
  const std::filesystem::path temporary =
      path.parent_path() / ("." + path.filename().string() + "." + std::to_string(::getpid()));
  Result<Output> output = Output::to_file(temporary.string());
  if (!output.ok()) return failed(errno);
  output->stream() << text;
  if (output->finish()) return failed(errno);
  if (const int code = name_without_overwriting(temporary.c_str(), path.c_str())) {
    ::unlink(temporary.c_str());
    return failed(code);
  }
  return std::nullopt;
}

}  // namespace gialint
