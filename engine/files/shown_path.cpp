#include "engine/files/shown_path.hpp"

#include <algorithm>
#include <system_error>

namespace gialint {

namespace fs = std::filesystem;

namespace {

std::string relative_in(const fs::path& folder, const fs::path& file) {
  const fs::path relative = file.lexically_relative(folder);
  return relative.empty() || *relative.begin() == ".." ? std::string() : relative.generic_string();
}

}  // namespace

std::string shown_path(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  std::string absolute = path.generic_string();
  std::string relative = error ? std::string() : path.lexically_relative(here).generic_string();
  return relative.empty() || relative.size() >= absolute.size() ? absolute : relative;
}

fs::path full_path(const fs::path& path) {
  std::error_code error;
  const fs::path result = fs::absolute(path, error);
  return (error ? path : result).lexically_normal();
}

bool lies_within(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

std::string path_within(const fs::path& folder, const fs::path& file) {
  std::string path = relative_in(folder, full_path(file));
  if (path.empty() && !folder.empty()) {  // one of them may have come through a symbolic link
    std::error_code error;
    path = relative_in(fs::weakly_canonical(folder, error), fs::weakly_canonical(file, error));
  }
  return path;
}

}  // namespace gialint
