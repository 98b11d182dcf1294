#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/config/config.hpp"
#include "engine/config/plugin_packs.hpp"
#include "engine/files/glob.hpp"
#include "engine/packs/pack.hpp"

namespace gialint {

/// Where the configuration comes from: by default the nearest gialint.toml of each file.
struct ConfigChoice {
  std::optional<std::filesystem::path> file;  ///< --config: this one for all files
  bool isolated = false;                      ///< --isolated: none
  std::optional<std::string> preset;          ///< --preset: instead of the one that the configuration names
  std::vector<std::filesystem::path> plugin_folders = {};  ///< where plugins are looked for by name; the first counts
  PluginTrust trust = {};                                  ///< whose plugins are used
};

/// What one configuration says.
struct FolderSettings {
  Result<Config> config;
  std::shared_ptr<const Pack> pack;           ///< with the plugins that it asks for; of a broken one without
  std::filesystem::path folder;               ///< Config::folder, absolute
  GlobSet exclude;                            ///< Config::exclude, relative to `folder`
  Suppressions suppressions;                  ///< of the configuration
  std::shared_ptr<const RuleSettings> rules;  ///< for every file; null when there are overrides
};

/// Which settings hold for which file. Reads each gialint.toml once; may be used from several threads.
class Settings {
 public:
  Settings(std::shared_ptr<const Pack> pack, Selection selection, ConfigChoice choice);

  /// What holds in `folder`, an absolute path. The reference stays good as long as the Settings.
  const FolderSettings& in_folder(const std::filesystem::path& folder);

  /// The rules that run on `file`, an absolute path. Only where in_folder().config is ok().
  std::shared_ptr<const RuleSettings> rules_for(const std::filesystem::path& file);

  /// Every pack that a configuration asked for so far, the one without plugins first.
  [[nodiscard]] std::vector<std::shared_ptr<const Pack>> packs();
  /// What is to be told of the plugins that configurations named so far.
  [[nodiscard]] std::vector<Failure> remarks();
  [[nodiscard]] const Selection& selection() const { return selection_; }

 private:
  /// Looks up the preset that the configuration builds on; one that does not exist fails it.
  void apply_preset(Result<Config>& config, const Pack& pack) const;
  /// find_config(), with what was found above a folder that was asked for before.
  std::optional<std::filesystem::path> nearest_config(const std::filesystem::path& folder);
  const FolderSettings* read(const std::optional<std::filesystem::path>& file);

  std::shared_ptr<const Pack> pack_;
  PluginPacks packs_;
  Selection selection_;
  ConfigChoice choice_;
  std::mutex mutex_;
  std::unordered_map<std::string, const FolderSettings*> by_folder_;
  std::unordered_map<std::string, std::optional<std::filesystem::path>> nearest_;   ///< by folder
  std::map<std::filesystem::path, std::unique_ptr<const FolderSettings>> by_file_;  ///< the empty path: no file
};

}  // namespace gialint
