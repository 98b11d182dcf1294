#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/packs/plugin.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What a lock file says of one plugin.
struct LockedPlugin {
  std::string name;
  std::string version;
  std::map<std::string, std::string> digests;  ///< as Plugin::digests
};

/// gialint.lock beside a gialint.toml: which plugins it was checked with, to the byte.
struct PluginLock {
  std::vector<LockedPlugin> plugins;  ///< by name

  [[nodiscard]] const LockedPlugin* find(std::string_view name) const;
  /// Puts the plugin in, in place of what the lock says of it.
  void put(const Plugin& plugin);
  /// False when it says nothing of that plugin.
  bool remove(std::string_view name);
};

inline constexpr const char* lock_file_name = "gialint.lock";

/// Reads a lock file called `file_name` in a Failure.
Result<PluginLock> read_lock(std::string_view toml, const std::string& file_name);

/// The lock file in `folder`; nothing when there is none.
Result<std::optional<PluginLock>> lock_in(const std::filesystem::path& folder);

/// The file's text: the same for the same lock, whatever the order in which it came about.
std::string to_toml(const PluginLock& lock);

/// A file of a plugin that is not as the lock says.
struct LockDifference {
  enum class Kind { changed, missing, extra };
  std::string path;
  Kind kind = Kind::changed;
  friend bool operator==(const LockDifference&, const LockDifference&) = default;
};

/// By path.
std::vector<LockDifference> differences(const LockedPlugin& locked, const Plugin& plugin);

}  // namespace gialint
