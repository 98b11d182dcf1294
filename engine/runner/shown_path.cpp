#include "engine/runner/shown_path.hpp"

#include <algorithm>
#include <system_error>

namespace gialint {

namespace fs = std::filesystem;

std::string shown_path(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  std::string absolute = path.generic_string();
  std::string relative = error ? std::string() : path.lexically_relative(here).generic_string();
  return relative.empty() || relative.size() >= absolute.size() ? absolute : relative;
}

bool lies_within(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

}  // namespace gialint
