#pragma once

#include <string>
#include <vector>

#include "engine/cases/case_run.hpp"
#include "engine/config/preset.hpp"
#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// What `gialint explain` prints of a rule.
std::string explained(const RuleInfo& info, const std::vector<OptionInfo>& options, Language language);

/// The first line of every page that `gialint docs` writes.
extern const char* const generated_mark;

/// A rule's page, Markdown in both languages: what its file declares, and each of its cases with what gialint prints
/// of it. `runner` is for Chinese.
std::string rule_page(const Rule& rule, const std::vector<RuleCase>& cases, const std::vector<Preset>& presets,
                      const RulePack& rules, CaseRunner& runner);

/// Where the pages of rules lie, seen from the page of all of them.
enum class PagePlaces {
  by_id,   ///< "totals/balance.md"
  by_name  ///< "motions.md": those of one plugin
};

/// The page of all rules, by category, with their severity in each preset.
std::string overview_page(const RulePack& rules, const std::vector<Preset>& presets, PagePlaces places);

}  // namespace gialint
