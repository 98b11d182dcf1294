#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <unistd.h>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/cli/runs/plugin_places.hpp"
#include "engine/config/plugin_packs.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/packs/plugin_lock.hpp"
#include "engine/text/display.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// What the sub-commands work on.
struct Here {
  Language language = Language::zh;
  std::optional<fs::path> config;  ///< the configuration at hand, absolute
  std::string operand;             ///< the folder or the name

  [[nodiscard]] fs::path config_folder() const { return config->parent_path(); }
};

Status failed(const Failure& failure) {
  complain(failure);
  return Status::failed;
}

Status failed(std::string_view what) {
  complain(what);
  return Status::failed;
}

// Copies the plugin's own files, and nothing else of its folder, to a new folder `target`.
std::optional<Failure> copy_files(const Plugin& plugin, const fs::path& target) {
  std::error_code error;
  for (const auto& [path, digest] : plugin.digests) {
    const fs::path to = target / path;
    if (!fs::create_directories(to.parent_path(), error) && error) return Failure{to.string(), error.message()};
    if (!fs::copy_file(fs::canonical(plugin.folder / path, error), to, error)) {
      return Failure{to.string(), error.message()};
    }
  }
  return std::nullopt;
}

// Puts the plugin into `folder` in place of what is there. It appears whole or not at all.
Result<Plugin> install(const Plugin& plugin, const fs::path& folder) {
  std::error_code error;
  const std::string own = "." + plugin.name + "." + std::to_string(::getpid());
  const fs::path fresh = folder.parent_path() / (own + ".new");
  const fs::path old = folder.parent_path() / (own + ".old");
  fs::create_directories(folder.parent_path(), error);
  std::optional<Failure> failure = copy_files(plugin, fresh);
  if (!failure) {
    const Result<Plugin> copied = read_plugin(fresh);
    if (!copied) {
      failure = copied.failure();
    } else if (copied->digests != plugin.digests) {
      failure = Failure{plugin.shown, "复制时文件变了，未安装"};
    }
  }
  if (!failure && fs::exists(fs::symlink_status(folder, error))) {
    fs::rename(folder, old, error);
    if (error) failure = Failure{folder.string(), error.message()};
  }
  if (!failure) {
    fs::rename(fresh, folder, error);
    if (error) failure = Failure{folder.string(), error.message()};
  }
  std::error_code ignored;
  if (failure) {
    fs::remove_all(fresh, ignored);
    if (fs::exists(old, ignored) && !fs::exists(folder, ignored)) fs::rename(old, folder, ignored);
    return *failure;
  }
  fs::remove_all(old, ignored);
  return read_plugin(folder);
}

std::string entry_for(const Plugin& plugin, const Here& here, bool in_place) {
  if (!in_place) return plugin.name;
  std::error_code error;
  return "./" + plugin.folder.lexically_relative(fs::canonical(here.config_folder(), error)).generic_string();
}

