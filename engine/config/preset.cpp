#include "engine/config/preset.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

Result<Preset> read_preset(const RuleFile& file, std::string name, const RulePack& rules) {
  const std::string shown = file.name();
  const Result<TomlTable> root = parse_toml(file.text, shown);
  if (!root) return root.failure();
  TomlFaults faults(shown);
  TomlFields fields(*root, faults);
  fields.integer_or("schema", 1, 1, 1);
  Preset preset;
  preset.name = std::move(name);
  if (const TomlTable* title = fields.table("title")) {
    TomlFields texts(*title, faults);
    preset.title = {texts.text("zh"), texts.text("en")};
    texts.finish();
  }
  if (const TomlTable* table = fields.table("rules")) preset.rules = read_rule_entries(*table, rules, faults);
  fields.finish();
  if (!faults.none()) return faults.first();
  return preset;
}

std::string name_of(const RuleFile& file) {
  const std::size_t from = file.path.rfind('/') + 1;
  std::string name = file.path.substr(from, file.path.rfind('.') - from);
  const std::size_t plugin = file.path.find("/presets/");
  return plugin == std::string::npos ? name : "plugin:" + file.path.substr(0, plugin) + "/" + name;
}

}  // namespace

std::vector<std::string> names_of_presets(const std::vector<RuleFile>& presets) {
  std::vector<std::string> names;
  names.reserve(presets.size());
  for (const RuleFile& file : presets) names.push_back(name_of(file));
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> preset_names(const Pack& pack) { return names_of_presets(pack.presets); }

Result<Preset> find_preset(const Pack& pack, const std::string& name, const std::string& where) {
  const std::vector<std::string> known = preset_names(pack);
  if (name == default_preset && !std::binary_search(known.begin(), known.end(), name)) return Preset{name, {}, {}};
  return find_preset(pack.presets, *pack.rules, name, where);
}

Result<Preset> find_preset(const std::vector<RuleFile>& presets, const RulePack& rules, const std::string& name,
                           const std::string& where) {
  for (const RuleFile& file : presets) {
    if (name_of(file) == name) return read_preset(file, name, rules);
  }
  const std::vector<std::string> known = names_of_presets(presets);
  std::string hint = did_you_mean(name, known);
  if (hint.empty()) hint = known.empty() ? "" : fmt::format("；可以是：{}", fmt::join(known, "、"));
  return Failure{where, fmt::format("没有预设 \"{}\"{}", name, hint)};
}

}  // namespace gialint
