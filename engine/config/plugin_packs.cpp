#include "engine/config/plugin_packs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/files/shown_path.hpp"
#include "engine/packs/plugin_lock.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

std::optional<Failure> check_lock(const std::vector<Plugin>& plugins, const fs::path& folder) {
  const Result<std::optional<PluginLock>> lock = lock_in(folder);
  if (!lock) return lock.failure();
  if (!*lock) return std::nullopt;
  for (const Plugin& plugin : plugins) {
    const LockedPlugin* locked = (*lock)->find(plugin.name);
    if (locked == nullptr) continue;
    const std::vector<LockDifference> found = differences(*locked, plugin);
    if (found.empty()) continue;
    using Kind = LockDifference::Kind;
    const LockDifference& first = found.front();
    static constexpr Sentence differs(
        "插件 {} 的这个文件{}（见 {}）；用 gialint plugin verify 核对，确认无误后用 gialint plugin add {} 重新锁定",
        "this file of the plugin {} {} (see {}); look at it with gialint plugin verify, and if it is right, lock it "
        "again with gialint plugin add {}");
    static constexpr Sentence changed("与锁定时不同", "is not as it was locked");
    static constexpr Sentence missing("锁定时有，现在没有了", "was locked and is gone");
    static constexpr Sentence extra("锁定时没有", "was not there when it was locked");
    const Sentence& how = first.kind == Kind::changed ? changed : first.kind == Kind::missing ? missing : extra;
    return Failure{{shown_path(plugin.folder / first.path)},
                   differs.with(plugin.name, how, shown_path(folder / lock_file_name), plugin.shown)};
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<Plugin>> PluginPacks::plugins_of(ConfigFiles& files) {
  const Result<std::vector<PluginRequest>> requests = plugin_requests(files);
  if (!requests) return requests.failure();
  std::vector<Plugin> plugins;
  for (const PluginRequest& request : *requests) {
    const Result<fs::path> folder = find_plugin(request, places_);
    if (!folder) return folder.failure();
    auto known = plugins_.find(*folder);
    if (known == plugins_.end()) known = plugins_.emplace(*folder, read_plugin(*folder)).first;
    if (!known->second) return known->second.failure();
    const Plugin& plugin = *known->second;
    const auto same =
        std::find_if(plugins.begin(), plugins.end(), [&](const Plugin& other) { return other.name == plugin.name; });
    if (same == plugins.end()) {
      if (!request.is_path() && plugin.name != request.name) {
        return Failure{request.origin,
                       Sentence("装在 {} 里的插件叫 \"{}\"，不叫 \"{}\"：文件夹和 plugin.toml 里的 name 要一致",
                                "the plugin installed in {} is called \"{}\", not \"{}\": its folder and the name in "
                                "plugin.toml are to agree")
                           .with(plugin.shown, plugin.name, request.name)};
      }
      plugins.push_back(plugin);
    } else if (same->folder != plugin.folder) {
      return Failure{request.origin,
                     Sentence("两个插件都叫 \"{}\"：{} 和 {}；只能加载一个，或者给其中一个改名",
                              "two plugins are called \"{}\": {} and {}; load one of them, or give one another name")
                         .with(plugin.name, same->shown, plugin.shown)};
    }
  }
  return plugins;
}

Result<std::shared_ptr<const Pack>> PluginPacks::for_config(ConfigFiles& files) {
  const Result<std::vector<Plugin>> plugins = plugins_of(files);
  if (!plugins) return plugins.failure();
  if (plugins->empty()) return base_;
  if (std::optional<Failure> failure = check_lock(*plugins, files.first().parent_path())) return *std::move(failure);
  std::vector<fs::path> folders;
  for (const Plugin& plugin : *plugins) folders.push_back(plugin.folder);
  auto known = packs_.find(folders);
  if (known == packs_.end()) known = packs_.emplace(std::move(folders), with_plugins(base_, *plugins)).first;
  return known->second;
}

std::vector<std::shared_ptr<const Pack>> PluginPacks::all() const {
  std::vector<std::shared_ptr<const Pack>> packs = {base_};
  for (const auto& [folders, pack] : packs_) {
    if (pack.ok()) packs.push_back(*pack);
  }
  return packs;
}

}  // namespace gialint