Status add(const Here& here, const Options& options) {
  Result<Plugin> plugin = read_plugin(here.operand);
  if (!plugin) return failed(plugin.failure());
  const Result<std::shared_ptr<const Pack>> base = pack_for(options);
  if (!base.ok()) return failed(base.failure());
  if (const auto pack = with_plugins(*base, {*plugin}); !pack.ok()) return failed(pack.failure());

  std::error_code error;
  const bool in_place = here.config && lies_within(fs::canonical(here.config_folder(), error), plugin->folder);
  std::string said;
  if (in_place) {
    said = say(Text::plugin_in_place, here.language, {plugin->name, plugin->version, plugin->shown}) + "\n";
  } else {
    const fs::path home = user_plugins();
    if (home.empty()) return failed(say(Text::plugin_no_home, here.language));
    // One that is installed already is only to be locked again.
    if (plugin->folder != fs::weakly_canonical(home / plugin->name, error)) {
      plugin = install(*plugin, home / plugin->name);
      if (!plugin) return failed(plugin.failure());
    }
    said =
        say(Text::plugin_copied, here.language, {plugin->name, plugin->version, (home / plugin->name).string()}) + "\n";
  }
  if (here.config) {
    const Result<std::optional<PluginLock>> old = lock_in(here.config_folder());
    if (!old) return failed(old.failure());
    PluginLock lock = old->value_or(PluginLock{});
    lock.put(*plugin);
    const fs::path file = here.config_folder() / lock_file_name;
    if (const auto failure = write_file(file.string(), to_toml(lock), here.language)) {
      return failed(say(Text::cannot_write, here.language, {to_string(*failure)}));
    }
    said += say(Text::plugin_locked, here.language, {shown_path(file)}) + "\n";
  }
  const Result<std::vector<Plugin>> loaded =
      here.config ? PluginPacks(*base, plugin_places()).plugins_of(*here.config) : std::vector<Plugin>();
  const bool is_loaded = loaded.ok() && std::any_of(loaded->begin(), loaded->end(),
                                                    [&](const Plugin& each) { return each.folder == plugin->folder; });
  if (!is_loaded) {
    said += say(Text::plugin_write_this, here.language,
                {here.config ? shown_path(*here.config) : "gialint.toml", entry_for(*plugin, here, in_place)}) +
            "\n";
  }
  return print(said, here.language);
}

Status remove(const Here& here) {
  std::string said;
  std::error_code error;
  const fs::path home = user_plugins();
  const bool is_plain = here.operand.find('/') == std::string::npos && here.operand.front() != '.';
  const fs::path folder = home / here.operand;
  if (is_plain && !home.empty() && fs::exists(folder / "plugin.toml", error)) {
    if (fs::remove_all(folder, error) == static_cast<std::uintmax_t>(-1) || error) {
      return failed(say(Text::cannot_write, here.language, {folder.string() + ": " + error.message()}));
    }
    said += say(Text::plugin_removed, here.language, {folder.string()}) + "\n";
  }
  if (here.config) {
    Result<std::optional<PluginLock>> lock = lock_in(here.config_folder());
    if (!lock) return failed(lock.failure());
    const fs::path file = here.config_folder() / lock_file_name;
    if (*lock && (*lock)->remove(here.operand)) {
      if (const auto failure = write_file(file.string(), to_toml(**lock), here.language)) {
        return failed(say(Text::cannot_write, here.language, {to_string(*failure)}));
      }
      said += say(Text::plugin_unlocked, here.language, {shown_path(file), here.operand}) + "\n";
    }
  }
  if (said.empty()) return failed(say(Text::plugin_not_installed, here.language, {here.operand}));
  return print(said, here.language);
}

Status verify(const Here& here) {
  if (!here.config) return failed(say(Text::plugin_no_config, here.language));
  const Result<std::optional<PluginLock>> lock = lock_in(here.config_folder());
  if (!lock) return failed(lock.failure());
  const std::string file = shown_path(here.config_folder() / lock_file_name);
  if (!*lock) return failed(Failure{file, say(Text::plugin_no_lock, here.language)});
  const Result<std::vector<Plugin>> plugins = PluginPacks(nullptr, plugin_places()).plugins_of(*here.config);
  if (!plugins) return failed(plugins.failure());

  std::string said;
  bool differs = false;
  std::set<std::string> loaded;
  for (const Plugin& plugin : *plugins) {
    loaded.insert(plugin.name);
    const LockedPlugin* locked = (*lock)->find(plugin.name);
    if (locked == nullptr) {
      said += plugin.name + ": " + say(Text::plugin_not_locked, here.language) + "\n";
      differs = true;
      continue;
    }
    const std::vector<LockDifference> found = differences(*locked, plugin);
    for (const LockDifference& difference : found) {
      using Kind = LockDifference::Kind;
      const Text what = difference.kind == Kind::changed   ? Text::plugin_changed
                        : difference.kind == Kind::missing ? Text::plugin_missing
                                                           : Text::plugin_extra;
      said += shown_path(plugin.folder / difference.path) + ": " + say(what, here.language) + "\n";
    }
    if (found.empty()) said += say(Text::plugin_as_locked, here.language, {plugin.name}) + "\n";
    differs = differs || !found.empty();
  }
  for (const LockedPlugin& locked : (*lock)->plugins) {
    if (loaded.count(locked.name) != 0) continue;
    said += locked.name + ": " + say(Text::plugin_not_loaded, here.language) + "\n";
    differs = true;
  }
  const Status printed = print(said, here.language);
  return printed != Status::clean ? printed : differs ? Status::diagnostics : Status::clean;
}

