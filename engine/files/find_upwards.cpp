#include "engine/files/find_upwards.hpp"

#include <system_error>

#include "engine/files/shown_path.hpp"

namespace gialint {

namespace fs = std::filesystem;

UpwardsStep look_in(const fs::path& folder, const std::vector<std::string>& names) {
  std::error_code error;
  for (const std::string& name : names) {
    const fs::path candidate = folder / name;
    if (fs::exists(candidate, error) && !fs::is_directory(candidate, error)) return {candidate, true};
  }
  return {std::nullopt, fs::exists(folder / ".git", error) || folder == folder.parent_path()};
}

std::optional<fs::path> find_upwards(const fs::path& file_or_folder, const std::vector<std::string>& names) {
  const fs::path path = full_path(file_or_folder);
  std::error_code error;
  fs::path folder = fs::is_directory(path, error) ? path : path.parent_path();
  while (true) {
    const UpwardsStep step = look_in(folder, names);
    if (step.is_last) return step.file;
    folder = folder.parent_path();
  }
}

}  // namespace gialint
