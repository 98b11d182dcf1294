#include "engine/packs/pack_location.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/packs/plugin.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr const char* plugin_file = "plugin.toml";
constexpr const char* data_folders[] = {"editions", "lexicon", "names", "presets"};

/// One folder up, written as short as can be: "." → "..", "a" → ".", "/a" → "/".
fs::path parent_of(const fs::path& folder) {
  fs::path parent = (folder / "..").lexically_normal();
  if (!parent.has_filename() && parent.has_relative_path()) parent = parent.parent_path();
  return parent;
}

bool is_top(const fs::path& folder) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, error);
  return error || whole == whole.root_path();
}

/// The name that the folder has, even when it is written as "." or "..".
std::string name_of(const fs::path& folder) {
  std::error_code error;
  return fs::weakly_canonical(folder, error).filename().string();
}

/// The folder that holds `file`; "." rather than nothing.
fs::path folder_of(const fs::path& file) {
  const fs::path folder = file.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// What lies in `folder` and has that ending, sorted.
std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    if (entries->path().extension() == extension && entries->is_regular_file(ignored)) files.push_back(entries->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// "./x" as "x", for printing.
fs::path printed(const fs::path& path) { return path.lexically_normal(); }

}  // namespace

fs::path PackLocation::file_of(std::string_view id) const {
  const std::string name = std::string(plugin.empty() ? id : id.substr(id.rfind('/') + 1)) + ".lua";
  return printed(plugin.empty() ? folder / name : folder / "rules" / name);
}

Failure PackLocation::as_printed(const Failure& failure) const {
  constexpr std::string_view built_in = "rules/";  // how a rule's failures call any pack
  if (failure.where.path.empty()) return failure;
  Failure result = failure;
  const std::string& named = failure.where.path;
  const std::string path = named.starts_with(built_in) ? named.substr(built_in.size()) : named;
  const std::size_t ending = path.rfind(".lua");
  result.where.path = (ending == std::string::npos ? printed(folder / path) : file_of(path.substr(0, ending))).string();
  return result;
}

std::optional<fs::path> plugin_above(const fs::path& folder) {
  std::error_code error;
  for (fs::path here = folder.empty() ? fs::path(".") : folder;; here = parent_of(here)) {
    if (fs::is_regular_file(here / plugin_file, error)) return here;
    if (is_top(here)) return std::nullopt;
  }
}

Result<PackLocation> plugin_at(const fs::path& folder) {
  const fs::path file = printed(folder / plugin_file);
  const Result<std::string> text = read_file(file, SourceText::default_max_bytes);
  if (!text) return text.failure();
  const Result<PluginHead> head = read_plugin_head(*text, file.string());
  if (!head) return head.failure();
  return PackLocation{folder, head->name};
}

Result<RuleLocation> place_of_rule(const fs::path& file) {
  const fs::path folder = folder_of(file);
  const std::string name = file.stem().string();
  if (const std::optional<fs::path> root = plugin_above(folder)) {
    Result<PackLocation> plugin = plugin_at(*root);
    if (!plugin) return plugin.failure();
    std::error_code error;
    if (!fs::equivalent(*root / "rules", folder, error)) {
      static constexpr Sentence elsewhere("插件的规则和用例直接放在 {} 里",
                                          "rules and cases of a plugin stand in {} and not in a folder below it");
      return Failure{{file.string()}, elsewhere.with(printed(*root / "rules").string())};
    }
    const std::string id = plugin->plugin + "/" + name;
    return RuleLocation{*std::move(plugin), id};
  }
  return RuleLocation{{parent_of(folder), ""}, name_of(folder) + "/" + name};
}

bool is_pack(const fs::path& folder) {
  for (const char* const data : data_folders) {
    if (!files_in(folder / data, ".toml").empty()) return true;
  }
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    if (entries->is_directory(ignored) && is_rule_word(entries->path().filename().string())) {
      // A .lua alone may be anybody's; with its cases it is a rule.
      for (const fs::path& file : files_in(entries->path(), ".lua")) {
        if (fs::exists(fs::path(file).replace_extension(".test"), ignored)) return true;
      }
    }
  }
  return false;
}

Result<std::optional<PackLocation>> pack_above(const fs::path& folder) {
  std::error_code error;
  for (fs::path here = folder.empty() ? fs::path(".") : folder;; here = parent_of(here)) {
    if (fs::is_regular_file(here / plugin_file, error)) {
      Result<PackLocation> plugin = plugin_at(here);
      if (!plugin) return plugin.failure();
      return std::optional<PackLocation>(*std::move(plugin));
    }
    if (is_pack(here)) return std::optional<PackLocation>(PackLocation{here, ""});
    if (is_pack(here / "rules")) return std::optional<PackLocation>(PackLocation{printed(here / "rules"), ""});
    // A repository is a world of its own: what lies above it was not meant.
    if (fs::exists(here / ".git", error) || is_top(here)) return std::optional<PackLocation>();
  }
}

std::vector<fs::path> data_files_of(const PackLocation& place) {
  std::vector<fs::path> files;
  for (const char* const data : data_folders) {
    const std::vector<fs::path> found =
        files_in(place.folder / data, data == std::string_view("names") ? ".txt" : ".toml");
    files.insert(files.end(), found.begin(), found.end());
  }
  if (!place.plugin.empty()) files.push_back(place.folder / plugin_file);
  return files;
}

}  // namespace gialint