// Columns padded to the widest of each.
std::string table_of(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      int widest = 0;
      for (const std::vector<std::string>& other : rows) widest = std::max(widest, display_width(other[i]));
      text += row[i];
      if (i + 1 < row.size()) text += std::string(static_cast<std::size_t>(widest - display_width(row[i]) + 2), ' ');
    }
    text += '\n';
  }
  return text;
}

Status list(const Here& here) {
  std::vector<std::vector<std::string>> rows;
  std::set<fs::path> folders;
  std::set<std::string> names;
  Status status = Status::clean;
  const auto add_row = [&](const Plugin& plugin, Text state) {
    rows.push_back({plugin.name, plugin.version,
                    say(Text::plugin_rules, here.language, {std::to_string(plugin.rules.size())}),
                    say(state, here.language), plugin.shown, plugin.description.in(here.language)});
    folders.insert(plugin.folder);
  };
  if (here.config) {
    const Result<std::vector<Plugin>> loaded = PluginPacks(nullptr, plugin_places()).plugins_of(*here.config);
    if (loaded) {
      for (const Plugin& plugin : *loaded) add_row(plugin, Text::plugin_loaded);
    } else {
      status = failed(loaded.failure());
    }
  }
  for (const fs::path& place : plugin_places()) {
    std::error_code error;
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(place, error)) {
      const bool hidden = entry.path().filename().native().front() == '.';
      if (!hidden && fs::exists(entry.path() / "plugin.toml", error)) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    for (const fs::path& folder : found) {
      const Result<Plugin> plugin = read_plugin(folder);
      if (!plugin) {
        status = failed(plugin.failure());
        continue;
      }
      const bool is_first = names.insert(plugin->name).second;
      if (folders.count(plugin->folder) == 0) {
        add_row(*plugin, is_first ? Text::plugin_installed : Text::plugin_hidden);
      }
    }
  }
  const Status printed = print(table_of(rows), here.language);
  return std::max(status, printed);
}

}  // namespace

Status run_plugin(const Options& options) {
  Here here;
  here.language = language_of(options);
  const std::string& action = options.arguments.front();
  const std::vector<std::string> actions = {"list", "add", "remove", "verify"};
  if (std::find(actions.begin(), actions.end(), action) == actions.end()) {
    const std::string_view near = nearest_name(action, actions);
    return failed(say(Text::plugin_action, here.language,
                      {action, near.empty() ? std::string() : say(Text::did_you_mean, here.language, {near})}));
  }
  const bool takes_one = action == "add" || action == "remove";
  if (!takes_one && options.arguments.size() > 1) {
    return failed(say(Text::too_many_paths, here.language, {options.arguments[1]}));
  }
  if (takes_one && (options.arguments.size() < 2 || options.arguments[1].empty())) {
    const bool folder = action == "add";
    static const Bilingual wanted[] = {{"名称", "NAME"}, {"文件夹", "DIR"}};
    return failed(say(Text::missing_argument, here.language, {wanted[folder ? 1 : 0].in(here.language)}));
  }
  if (takes_one) here.operand = options.arguments[1];
  if (!options.isolated) {
    std::error_code error;
    here.config = options.config ? fs::absolute(*options.config, error) : find_config(".");
  }
  if (action == "add") return add(here, options);
  if (action == "remove") return remove(here);
  return action == "verify" ? verify(here) : list(here);
}

}  // namespace gialint
