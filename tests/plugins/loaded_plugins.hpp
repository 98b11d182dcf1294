#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/config/settings.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint::test {

inline std::filesystem::path plugins_folder() { return std::filesystem::path(GIALINT_SOURCE_DIR) / "plugins"; }

/// The plugins of the checkout, sorted.
inline std::vector<std::string> plugin_names() {
  std::vector<std::string> names;
  for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(plugins_folder())) {
    if (std::filesystem::exists(entry.path() / "plugin.toml")) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::shared_ptr<const SourceText> source_of(std::string path, std::string bytes) {
  Result<SourceText> source = SourceText::from_bytes(std::move(path), std::move(bytes));
  if (!source) throw std::runtime_error(to_string(source.failure(), Language::zh));
  return std::make_shared<const SourceText>(*std::move(source));
}

/// Plugins as a user has them: copied beside a gialint.toml that names them.
class LoadedPlugins {
 public:
  explicit LoadedPlugins(const std::vector<std::string>& names, const std::string& more = "") {
    std::string list;
    for (const std::string& name : names) {
      std::filesystem::copy(plugins_folder() / name, folder_.path() / name, std::filesystem::copy_options::recursive);
      list += (list.empty() ? "\"./" : ", \"./") + name + "\"";
    }
    folder_.write("gialint.toml", "plugins = [" + list + "]\n" + more);
    Result<std::shared_ptr<const Pack>> base = load_pack();
    if (!base) throw std::runtime_error(to_string(base.failure(), Language::zh));
    settings_ = std::make_unique<Settings>(*base, Selection{}, ConfigChoice{});
    const FolderSettings& settings = settings_->in_folder(folder_.path());
    if (!settings.config.ok()) throw std::runtime_error(to_string(settings.config.failure(), Language::zh));
    pack_ = settings.pack;
    // What the rules of the whole country say is told elsewhere.
    const std::shared_ptr<const RuleSettings> all = settings_->rules_for(folder_.path() / "report.txt");
    for (const auto& [id, setting] : *all) {
      const std::string plugin = id.substr(0, id.find('/'));
      if (std::find(names.begin(), names.end(), plugin) != names.end()) options_.rules[id] = setting;
    }
  }

  [[nodiscard]] const std::shared_ptr<const Pack>& pack() const { return pack_; }
  /// The plugins' own rules, as the configuration has them.
  [[nodiscard]] const LintOptions& options() const { return options_; }

 private:
  ScratchFolder folder_;
  std::unique_ptr<Settings> settings_;
  std::shared_ptr<const Pack> pack_;
  LintOptions options_;
};

}  // namespace gialint::test
