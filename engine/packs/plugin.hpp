#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/packs/pack.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/text/language.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What plugin.toml says.
struct PluginHead {
  std::string name;
  std::string version;
  Bilingual description;
};

/// Reads a plugin.toml, called `file_name` in a Failure. One for another version of gialint is a failure too.
Result<PluginHead> read_plugin_head(const std::string& toml, const std::string& file_name);

/// A folder of rules, phrases, forms and presets that somebody wrote for a province, a city or a house:
///
///     plugin.toml          schema = 1, name, version, gialint = ">=0.1, <2", description = { zh =, en = }
///     rules/NAME.lua       the rule PLUGIN/NAME
///     lexicon/*.toml       added to the lexicon
///     editions/*.toml      whole editions, or overlays on one
///     presets/NAME.toml    "plugin:PLUGIN/NAME" for whoever extends it
///
/// Anything else in it (READMEs, the rules' .test files) is the author's own affair. What is hidden is passed over.
struct Plugin : PluginHead {
  std::filesystem::path folder;                ///< canonical
  std::string shown;                           ///< the folder as messages write it
  std::vector<PackFile> rules;                 ///< "shandong/motions.lua"
  std::vector<PackFile> lexicon;               ///< "lexicon/words.toml"
  std::vector<PackFile> editions;              ///< "editions/2021.toml"
  std::vector<PackFile> presets;               ///< "shandong/presets/strict.toml"
  std::map<std::string, std::string> digests;  ///< of every file, by its path below the folder: SHA-256, hexadecimal
};

/// Reads the plugin in `folder`. Fails with file and line when plugin.toml is not as it ought to be or is for another
/// version of gialint, when a file lies where it cannot be used, and when a symbolic link leads out of the folder.
Result<Plugin> read_plugin(const std::filesystem::path& folder);

/// `base` with what the plugins add, in their order. Nothing of a plugin is left out: a rule, a phrase or a form of one
/// that cannot be used is a Failure, and so is a plugin that is called like a category of `base`.
Result<std::shared_ptr<const Pack>> with_plugins(const std::shared_ptr<const Pack>& base,
                                                 const std::vector<Plugin>& plugins);

}  // namespace gialint
