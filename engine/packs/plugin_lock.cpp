#include "engine/packs/plugin_lock.hpp"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_lock_bytes = std::uint64_t{16} << 20U;
constexpr std::string_view hash_name = "sha256:";
constexpr std::size_t hash_digits = 64;

bool is_digest(std::string_view text) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.substr(0, hash_name.size()) == hash_name && text.size() == hash_name.size() + hash_digits &&
         std::all_of(text.begin() + hash_name.size(), text.end(), is_hex);
}

LockedPlugin read_plugin_entry(const TomlTable& table, TomlFaults& faults) {
  TomlFields fields(table, faults);
  LockedPlugin plugin;
  plugin.name = fields.text("name");
  plugin.version = fields.text("version");
  if (const TomlTable* files = fields.table("files")) {
    TomlFields paths(*files, faults);
    for (const TomlField& field : files->fields) {
      const std::string digest = paths.text(field.key);
      if (is_digest(digest)) {
        plugin.digests.emplace(field.key, digest.substr(hash_name.size()));
      } else {
        faults.add(field.value.place, Sentence("应为 \"sha256:\" 和 64 个十六进制数字",
                                               "\"sha256:\" and 64 hexadecimal digits belong here"));
      }
    }
    paths.finish();
  }
  fields.finish();
  return plugin;
}

// A basic string of TOML.
std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result + "\"";
}

}  // namespace

const LockedPlugin* PluginLock::find(std::string_view name) const {
  const auto found =
      std::find_if(plugins.begin(), plugins.end(), [&](const LockedPlugin& plugin) { return plugin.name == name; });
  return found == plugins.end() ? nullptr : &*found;
}

void PluginLock::put(const Plugin& plugin) {
  remove(plugin.name);
  plugins.push_back({plugin.name, plugin.version, plugin.digests});
  std::sort(plugins.begin(), plugins.end(),
            [](const LockedPlugin& a, const LockedPlugin& b) { return a.name < b.name; });
}

bool PluginLock::remove(std::string_view name) {
  const auto found =
      std::find_if(plugins.begin(), plugins.end(), [&](const LockedPlugin& plugin) { return plugin.name == name; });
  if (found == plugins.end()) return false;
  plugins.erase(found);
  return true;
}

Result<PluginLock> read_lock(std::string_view toml, const std::string& file_name) {
  const Result<TomlTable> root = parse_toml(toml, file_name);
  if (!root) return root.failure();
  TomlFaults faults(file_name);
  TomlFields fields(*root, faults);
  fields.integer("schema", 1, 1);
  PluginLock lock;
  for (const TomlTable* table : fields.tables_if_any("plugin")) {
    LockedPlugin plugin = read_plugin_entry(*table, faults);
    if (lock.find(plugin.name) != nullptr) {
      faults.add(table->place,
                 Sentence("插件 \"{}\" 出现了两次", "the plugin \"{}\" stands there twice").with(plugin.name));
    }
    lock.plugins.push_back(std::move(plugin));
  }
  fields.finish();
  if (!faults.none()) return faults.first();
  std::sort(lock.plugins.begin(), lock.plugins.end(),
            [](const LockedPlugin& a, const LockedPlugin& b) { return a.name < b.name; });
  return lock;
}

Result<std::optional<PluginLock>> lock_in(const fs::path& folder) {
  const fs::path file = folder / lock_file_name;
  std::error_code error;
  if (fs::symlink_status(file, error).type() == fs::file_type::not_found) return std::optional<PluginLock>();
  const std::string name = shown_path(file);
  const Result<std::string> text = read_file(file, max_lock_bytes);
  if (!text) return Failure{{name}, text.failure().what};
  if (text->size() > max_lock_bytes)
    return Failure{{name}, Sentence("文件超过 16 MiB", "the file is larger than 16 MiB")};
  Result<PluginLock> lock = read_lock(*text, name);
  if (!lock) return lock.failure();
  return std::optional(*std::move(lock));
}

std::string to_toml(const PluginLock& lock) {
  std::string text =
      "# 由 gialint plugin add 写成，请勿手改；gialint plugin verify 核对。\n"
      "# Written by gialint plugin add, not by hand; gialint plugin verify holds the plugins against it.\n"
      "schema = 1\n";
  for (const LockedPlugin& plugin : lock.plugins) {
    text += fmt::format("\n[[plugin]]\nname = {}\nversion = {}\n\n[plugin.files]\n", toml_string(plugin.name),
                        toml_string(plugin.version));
    for (const auto& [path, digest] : plugin.digests) {
      text += fmt::format("{} = \"{}{}\"\n", toml_string(path), hash_name, digest);
    }
  }
  return text;
}

std::vector<LockDifference> differences(const LockedPlugin& locked, const Plugin& plugin) {
  using Kind = LockDifference::Kind;
  std::vector<LockDifference> found;
  for (const auto& [path, digest] : locked.digests) {
    const auto now = plugin.digests.find(path);
    if (now == plugin.digests.end()) {
      found.push_back({path, Kind::missing});
    } else if (now->second != digest) {
      found.push_back({path, Kind::changed});
    }
  }
  for (const auto& [path, digest] : plugin.digests) {
    if (locked.digests.count(path) == 0) found.push_back({path, Kind::extra});
  }
  std::sort(found.begin(), found.end(),
            [](const LockDifference& a, const LockDifference& b) { return a.path < b.path; });
  return found;
}

}  // namespace gialint
