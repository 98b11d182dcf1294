#include "engine/config/config_files.hpp"

#include <utility>

#include "engine/config/config.hpp"
#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

Result<ConfigFile> parse_config_file(const std::filesystem::path& path, Result<std::string> text) {
  ConfigFile file;
  file.path = path;
  file.name = shown_path(path);
  if (!text) {
    return Failure{{file.name},
                   Sentence("读不了配置文件：{}", "the configuration cannot be read: {}").with(text.failure().what)};
  }
  if (text->size() > max_config_bytes) {
    return Failure{{file.name}, Sentence("配置文件超过 1 MiB", "the configuration is larger than 1 MiB")};
  }
  file.text = *std::move(text);
  Result<TomlTable> root = parse_toml(file.text, file.name);
  if (!root) return root.failure();
  file.root = *std::move(root);
  return file;
}

}  // namespace

ConfigFiles::ConfigFiles(const std::filesystem::path& file) : first_(full_path(file)) {}

ConfigFiles::ConfigFiles(const std::filesystem::path& file, std::string text) : first_(full_path(file)) {
  files_.emplace(first_, parse_config_file(first_, std::move(text)));
}

const Result<ConfigFile>& ConfigFiles::at(const std::filesystem::path& path) {
  auto known = files_.find(path);
  if (known == files_.end())
    known = files_.emplace(path, parse_config_file(path, read_file(path, max_config_bytes))).first;
  return known->second;
}

}  // namespace gialint
