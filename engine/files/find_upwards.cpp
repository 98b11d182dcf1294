#include "engine/files/find_upwards.hpp"

#include <system_error>

#include "engine/files/shown_path.hpp"

namespace gialint {

namespace fs = std::filesystem;

std::optional<fs::path> find_upwards(const fs::path& file_or_folder, const std::vector<std::string>& names) {
  const fs::path path = full_path(file_or_folder);
  std::error_code error;
  fs::path folder = fs::is_directory(path, error) ? path : path.parent_path();
  while (true) {
    for (const std::string& name : names) {
      const fs::path candidate = folder / name;
      if (fs::exists(candidate, error) && !fs::is_directory(candidate, error)) return candidate;
    }
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

}  // namespace gialint
