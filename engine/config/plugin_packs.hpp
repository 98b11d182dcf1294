#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "engine/config/config_plugins.hpp"
#include "engine/packs/pack.hpp"
#include "engine/packs/plugin.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// The packs of a run: the base alone, and the base with each set of plugins that a configuration asks for. Reads each
/// plugin once and puts each set together once. For one thread at a time.
class PluginPacks {
 public:
  /// `places` are the folders in which a plugin is looked for by its name.
  PluginPacks(std::shared_ptr<const Pack> base, std::vector<std::filesystem::path> places)
      : base_(std::move(base)), places_(std::move(places)) {}

  /// The pack for the configuration that `files` are. Fails when a plugin that it asks for is not there or cannot be
  /// used, when two have one name, and when the files of one differ from the lock file beside the configuration.
  Result<std::shared_ptr<const Pack>> for_config(ConfigFiles& files);

  /// The plugins of that configuration, in the order in which they apply, whatever a lock file says of them.
  Result<std::vector<Plugin>> plugins_of(ConfigFiles& files);

  /// All that were given, the base first.
  [[nodiscard]] std::vector<std::shared_ptr<const Pack>> all() const;

 private:
  std::shared_ptr<const Pack> base_;
  std::vector<std::filesystem::path> places_;
  std::map<std::filesystem::path, Result<Plugin>> plugins_;                                  ///< by folder
  std::map<std::vector<std::filesystem::path>, Result<std::shared_ptr<const Pack>>> packs_;  ///< by their folders
};

}  // namespace gialint
