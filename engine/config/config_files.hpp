#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "engine/text/result.hpp"
#include "engine/toml/document.hpp"

namespace gialint {

/// One file of a configuration.
struct ConfigFile {
  std::filesystem::path path;  ///< absolute
  std::string name;            ///< the path as messages write it
  std::string text;            ///< its bytes
  TomlTable root;
};

/// The files of one configuration: a gialint.toml and all that it extends. Each is read and parsed once, when somebody
/// first asks for it. For one thread at a time.
class ConfigFiles {
 public:
  explicit ConfigFiles(const std::filesystem::path& file);
  /// `file` holds `text`, which is not read from there: it is still being written.
  ConfigFiles(const std::filesystem::path& file, std::string text);

  /// The file that extends the others, absolute.
  [[nodiscard]] const std::filesystem::path& first() const { return first_; }

  /// Its plugins are not used: what it says of them is passed over.
  void leave_out_plugins() { without_plugins_ = true; }
  [[nodiscard]] bool without_plugins() const { return without_plugins_; }

  /// The file at `path`, absolute and in normal form. Fails when it cannot be read, is larger than max_config_bytes or
  /// is no TOML. The reference stays good as long as this.
  const Result<ConfigFile>& at(const std::filesystem::path& path);

 private:
  std::filesystem::path first_;
  bool without_plugins_ = false;
  std::map<std::filesystem::path, Result<ConfigFile>> files_;
};

}  // namespace gialint
