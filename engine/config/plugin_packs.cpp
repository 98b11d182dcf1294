#include "engine/config/plugin_packs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/files/shown_path.hpp"
#include "engine/packs/plugin_lock.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {

namespace fs = std::filesystem;

std::optional<Failure> PluginPacks::check_lock(const std::vector<Plugin>& plugins, const fs::path& folder) {
  const Result<std::optional<PluginLock>> lock = lock_in(folder);
  if (!lock) return lock.failure();
  if (!*lock) return std::nullopt;
  for (const Plugin& plugin : plugins) {
    const LockedPlugin* locked = (*lock)->find(plugin.name);
    if (locked == nullptr) {
      static constexpr Sentence not_locked("这个插件不在 {} 里，没有核对；用 gialint plugin add {} 锁定",
                                           "this plugin is not in {} and was not verified; lock it with gialint plugin "
                                           "add {}");
      remarks_.push_back({{plugin.shown}, not_locked.with(shown_path(folder / lock_file_name), plugin.shown)});
      continue;
    }
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

Result<std::vector<Plugin>> PluginPacks::plugins_of(ConfigFiles& files) {
  const Result<std::vector<PluginRequest>> requests = plugin_requests(files);
  return requests ? read(*requests) : requests.failure();
}

Result<std::vector<Plugin>> PluginPacks::read(const std::vector<PluginRequest>& requests) {
  std::vector<Plugin> plugins;
  for (const PluginRequest& request : requests) {
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
  Result<std::vector<PluginRequest>> requests = plugin_requests(files);
  if (!requests) return requests.failure();
  if (!trust_.covers(files.first())) {
    const std::size_t all = requests->size();
    std::erase_if(*requests, [&](const PluginRequest& request) { return !trust_.covers(request.file); });
    if (requests->size() < all) {
      static constexpr Sentence left_out(
          "这份配置点名的插件没有用：运行不是从它开始的；信得过就加 --trust，或者把它的文件夹写进 trust.toml 的 "
          "folders",
          "the plugins that this configuration names are not used: the run was not started with it; if you trust it, "
          "give "
          "--trust, or list its folder under folders in trust.toml");
      remarks_.push_back({{shown_path(files.first())}, left_out});
      files.leave_out_plugins();
    }
  }
  const Result<std::vector<Plugin>> plugins = read(*requests);
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
