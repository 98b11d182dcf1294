#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// What each rule reports at, a severity or "off", by its id.
using SeverityWords = std::map<std::string, std::string>;

/// What the rules declare of themselves, in both languages, as one JSON document ("gialint-rules/1") with a line end.
/// `severities` has every one of them.
std::string rules_as_json(const std::vector<Rule>& rules, const SeverityWords& severities);

}  // namespace gialint
