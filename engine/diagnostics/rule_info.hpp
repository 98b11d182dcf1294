#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/language.hpp"

namespace gialint {

/// Why a rule should no longer be used.
struct Deprecation {
  std::string since;                     ///< the version that deprecated it
  std::vector<std::string> replaced_by;  ///< ids
  Bilingual reason;                      ///< may be empty
};

/// What reporters, `rules` and `explain` say about a rule: all of its file but the code.
struct RuleInfo {
  std::string id;                     ///< "totals/balance"
  std::string category;               ///< "totals"; of a plugin's rule the plugin's name
  std::vector<std::string> formerly;  ///< earlier ids, which configurations may still use
  std::optional<Deprecation> deprecated;
  bool of_plugin = false;                        ///< gialint has no page of it
  std::string since;                             ///< the version that introduced it
  std::string precision;                         ///< "very-high", "high", "medium", "low"
  Severity severity = Severity::warning;         ///< the default; a diagnostic may carry another
  Bilingual title;                               ///< what is wrong when it reports, without the numbers
  Bilingual help;                                ///< what to do about it, one or two sentences
  std::vector<std::string> basis;                ///< document number and article
  std::map<std::string, Bilingual> messages;     ///< by id; placeholders are {name}
  bool has_fix = false;                          ///< declared: some of its diagnostics carry a fix
  FixSafety fix_safety = FixSafety::suggestion;  ///< the declared, highest safety; only with has_fix
};

/// SARIF's `name` of a rule: "totals/row-total" → "TotalsRowTotal".
std::string pascal_case(std::string_view rule_id);

}  // namespace gialint
