#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gialint {

/// The nearest file called one of `names`, the first of them first, in the path's folder or above, up to and including
/// a folder that holds .git; empty when there is none. The path need not exist; the result is absolute.
std::optional<std::filesystem::path> find_upwards(const std::filesystem::path& file_or_folder,
                                                  const std::vector<std::string>& names);

/// What one folder says to find_upwards().
struct UpwardsStep {
  std::optional<std::filesystem::path> file;  ///< found in it
  bool is_last = false;                       ///< nothing above it counts
};
UpwardsStep look_in(const std::filesystem::path& folder, const std::vector<std::string>& names);

}  // namespace gialint
