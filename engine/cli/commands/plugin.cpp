#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <unistd.h>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/cli/runs/plugin_folders.hpp"
#include "engine/config/plugin_packs.hpp"
#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/packs/plugin_lock.hpp"
#include "engine/text/display.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence plugin_changed_meanwhile("复制时文件变了，未安装",
                                            "its files changed while they were copied: not installed");
constexpr Sentence plugin_action("plugin 后面要写 list、add、remove 或 verify，不能是“{}”{}",
                                 "after plugin comes list, add, remove or verify, not '{}'{}");
constexpr Sentence plugin_no_home("不知道用户的文件夹在哪里：XDG_DATA_HOME 和 HOME 都没有设",
                                  "the user's folder is not known: neither XDG_DATA_HOME nor HOME is set");
constexpr Sentence plugin_copied("插件 {} {} 已复制到 {}", "plugin {} {} copied to {}");
constexpr Sentence plugin_in_place("插件 {} {} 在配置文件所在的文件夹里，不复制：{}",
                                   "plugin {} {} lies in the configuration's folder and stays there: {}");
constexpr Sentence plugin_locked("已记入 {}", "noted in {}");
constexpr Sentence plugin_write_this("要加载它，在 {} 里写上：plugins = [\"{}\"]",
                                     "to load it, write in {}: plugins = [\"{}\"]");
constexpr Sentence plugin_removed("已删去 {}", "removed {}");
constexpr Sentence plugin_unlocked("已从 {} 里删去 {}", "took out of {}: {}");
constexpr Sentence plugin_not_installed("用户的插件文件夹和 gialint.lock 里都没有插件 {}",
                                        "neither the user's plugins nor gialint.lock have a plugin {}");
constexpr Sentence plugin_no_config("这里没有 gialint.toml：用 gialint init 写一份",
                                    "there is no gialint.toml here: gialint init writes one");
constexpr Sentence plugin_no_lock("没有锁文件；用 gialint plugin add 文件夹 写一份",
                                  "no lock file; gialint plugin add DIR writes one");
constexpr Sentence plugin_changed("与锁定时不同", "differs from when it was locked");
constexpr Sentence plugin_missing("锁定时有，现在没有", "was there when it was locked and is gone");
constexpr Sentence plugin_extra("锁定时没有", "was not there when it was locked");
constexpr Sentence plugin_not_locked("配置加载了这个插件，锁文件里没有",
                                     "the configuration loads it, the lock file does not have it");
constexpr Sentence plugin_not_loaded("锁文件里有这个插件，配置没有加载",
                                     "the lock file has it, the configuration does not load it");
constexpr Sentence plugin_as_locked("{}：与锁文件一致", "{}: as in the lock file");
constexpr Sentence plugin_loaded("已加载", "loaded");
constexpr Sentence plugin_installed("已安装", "installed");
constexpr Sentence plugin_rules("{} 条规则", "{} rules");
constexpr Sentence plugin_hidden("前面已有同名的", "behind one of that name");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

// What the sub-commands work on.
struct PluginContext {
  Language language = Language::zh;
  std::optional<fs::path> config;  ///< the configuration at hand, absolute
  std::string operand;             ///< the folder or the name

  [[nodiscard]] fs::path config_folder() const { return config->parent_path(); }
};

