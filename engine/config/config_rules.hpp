#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/rule_info.hpp"
#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// A rule that a configuration may speak of: one of the pack, or one of the engine's own on its input.
struct CatalogueRule {
  const RuleInfo* info = nullptr;
  const std::vector<OptionInfo>* options = nullptr;  ///< null for the engine's own
  std::string origin;                                ///< of its defaults: "rules/totals/balance.lua", "gialint"
  bool preview = false;                              ///< runs only where it is named in full

  [[nodiscard]] bool is_of_engine() const { return options == nullptr; }
};

/// By id. Refers to `rules`.
std::vector<CatalogueRule> rule_catalogue(const RulePack& rules);

/// How closely a selector names a rule; the closest one holds.
enum class Specificity { all, category, rule };

Specificity specificity(std::string_view selector);

/// Whether `selector` ("totals/balance", "totals/*", "totals", "*") stands for `rule`.
bool selects(std::string_view selector, const CatalogueRule& rule);
/// The one rule that `selector` names; null when it names several or none.
const CatalogueRule* find_rule(const std::vector<CatalogueRule>& rules, std::string_view selector);
bool selects_any(std::string_view selector, const std::vector<CatalogueRule>& rules);

/// Where a selector is written: "totals" for a category is for the command line alone.
enum class SelectorForm { in_file, on_command_line };

/// `没有规则 "totals/balanse"；是否想写 "totals/balance"？`
Bilingual no_such_rule(std::string_view selector, const std::vector<CatalogueRule>& rules, SelectorForm form);

}  // namespace gialint
