#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/rule_info.hpp"

namespace gialint {

/// The ids of the engine's own rules.
namespace own_rule {
inline constexpr std::string_view not_a_report = "input/not-a-report";
inline constexpr std::string_view undecodable = "input/undecodable";
inline constexpr std::string_view unsupported_year = "input/unsupported-year";
inline constexpr std::string_view rule_error = "internal/rule-error";
inline constexpr std::string_view unused_suppression = "config/unused-suppression";
}  // namespace own_rule

/// All that reporters say of them.
const std::vector<RuleInfo>& engine_rules();

/// A diagnostic of the engine's own rule `id` at its default severity; `facts` in the order of their names.
Diagnostic engine_diagnostic(std::string_view id, std::string message_id, Span span, std::vector<Fact> facts,
                             Language language);

}  // namespace gialint
