#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/config/config.hpp"
#include "engine/packs/pack.hpp"

namespace gialint {

/// A set of settings that a pack brings along: the base that configuration and command line build on.
struct Preset {
  std::string name;  ///< "strict", of a plugin "plugin:shandong/strict"
  Bilingual title;
  std::vector<RuleEntry> rules;
};

/// What holds when no preset is named.
inline constexpr const char* default_preset = "recommended";

/// The names of the pack's presets, sorted.
std::vector<std::string> preset_names(const Pack& pack);
std::vector<std::string> preset_names(const std::vector<PackFile>& presets);

/// The preset called `name`. `where` names the one who asks in the Failure: `--preset: 没有预设 "stric"；…`. The
/// default preset of a pack that has none of that name sets nothing.
Result<Preset> find_preset(const Pack& pack, const std::string& name, const FilePlace& where);

/// The same among the files Pack::presets of a pack with `rules`, without a default.
Result<Preset> find_preset(const std::vector<PackFile>& presets, const RulePack& rules, const std::string& name,
                           const FilePlace& where);

}  // namespace gialint
