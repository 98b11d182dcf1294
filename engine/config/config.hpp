#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/config/suppress.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/report/corpus.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/rule_host/rule_runner.hpp"
#include "engine/text/language.hpp"
#include "engine/text/result.hpp"

namespace gialint {

class ConfigFiles;
class TomlFaults;
struct TomlTable;

/// What a configuration may come to: the bytes of a file, and how many files it may draw in.
inline constexpr std::uint64_t max_config_bytes = std::uint64_t{1} << 20U;
inline constexpr std::size_t max_config_files = 64;  // each may extend others twice over

/// `"category/name" = "warning"` or `= { severity = "info", min_topics = 5 }`, also for "text/*" and "*".
///
/// "*" stands for all rules about reports; the engine's own on its input ("input/*") have to be named.
struct RuleEntry {
  std::string selector;  ///< a rule's id, "category/*" or "*"
  bool off = false;
  std::optional<Severity> severity;
  std::optional<FixLevel> fix;                 ///< `fix = "off"`: what is to become of its fixes
  std::map<std::string, OptionValue> options;  ///< only for a single rule
  FilePlace origin;
};

struct OverrideEntry {
  std::vector<std::string> files;  ///< gitignore-style patterns, relative to the configuration's folder
  std::vector<RuleEntry> rules;
  FilePlace origin;
};

/// The name of a preset, and who asks for it.
struct PresetChoice {
  std::string name;
  FilePlace origin;
};

/// One gialint.toml with all it extends, in the order in which entries apply: later ones win. Files come in the order
/// in which they extend each other; within one table "*" comes first, then categories, then single rules.
struct Config {
  std::filesystem::path file;           ///< absolute; empty: no file, the defaults
  std::filesystem::path folder;         ///< all patterns are relative to it, also those of the files it extends
  std::optional<PresetChoice> preset;   ///< of the file itself, else of the last one it extends that names one
  std::vector<RuleEntry> preset_rules;  ///< what that preset sets, when it has been looked up; before all else
  std::vector<RuleEntry> rules;
  std::vector<OverrideEntry> overrides;
  std::vector<std::string> exclude;  ///< gitignore-style patterns
  std::vector<std::string> plugins;  ///< as they are written: names and paths
  std::optional<Language> language;
  std::optional<Severity> fail_on;
  std::vector<SuppressEntry> suppressions;  ///< `[[suppress]]`, in the order of the files
  std::vector<Region> regions;      ///< [corpus] regions: which bodies' figures a region's report adds up; by name
  std::vector<OrganNames> aliases;  ///< [organs] aliases: bodies of several names, by the one they stand under
};

/// Checks the configuration that `files` are. Fails with `gialint.toml:7:1: 没有规则 "totals/balanse"；是否想写 …`.
///
/// `rules` are those of the pack with the plugins that it asks for (PluginPacks), and `presets` that pack's: those of
/// its plugins may be extended.
Result<Config> read_config(ConfigFiles& files, const RulePack& rules, const std::vector<PackFile>& presets = {});

/// The same for the configuration `file`, of which nothing has been read yet.
Result<Config> read_config(const std::filesystem::path& file, const RulePack& rules,
                           const std::vector<PackFile>& presets = {});

/// The settings in a table `[rules]`, in the order in which they apply; what is wrong with it goes into `faults`.
std::vector<RuleEntry> read_rule_entries(const TomlTable& table, const RulePack& rules, TomlFaults& faults);

/// What a configuration is called, the first of them first.
const std::vector<std::string>& config_names();

/// The configuration for a file or folder: the nearest gialint.toml or .gialint.toml (find_upwards).
std::optional<std::filesystem::path> find_config(const std::filesystem::path& file_or_folder);

/// The options --select, --ignore, --only: lists of ids, categories ("totals", "totals/*") and "*". If several match a
/// rule, the most specific wins; on a tie, --ignore. As in the configuration,
/// "*" and --only leave the engine's own rules alone.
struct Selection {
  std::vector<std::string> select;  ///< switched on besides what the configuration says
  std::vector<std::string> ignore;  ///< switched off
  std::vector<std::string> only;    ///< when not empty: these and nothing else
};

/// Names to switch on that no rule or category bears are a Failure: `--select: 没有规则或类别 "total"；是否想写 …`. Of
/// those to switch off outdated_names() tells: a script that leaves out a rule should work in a version without it.
std::optional<Failure> check_selection(const Selection& selection, const RulePack& rules);

/// One rule's setting in force and where each part of it comes from: a row of `gialint config`.
struct EffectiveRule {
  std::string id;
  bool on = true;
  Severity severity = Severity::warning;
  bool severity_is_set = false;  ///< by the configuration; else the rule may give each diagnostic its own
  FilePlace origin;              ///< of on/off and severity: "rules/totals/balance.lua", "gialint", "gialint.toml:7:1",
                                 ///< "--select"
  std::optional<FixLevel> fix;   ///< as the configuration says; else the rule's own word holds
  FilePlace fix_origin;
  struct Option {
    std::string name;
    OptionValue value;
    FilePlace origin;
  };
  std::vector<Option> options;
};

/// What holds for `file` (absolute, or relative to the current folder), by rule id: the rules of the pack, and the
/// engine's own on its input.
std::vector<EffectiveRule> effective_rules(const Config& config, const RulePack& rules, const Selection& selection,
                                           const std::filesystem::path& file);

/// What `config` and `selection` call by a name that is out of use, told as a Failure is, though nothing fails: a rule
/// that has another id now, one that is deprecated, and in --ignore one that there is not.
std::vector<Failure> outdated_names(const Config& config, const Selection& selection, const RulePack& rules);

/// The same as RuleRunner takes it.
RuleSettings to_settings(const std::vector<EffectiveRule>& rules, const RulePack& pack);

/// The JSON schema of gialint.toml, built from the rules loaded and the names of presets, so that editors complete it.
/// Its descriptions are in `language`.
std::string config_schema(const RulePack& rules, const std::vector<std::string>& presets, Language language);

}  // namespace gialint
