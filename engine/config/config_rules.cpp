#include "engine/config/config_rules.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/config/config.hpp"
#include "engine/files/glob.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

void apply(const std::vector<RuleEntry>& entries, const CatalogueRule& rule, EffectiveRule& effective) {
  for (const RuleEntry& entry : entries) {
    if (!selects(entry.selector, rule)) {
      continue;
    }
    const bool is_named = specificity(entry.selector) == Specificity::rule;
    const bool switches = entry.off || entry.severity || (rule.preview && is_named);
    if (switches && (entry.off || effective.on || !rule.preview || is_named)) {
      effective.on = !entry.off;
      effective.origin = entry.origin;
    }
    if (entry.severity) {
      effective.severity = *entry.severity;
      effective.severity_is_set = true;
    }
    if (entry.fix && rule.info->has_fix) {
      effective.fix = entry.fix;
      effective.fix_origin = entry.origin;
    }
    for (EffectiveRule::Option& option : effective.options) {
      if (const auto value = entry.options.find(option.name); value != entry.options.end()) {
        option.value = value->second;
        option.origin = entry.origin;
      }
    }
  }
}

/// The closest of `selectors` that stands for `rule`.
std::optional<Specificity> closest(const std::vector<std::string>& selectors, const CatalogueRule& rule) {
  std::optional<Specificity> result;
  for (const std::string& selector : selectors) {
    if (selects(selector, rule)) {
      result = std::max(result.value_or(Specificity::all), specificity(selector));
    }
  }
  return result;
}

void apply(const Selection& selection, const CatalogueRule& rule, EffectiveRule& effective) {
  const bool only = !selection.only.empty();
  const std::optional<Specificity> named = closest(only ? selection.only : selection.select, rule);
  const bool on = named.has_value() && (!rule.preview || *named == Specificity::rule);
  const std::optional<Specificity> off = closest(selection.ignore, rule);
  const char* const on_origin = only ? "--only" : "--select";
  if (only) {
    if (!on && !rule.is_of_engine()) {
      effective.on = false;
      effective.origin = {on_origin};
      return;
    }
  }
  if (off && (!on || *off >= named.value_or(Specificity::all))) {
    effective.on = false;
    effective.origin = {"--ignore"};
  } else if (on && !effective.on) {
    effective.on = true;
    effective.origin = {on_origin};
  }
}

}  // namespace

std::vector<CatalogueRule> rule_catalogue(const RulePack& rules) {
  std::vector<CatalogueRule> catalogue;
  for (const Rule& rule : rules.rules()) {
    catalogue.push_back({&rule.info, &rule.options, rule.file.name(), rule.preview});
  }
  for (const RuleInfo& info : engine_rules()) {
    // A rule that failed is the tool's own trouble, which nobody may switch off.
    if (info.category != "internal") {
      catalogue.push_back({&info, nullptr, "gialint", false});
    }
  }
  std::sort(catalogue.begin(), catalogue.end(),
            [](const CatalogueRule& a, const CatalogueRule& b) { return a.info->id < b.info->id; });
  return catalogue;
}

Specificity specificity(std::string_view selector) {
  if (selector == "*") {
    return Specificity::all;
  }
  const std::size_t slash = selector.find('/');
  return slash == std::string_view::npos || selector.substr(slash) == "/*" ? Specificity::category : Specificity::rule;
}

bool selects(std::string_view selector, const CatalogueRule& rule) {
  switch (specificity(selector)) {
    case Specificity::all:
      return !rule.is_of_engine();
    case Specificity::category:
      return selector.substr(0, selector.find('/')) == rule.info->category;
    case Specificity::rule:
      return selector == rule.info->id ||
             std::find(rule.info->formerly.begin(), rule.info->formerly.end(), selector) != rule.info->formerly.end();
  }
  return false;
}

const CatalogueRule* find_rule(const std::vector<CatalogueRule>& rules, std::string_view selector) {
  if (specificity(selector) != Specificity::rule) return nullptr;
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const CatalogueRule& rule) { return selects(selector, rule); });
  return found == rules.end() ? nullptr : &*found;
}

bool selects_any(std::string_view selector, const std::vector<CatalogueRule>& rules) {
  return selector == "*" ||
         std::any_of(rules.begin(), rules.end(), [&](const CatalogueRule& rule) { return selects(selector, rule); });
}

Bilingual no_such_rule(std::string_view selector, const std::vector<CatalogueRule>& rules, SelectorForm form) {
  const std::string_view ending = form == SelectorForm::in_file ? "/*" : "";
  std::vector<std::string> known;
  std::string meant;  // when only one half of an id was written
  for (const CatalogueRule& rule : rules) {
    const std::string& id = rule.info->id;
    const std::string category = rule.info->category + std::string(ending);
    if (known.empty() || known.back() != category) {
      known.push_back(category);
    }
    if (selector == rule.info->category) {
      meant = category;
    } else if (selector == std::string_view(id).substr(id.find('/') + 1) && meant.empty()) {
      meant = id;
    }
  }
  for (const CatalogueRule& rule : rules) {
    known.push_back(rule.info->id);
  }
  static constexpr Sentence maybe("；是否想写 \"{}\"？", "; did you mean \"{}\"?");
  static constexpr Sentence all_rules("；全部规则见 gialint rules", "; gialint rules lists all rules");
  static constexpr Sentence no_rule("没有规则 \"{}\"{}", "there is no rule \"{}\"{}");
  static constexpr Sentence neither("没有规则或类别 \"{}\"{}", "there is no rule or category \"{}\"{}");
  Bilingual hint = meant.empty() ? did_you_mean(selector, known) : maybe.with(meant);
  if (hint.zh.empty()) hint = all_rules;
  return (form == SelectorForm::in_file ? no_rule : neither).with(selector, hint);
}

