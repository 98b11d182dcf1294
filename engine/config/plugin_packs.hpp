#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/config/config_plugins.hpp"
#include "engine/config/plugin_trust.hpp"
#include "engine/packs/pack.hpp"
#include "engine/packs/plugin.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// The packs of a run: the base alone, and the base with each set of plugins that a configuration asks for. Reads each
/// plugin once and puts each set together once. For one thread at a time.
class PluginPacks {
 public:
  /// `places` are the folders in which a plugin is looked for by its name.
  PluginPacks(std::shared_ptr<const Pack> base, std::vector<std::filesystem::path> places, PluginTrust trust = {})
      : base_(std::move(base)), places_(std::move(places)), trust_(std::move(trust)) {}

  /// The pack for the configuration that `files` are. Fails when a plugin that it asks for is not there or cannot be
  /// used, when two have one name, and when the files of one differ from the lock file beside the configuration.
  /// Plugins that the trust does not cover are left out, of `files` too.
  Result<std::shared_ptr<const Pack>> for_config(ConfigFiles& files);

  /// The plugins of that configuration, in the order in which they apply, whatever a lock file says of them.
  Result<std::vector<Plugin>> plugins_of(ConfigFiles& files);

  /// What is to be told of the plugins so far, each once: those left out, and those that a lock file does not hold.
  [[nodiscard]] const std::vector<Failure>& remarks() const { return remarks_; }

  /// All that were given, the base first.
  [[nodiscard]] std::vector<std::shared_ptr<const Pack>> all() const;

 private:
  Result<std::vector<Plugin>> read(const std::vector<PluginRequest>& requests);
  std::optional<Failure> check_lock(const std::vector<Plugin>& plugins, const std::filesystem::path& folder);

  std::shared_ptr<const Pack> base_;
  std::vector<std::filesystem::path> places_;
  PluginTrust trust_;
  std::vector<Failure> remarks_;
  std::map<std::filesystem::path, Result<Plugin>> plugins_;                                  ///< by folder
  std::map<std::vector<std::filesystem::path>, Result<std::shared_ptr<const Pack>>> packs_;  ///< by their folders
};

}  // namespace gialint
