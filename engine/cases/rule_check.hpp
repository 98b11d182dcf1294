#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/cases/rule_tests.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// All that is wrong with some rules.
struct RuleCheck {
  std::size_t rules = 0;              ///< that were looked at
  std::vector<Failure> faults;        ///< by file and line
  std::vector<TestFileResult> tests;  ///< of those that can be run
};

/// Looks at the rules at `path`: a pack, a plugin (or a folder in one), a category of a pack, a folder with a pack in
/// `rules`, or one rule file. Of a pack or plugin as a whole also at plugin.toml, phrases, forms and presets.
///
/// Fails when nothing can be read there or there is no rule.
Result<RuleCheck> check_rules(const std::string& path, unsigned jobs);

}  // namespace gialint
