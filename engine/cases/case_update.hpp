#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/case_check.hpp"
#include "engine/cases/rule_case.hpp"

namespace gialint {

/// `text`, a `.test` file, with what its cases expect replaced by what was found: the lines of `expect`, and those of
/// `fixed` where a case has them. Every other byte stays, and so do lines that are right, and cases that are right,
/// that are to do, or whose rule failed. `outcomes` has one for each of `cases`, which were read from `text`.
std::string update_cases(std::string_view text, const std::vector<RuleCase>& cases,
                         const std::vector<CaseOutcome>& outcomes);

}  // namespace gialint
