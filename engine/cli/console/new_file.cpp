#include "engine/cli/console/new_file.hpp"

#include <cerrno>
#include <system_error>

#include <sys/stat.h>

#include "engine/cli/console/messages.hpp"
#include "engine/files/file_replacement.hpp"
#include "engine/files/read_file.hpp"

namespace gialint {

std::optional<Failure> write_new_file(const std::filesystem::path& path, const std::string& text) {
  const auto cannot = [](const Failure& failure) {
    return Failure{{}, messages::cannot_write.with(with_place(failure))};
  };
  const auto failed = [&](int code) {
    if (code == EEXIST) return Failure{{}, messages::init_exists.with(path.string())};
    return cannot({{path.string()}, system_reason(code)});
  };
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return failed(EEXIST);
  if (path.has_parent_path()) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) return failed(error.value());
  }
  Result<FileReplacement> file = FileReplacement::of(path);
  if (!file.ok()) return cannot(file.failure());
  int code = file->write(text);
  if (code == 0) code = file->put(FileReplacement::There::nothing);
  if (code != 0) return failed(code);
  return std::nullopt;
}

}  // namespace gialint
