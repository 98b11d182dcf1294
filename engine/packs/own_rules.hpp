#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/rule_info.hpp"
#include "engine/text/result.hpp"
#include "engine/toml/document.hpp"

namespace gialint {

/// The ids of the engine's own rules.
namespace own_rule {
inline constexpr std::string_view not_a_report = "input/not-a-report";
inline constexpr std::string_view undecodable = "input/undecodable";
inline constexpr std::string_view other_body = "input/other-body";
inline constexpr std::string_view same_report = "input/same-report";
inline constexpr std::string_view unsupported_year = "input/unsupported-year";
inline constexpr std::string_view tracked_changes = "input/tracked-changes";
inline constexpr std::string_view embedded_document = "input/embedded-document";
inline constexpr std::string_view rule_error = "internal/rule-error";
inline constexpr std::string_view unused_suppression = "config/unused-suppression";

inline constexpr std::array all = {not_a_report,    undecodable,       other_body, same_report,       unsupported_year,
                                   tracked_changes, embedded_document, rule_error, unused_suppression};
}  // namespace own_rule

/// All that reporters say of them, as rules/engine.toml has it. Fails over a file that lacks one of them or part of it.
Result<std::vector<RuleInfo>> read_own_rules(const TomlTable& root, const std::string& file_name);

/// The same of the file that is part of the binary.
const std::vector<RuleInfo>& engine_rules();

/// A diagnostic of the engine's own rule `id` at its default severity; `facts` in the order of their names.
Diagnostic engine_diagnostic(std::string_view id, std::string message_id, Span span, std::vector<Fact> facts,
                             Language language);

}  // namespace gialint