std::vector<Failure> outdated_names(const Config& config, const Selection& selection, const RulePack& rules) {
  static constexpr Sentence renamed("规则 {} 现在叫 {}", "rule {} is now called {}");
  static constexpr Sentence deprecated("规则 {} 从 {} 版起不再推荐使用{}{}", "rule {} is deprecated since {}{}{}");
  static constexpr Sentence instead("，改用 {}", "; use {} instead");
  static constexpr Sentence because("：{}", ": {}");
  std::vector<Failure> remarks;
  const auto look = [&](const FilePlace& where, const std::string& selector) {
    for (const Rule& rule : rules.rules()) {
      const RuleInfo& info = rule.info;
      const bool is_old = std::find(info.formerly.begin(), info.formerly.end(), selector) != info.formerly.end();
      if (is_old) remarks.push_back({where, renamed.with(selector, info.id)});
      if (!info.deprecated || (selector != info.id && !is_old)) continue;
      const Deprecation& deprecation = *info.deprecated;
      const std::string others = fmt::format("{}", fmt::join(deprecation.replaced_by, ", "));
      remarks.push_back(
          {where, deprecated.with(info.id, deprecation.since, others.empty() ? Bilingual() : instead.with(others),
                                  deprecation.reason.zh.empty() ? Bilingual() : because.with(deprecation.reason))});
    }
  };
  for (const RuleEntry& entry : config.rules) look(entry.origin, entry.selector);
  for (const OverrideEntry& entry : config.overrides) {
    for (const RuleEntry& rule : entry.rules) look(rule.origin, rule.selector);
  }
  const std::vector<CatalogueRule> catalogue = rule_catalogue(rules);
  for (const std::string& selector : selection.ignore) {
    if (selects_any(selector, catalogue)) continue;
    remarks.push_back({{"--ignore"}, no_such_rule(selector, catalogue, SelectorForm::on_command_line)});
  }
  for (const std::string& selector : selection.select) look({"--select"}, selector);
  for (const std::string& selector : selection.ignore) look({"--ignore"}, selector);
  for (const std::string& selector : selection.only) look({"--only"}, selector);
  return remarks;
}

std::optional<Failure> check_selection(const Selection& selection, const RulePack& rules) {
  const std::vector<CatalogueRule> catalogue = rule_catalogue(rules);
  const std::pair<const char*, const std::vector<std::string>*> lists[] = {{"--select", &selection.select},
                                                                           {"--only", &selection.only}};
  for (const auto& list : lists) {
    for (const std::string& selector : *list.second) {
      if (!selects_any(selector, catalogue)) {
        return Failure{{list.first}, no_such_rule(selector, catalogue, SelectorForm::on_command_line)};
      }
    }
  }
  return std::nullopt;
}

std::vector<EffectiveRule> effective_rules(const Config& config, const RulePack& rules, const Selection& selection,
                                           const std::filesystem::path& file) {
  const std::string path = path_within(config.folder, file);
  std::vector<const OverrideEntry*> overrides;
  for (const OverrideEntry& entry : config.overrides) {
    if (!path.empty() && GlobSet(entry.files).matches(path, false)) {
      overrides.push_back(&entry);
    }
  }
  std::vector<EffectiveRule> result;
  for (const CatalogueRule& rule : rule_catalogue(rules)) {
    EffectiveRule effective;
    effective.id = rule.info->id;
    effective.severity = rule.info->severity;
    effective.origin = {rule.origin};
    effective.on = !rule.preview;
    if (rule.options != nullptr) {
      for (const OptionInfo& option : *rule.options) {
        effective.options.push_back({option.name, option.default_value, {rule.origin}});
      }
    }
    apply(config.preset_rules, rule, effective);
    apply(config.rules, rule, effective);
    for (const OverrideEntry* entry : overrides) {
      apply(entry->rules, rule, effective);
    }
    apply(selection, rule, effective);
    result.push_back(std::move(effective));
  }
  return result;
}

RuleSettings to_settings(const std::vector<EffectiveRule>& rules, const RulePack& pack) {
  RuleSettings settings;
  for (const EffectiveRule& effective : rules) {
    if (!effective.on) {
      continue;
    }
    RuleSetting& setting = settings[effective.id];
    if (effective.severity_is_set) {
      setting.severity = effective.severity;
    }
    setting.fix = effective.fix;
    const Rule* rule = pack.find(effective.id);
    for (std::size_t i = 0; rule != nullptr && i < effective.options.size() && i < rule->options.size(); ++i) {
      if (effective.options[i].value != rule->options[i].default_value) {
        setting.options[effective.options[i].name] = effective.options[i].value;
      }
    }
  }
  return settings;
}

}  // namespace gialint
