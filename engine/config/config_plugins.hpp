#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/config/config_files.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// A plugin that a configuration asks for: an entry of `plugins = […]`.
struct PluginRequest {
  std::string name;                 ///< "shandong", or a path from the file's folder: "./rules-of-our-city"
  std::filesystem::path folder;     ///< of the file
  FilePlace origin;                 ///< of the entry
  std::filesystem::path file = {};  ///< that holds it

  [[nodiscard]] bool is_path() const { return name.find('/') != std::string::npos; }
};

/// What a configuration asks for, each request once, in the order in which they apply. What else is wrong with its
/// files read_config() says; a file that cannot be read asks for nothing.
Result<std::vector<PluginRequest>> plugin_requests(ConfigFiles& files);

/// The folder of the plugin: a path stays within the folder of the configuration, whatever links it takes; a name is
/// looked for in `places`, whose first counts.
Result<std::filesystem::path> find_plugin(const PluginRequest& request,
                                          const std::vector<std::filesystem::path>& places);

}  // namespace gialint
