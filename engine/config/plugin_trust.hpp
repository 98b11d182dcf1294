#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "engine/text/result.hpp"

namespace gialint {

/// Which configurations may have a run use plugins, that is, run rules of people whom nobody asked.
struct PluginTrust {
  bool all = true;                                    ///< --trust; an editor has a trust of its own
  std::optional<std::filesystem::path> started_with;  ///< the configuration that the run was started with, absolute
  std::vector<std::filesystem::path> folders;         ///< those that trust.toml lists, absolute

  /// Whether the plugins that the configuration `file`, absolute, names may be used.
  [[nodiscard]] bool covers(const std::filesystem::path& file) const;
};

/// The folders that `file` lists: `folders = ["/srv/reports"]`, absolute. None when there is no such file; fails when
/// it cannot be read.
Result<std::vector<std::filesystem::path>> read_trusted_folders(const std::filesystem::path& file);

}  // namespace gialint
