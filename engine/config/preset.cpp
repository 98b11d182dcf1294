#include "engine/config/preset.hpp"

#include <algorithm>

#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

Result<Preset> read_preset(const PackFile& file, std::string name, const RulePack& rules) {
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

std::string name_of(const PackFile& file) {
  const std::size_t from = file.path.rfind('/') + 1;
  std::string name = file.path.substr(from, file.path.rfind('.') - from);
  const std::size_t plugin = file.path.find("/presets/");
  return plugin == std::string::npos ? name : "plugin:" + file.path.substr(0, plugin) + "/" + name;
}

}  // namespace

std::vector<std::string> preset_names(const std::vector<PackFile>& presets) {
  std::vector<std::string> names;
  names.reserve(presets.size());
  for (const PackFile& file : presets) names.push_back(name_of(file));
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> preset_names(const Pack& pack) { return preset_names(pack.presets); }

Result<Preset> find_preset(const Pack& pack, const std::string& name, const FilePlace& where) {
  const std::vector<std::string> known = preset_names(pack);
  if (name == default_preset && !std::binary_search(known.begin(), known.end(), name)) return Preset{name, {}, {}};
  return find_preset(pack.presets, *pack.rules, name, where);
}

Result<Preset> find_preset(const std::vector<PackFile>& presets, const RulePack& rules, const std::string& name,
                           const FilePlace& where) {
  for (const PackFile& file : presets) {
    if (name_of(file) == name) return read_preset(file, name, rules);
  }
  const std::vector<std::string> known = preset_names(presets);
  static constexpr Sentence these("；可以是：{}", "; it can be: {}");
  static constexpr Sentence no_preset("没有预设 \"{}\"{}", "there is no preset \"{}\"{}");
  Bilingual hint = did_you_mean(name, known);
  if (hint.zh.empty() && !known.empty()) hint = these.with(listed(known));
  return Failure{where, no_preset.with(name, hint)};
}

}  // namespace gialint
