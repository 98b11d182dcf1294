#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"

namespace gialint {

/// Where rules stand that take their ids from their paths: a pack, with CATEGORY/NAME.lua below its folder, or a
/// plugin, with plugin.toml in its folder and rules/NAME.lua, whose ids are PLUGIN/NAME.
struct PackLocation {
  std::filesystem::path folder;  ///< as printed
  std::string plugin;            ///< its name; empty for a pack

  /// Where the rule `id` stands or would stand.
  [[nodiscard]] std::filesystem::path file_of(std::string_view id) const;

  /// A failure in a file of this pack, with the path that the file really has instead of the pack's own.
  [[nodiscard]] Failure as_printed(const Failure& failure) const;

  friend bool operator==(const PackLocation&, const PackLocation&) = default;
};

/// The folder with plugin.toml that is `folder` or above it, written as `folder` is.
std::optional<std::filesystem::path> plugin_above(const std::filesystem::path& folder);

/// The plugin in that folder. Fails when its plugin.toml cannot be used.
Result<PackLocation> plugin_at(const std::filesystem::path& folder);

/// The place of the rule file `file` (or of the .test beside it) and its id there: by the plugin that holds it, else by
/// the two folders above it. Fails if the file is inside a plugin but not in its rules/ folder.
struct RuleLocation {
  PackLocation place;
  std::string id;
};
Result<RuleLocation> place_of_rule(const std::filesystem::path& file);

/// Whether files of a pack lie below `folder`: a rule in a folder of its own, forms, phrases, presets.
bool is_pack(const std::filesystem::path& folder);

/// The pack or plugin that `folder` is or stands in, going up; at each step also its folder `rules`.
Result<std::optional<PackLocation>> pack_above(const std::filesystem::path& folder);

/// The files besides rules that a pack at `place` is read from, sorted: editions, lexicon, names, presets, plugin.toml.
std::vector<std::filesystem::path> data_files_of(const PackLocation& place);

}  // namespace gialint