// Copies the plugin's own files, and nothing else of its folder, to a new folder `target`.
std::optional<Failure> copy_files(const Plugin& plugin, const fs::path& target) {
  std::error_code error;
  for (const auto& [path, digest] : plugin.digests) {
    const fs::path to = target / path;
    if (!fs::create_directories(to.parent_path(), error) && error)
      return Failure{{to.string()}, system_reason(error.value())};
    if (!fs::copy_file(fs::canonical(plugin.folder / path, error), to, error)) {
      return Failure{{to.string()}, system_reason(error.value())};
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
      failure = Failure{{plugin.shown}, messages::plugin_changed_meanwhile};
    }
  }
  if (!failure && fs::exists(fs::symlink_status(folder, error))) {
    fs::rename(folder, old, error);
    if (error) failure = Failure{{folder.string()}, system_reason(error.value())};
  }
  if (!failure) {
    fs::rename(fresh, folder, error);
    if (error) failure = Failure{{folder.string()}, system_reason(error.value())};
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

Result<std::vector<Plugin>> configured_plugins(const fs::path& config) {
  ConfigFiles files(config);
  return PluginPacks(nullptr, plugin_folders()).plugins_of(files);
}

std::string entry_for(const Plugin& plugin, const PluginContext& here, bool in_place) {
  if (!in_place) return plugin.name;
  std::error_code error;
  return "./" + plugin.folder.lexically_relative(fs::canonical(here.config_folder(), error)).generic_string();
}

Status add(const PluginContext& here, const Options& options) {
  Result<Plugin> plugin = read_plugin(here.operand);
  if (!plugin) return failed(plugin.failure(), here.language);
  const Result<std::shared_ptr<const Pack>> base = pack_for(options);
  if (!base.ok()) return failed(base.failure(), here.language);
  if (const auto pack = with_plugins(*base, {*plugin}); !pack.ok()) return failed(pack.failure(), here.language);

  std::error_code error;
  const bool in_place = here.config && lies_within(fs::canonical(here.config_folder(), error), plugin->folder);
  std::string said;
  if (in_place) {
    said = say(messages::plugin_in_place, here.language, plugin->name, plugin->version, plugin->shown) + "\n";
  } else {
    const fs::path home = user_plugins();
    if (home.empty()) return failed(say(messages::plugin_no_home, here.language));
    // One that is installed already is only to be locked again.
    if (plugin->folder != fs::weakly_canonical(home / plugin->name, error)) {
      plugin = install(*plugin, home / plugin->name);
      if (!plugin) return failed(plugin.failure(), here.language);
    }
    said = say(messages::plugin_copied, here.language, plugin->name, plugin->version, (home / plugin->name).string()) +
           "\n";
  }
  if (here.config) {
    const Result<std::optional<PluginLock>> old = lock_in(here.config_folder());
    if (!old) return failed(old.failure(), here.language);
    PluginLock lock = old->value_or(PluginLock{});
    lock.put(*plugin);
    const fs::path file = here.config_folder() / lock_file_name;
    if (const auto failure = write_file(file.string(), to_toml(lock))) {
      return failed(say(messages::cannot_write, here.language, with_place(*failure)));
    }
    said += say(messages::plugin_locked, here.language, shown_path(file)) + "\n";
  }
  const Result<std::vector<Plugin>> loaded = here.config ? configured_plugins(*here.config) : std::vector<Plugin>();
  const bool is_loaded = loaded.ok() && std::any_of(loaded->begin(), loaded->end(),
                                                    [&](const Plugin& each) { return each.folder == plugin->folder; });
  if (!is_loaded) {
    said += say(messages::plugin_write_this, here.language, here.config ? shown_path(*here.config) : "gialint.toml",
                entry_for(*plugin, here, in_place)) +
            "\n";
  }
  return print(said, here.language);
}

Status remove(const PluginContext& here) {
  std::string said;
  std::error_code error;
  const fs::path home = user_plugins();
  const bool is_plain = here.operand.find('/') == std::string::npos && here.operand.front() != '.';
  const fs::path folder = home / here.operand;
  if (is_plain && !home.empty() && fs::exists(folder / "plugin.toml", error)) {
    if (fs::remove_all(folder, error) == static_cast<std::uintmax_t>(-1) || error) {
      return failed(
          say(messages::cannot_write, here.language, with_place({{folder.string()}, system_reason(error.value())})));
    }
    said += say(messages::plugin_removed, here.language, folder.string()) + "\n";
  }
  if (here.config) {
    Result<std::optional<PluginLock>> lock = lock_in(here.config_folder());
    if (!lock) return failed(lock.failure(), here.language);
    const fs::path file = here.config_folder() / lock_file_name;
    if (*lock && (*lock)->remove(here.operand)) {
      if (const auto failure = write_file(file.string(), to_toml(**lock))) {
        return failed(say(messages::cannot_write, here.language, with_place(*failure)));
      }
      said += say(messages::plugin_unlocked, here.language, shown_path(file), here.operand) + "\n";
    }
  }
  if (said.empty()) return failed(say(messages::plugin_not_installed, here.language, here.operand));
  return print(said, here.language);
}

Status verify(const PluginContext& here) {
  if (!here.config) return failed(say(messages::plugin_no_config, here.language));
  const Result<std::optional<PluginLock>> lock = lock_in(here.config_folder());
  if (!lock) return failed(lock.failure(), here.language);
  const std::string file = shown_path(here.config_folder() / lock_file_name);
  if (!*lock) return failed({{file}, messages::plugin_no_lock}, here.language);
  const Result<std::vector<Plugin>> plugins = configured_plugins(*here.config);
  if (!plugins) return failed(plugins.failure(), here.language);

  std::string said;
  bool differs = false;
  std::set<std::string> loaded;
  for (const Plugin& plugin : *plugins) {
    loaded.insert(plugin.name);
    const LockedPlugin* locked = (*lock)->find(plugin.name);
    if (locked == nullptr) {
      said += plugin.name + ": " + say(messages::plugin_not_locked, here.language) + "\n";
      differs = true;
      continue;
    }
    const std::vector<LockDifference> found = differences(*locked, plugin);
    for (const LockDifference& difference : found) {
      using Kind = LockDifference::Kind;
      const Sentence& what = difference.kind == Kind::changed   ? messages::plugin_changed
                             : difference.kind == Kind::missing ? messages::plugin_missing
                                                                : messages::plugin_extra;
      said += shown_path(plugin.folder / difference.path) + ": " + say(what, here.language) + "\n";
    }
    if (found.empty()) said += say(messages::plugin_as_locked, here.language, plugin.name) + "\n";
    differs = differs || !found.empty();
  }
  for (const LockedPlugin& locked : (*lock)->plugins) {
    if (loaded.count(locked.name) != 0) continue;
    said += locked.name + ": " + say(messages::plugin_not_loaded, here.language) + "\n";
    differs = true;
  }
  const Status printed = print(said, here.language);
  return printed != Status::clean ? printed : differs ? Status::diagnostics : Status::clean;
}

// Columns padded to the widest of each.
std::string table_of(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      int widest = 0;
      for (const std::vector<std::string>& other : rows) widest = std::max(widest, display_width(other[i]));
      text += pad_right(row[i], widest + 2);
    }
    if (!row.empty()) text += row.back();
    text += '\n';
  }
  return text;
}

