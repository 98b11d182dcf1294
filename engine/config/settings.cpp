#include "engine/config/settings.hpp"

#include <system_error>
#include <utility>

#include "engine/config/preset.hpp"
#include "engine/files/find_upwards.hpp"
#include "engine/files/shown_path.hpp"

namespace gialint {

namespace fs = std::filesystem;

Settings::Settings(std::shared_ptr<const Pack> pack, Selection selection, ConfigChoice choice)
    : pack_(std::move(pack)),
      packs_(pack_, choice.plugin_folders, choice.trust),
      selection_(std::move(selection)),
      choice_(std::move(choice)) {}

std::vector<std::shared_ptr<const Pack>> Settings::packs() {
  const std::lock_guard lock(mutex_);
  return packs_.all();
}

std::vector<Failure> Settings::remarks() {
  const std::lock_guard lock(mutex_);
  return packs_.remarks();
}

const FolderSettings& Settings::in_folder(const fs::path& folder) {
  const std::lock_guard lock(mutex_);
  const FolderSettings*& known = by_folder_[folder.native()];
  if (known == nullptr) {
    known = choice_.isolated ? read(std::nullopt) : read(choice_.file ? choice_.file : nearest_config(folder));
  }
  return *known;
}

std::optional<fs::path> Settings::nearest_config(const fs::path& folder) {
  std::vector<std::string> asked;
  std::optional<fs::path> found;
  for (fs::path at = full_path(folder);; at = at.parent_path()) {
    if (const auto known = nearest_.find(at.native()); known != nearest_.end()) {
      found = known->second;
      break;
    }
    asked.push_back(at.native());
    const UpwardsStep step = look_in(at, config_names());
    found = step.file;
    if (step.is_last) break;
  }
  for (std::string& one : asked) nearest_.emplace(std::move(one), found);
  return found;
}

std::shared_ptr<const RuleSettings> Settings::rules_for(const fs::path& file) {
  const FolderSettings& folder = in_folder(file.parent_path());
  if (folder.rules) return folder.rules;
  return std::make_shared<const RuleSettings>(
      to_settings(effective_rules(*folder.config, *folder.pack->rules, selection_, file), *folder.pack->rules));
}

const FolderSettings* Settings::read(const std::optional<fs::path>& file) {
  std::unique_ptr<const FolderSettings>& known = by_file_[file.value_or(fs::path())];
  if (known == nullptr) {
    FolderSettings settings{Config{}, pack_, {}, {}, {}, nullptr};
    if (file) {
      ConfigFiles files(*file);
      Result<std::shared_ptr<const Pack>> pack = packs_.for_config(files);
      if (pack.ok()) {
        settings.pack = std::move(*pack);
        settings.config = read_config(files, *settings.pack->rules, settings.pack->presets);
      } else {
        settings.config = pack.failure();
      }
    }
    apply_preset(settings.config, *settings.pack);
    if (settings.config.ok()) {
      const Config& config = *settings.config;
      std::error_code ignored;
      if (file) settings.folder = fs::canonical(config.folder.empty() ? fs::path(".") : config.folder, ignored);
      settings.exclude = GlobSet(config.exclude);
      settings.suppressions = Suppressions(config.suppressions, settings.folder);
      if (config.overrides.empty()) {
        settings.rules = std::make_shared<const RuleSettings>(
            to_settings(effective_rules(config, *settings.pack->rules, selection_, fs::path()), *settings.pack->rules));
      }
    }
    known = std::make_unique<const FolderSettings>(std::move(settings));
  }
  return known.get();
}

void Settings::apply_preset(Result<Config>& config, const Pack& pack) const {
  if (!config.ok()) return;
  if (choice_.preset) config->preset = PresetChoice{*choice_.preset, {"--preset"}};
  if (!config->preset) config->preset = PresetChoice{default_preset, {"gialint"}};
  Result<Preset> preset = find_preset(pack, config->preset->name, config->preset->origin);
  if (preset.ok()) {
    config->preset_rules = std::move(preset->rules);
  } else {
    config = preset.failure();
  }
}

}  // namespace gialint