Status list(const PluginContext& here) {
  std::vector<std::vector<std::string>> rows;
  std::set<fs::path> folders;
  std::set<std::string> names;
  Status status = Status::clean;
  const auto add_row = [&](const Plugin& plugin, const Sentence& state) {
    rows.push_back({plugin.name, plugin.version,
                    say(messages::plugin_rules, here.language, std::to_string(plugin.rules.size())),
                    say(state, here.language), plugin.shown, plugin.description.in(here.language)});
    folders.insert(plugin.folder);
  };
  if (here.config) {
    const Result<std::vector<Plugin>> loaded = configured_plugins(*here.config);
    if (loaded) {
      for (const Plugin& plugin : *loaded) add_row(plugin, messages::plugin_loaded);
    } else {
      status = failed(loaded.failure(), here.language);
    }
  }
  for (const fs::path& place : plugin_folders()) {
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
        status = failed(plugin.failure(), here.language);
        continue;
      }
      const bool is_first = names.insert(plugin->name).second;
      if (folders.count(plugin->folder) == 0) {
        add_row(*plugin, is_first ? messages::plugin_installed : messages::plugin_hidden);
      }
    }
  }
  const Status printed = print(table_of(rows), here.language);
  return std::max(status, printed);
}

Status run_plugin(const Options& options) {
  PluginContext here;
  here.language = language_of(options);
  const std::string& action = options.arguments.front();
  const std::vector<std::string> actions = {"list", "add", "remove", "verify"};
  if (std::find(actions.begin(), actions.end(), action) == actions.end()) {
    const std::string_view near = nearest_name(action, actions);
    return failed(say(messages::plugin_action, here.language, action,
                      near.empty() ? std::string() : say(messages::did_you_mean, here.language, near)));
  }
  const bool takes_one = action == "add" || action == "remove";
  if (!takes_one && options.arguments.size() > 1) {
    return failed(say(messages::too_many_paths, here.language, options.arguments[1]));
  }
  if (takes_one && (options.arguments.size() < 2 || options.arguments[1].empty())) {
    const bool folder = action == "add";
    static constexpr Sentence wanted[] = {{"名称", "NAME"}, {"文件夹", "DIR"}};
    return failed(say(messages::missing_argument, here.language, wanted[folder ? 1 : 0]));
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

}  // namespace

const Command& plugin_command() {
  static const Command command = {
      .name = "plugin",
      .usage = {"plugin list|add|remove|verify [选项]", "plugin list|add|remove|verify [OPTION…]"},
      .summary = {"插件：列出、安装、卸载、核对", "plugins: list, install, remove, verify them"},
      .detail =
          {"plugin list           配置加载的插件和已安装的插件\n"
           "plugin add 文件夹     复制到用户的插件文件夹（~/.local/share/gialint/plugins），配置里写名字就能加载；\n"
           "                      已经在配置文件所在的文件夹里的，不复制。有 gialint.toml 的，在它旁边的 gialint.lock "
           "里\n"
           "                      记下插件每个文件的 SHA-256\n"
           "plugin remove 名称    从用户的插件文件夹和 gialint.lock 里删去\n"
           "plugin verify         列出与 gialint.lock 不同的文件\n\n"
           "有 gialint.lock 的，加载与它不符的插件是错误。不用网络。插件按名字依次在这些地方找：环境变量\n"
           "GIALINT_PLUGIN_PATH 里的文件夹、用户的插件文件夹、程序旁边的 ../share/gialint/plugins、\n"
           "/usr/local/share/gialint/plugins、/usr/share/gialint/plugins。\n\n"
           "退出状态：0 完成，verify 没有不同；1 verify 有不同；2 用法不对，插件或者配置不能用。",
           "plugin list           the plugins that the configuration loads, and those that are installed\n"
           "plugin add DIR        copy one to the user's plugins (~/.local/share/gialint/plugins), where its name "
           "loads "
           "it; "
           "one\n"
           "                      inside the configuration's folder stays there. Beside a gialint.toml, gialint.lock "
           "gets "
           "the\n"
           "                      SHA-256 of each of its files\n"
           "plugin remove NAME    take it out of the user's plugins and of gialint.lock\n"
           "plugin verify         list the files that differ from gialint.lock\n\n"
           "Where there is a gialint.lock, loading a plugin that differs from it is an error. No network is used. A "
           "name "
           "is\n"
           "looked for in the folders of GIALINT_PLUGIN_PATH, the user's plugins, ../share/gialint/plugins beside the\n"
           "program, /usr/local/share/gialint/plugins, /usr/share/gialint/plugins.\n\n"
           "Exit status: 0 done, verify found no difference; 1 verify found one; 2 wrong usage, a plugin or "
           "configuration\n"
           "that cannot be used."},
      .options = {option::config(), option::isolated()},
      .arguments = {.least = 1,
                    .most = 2,
                    .names = {{"list、add、remove 或者 verify", "list, add, remove or verify"}},
                    .kind = Expected::folders,
                    .words = {"list", "add", "remove", "verify"}},
      .run = run_plugin,
  };
  return command;
}

}  // namespace gialint
