#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/report/report.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/rule_host/rule_runner.hpp"
#include "engine/text/name_table.hpp"
#include "engine/text/pattern.hpp"

namespace gialint {

/// The regular expressions that rules use, compiled once per worker. Bounded: a rule that builds them without end
/// only loses the benefit.
class PatternCache {
 public:
  /// Whether `expression` would have to be compiled.
  [[nodiscard]] bool has(const std::string& expression) const { return patterns_.count(expression) != 0; }
  /// The compiled expression, which lives until the next call.
  Result<const Pattern*> get(const std::string& expression);

 private:
  std::unordered_map<std::string, Pattern> patterns_;
};

/// What the bindings work on while one rule runs on one report.
struct RuleRun {
  const Report* report = nullptr;    ///< whose object was asked last: `own` or `previous`
  const Report* own = nullptr;       ///< the report that is checked
  const Report* previous = nullptr;  ///< of the year before, when there is one
  std::uint32_t generation = 0;      ///< of the objects that are valid
  Language language = Language::zh;
  const Rule* rule = nullptr;
  const RuleSetting* setting = nullptr;
  std::vector<std::size_t> explanations;  ///< of Report::totals: those that this rule is to report
  bool options_made = false;              ///< ctx.options of this rule and report
  std::vector<Diagnostic> diagnostics;
  const Corpus* corpus = nullptr;          ///< instead of a report
  std::vector<CorpusDiagnostic> findings;  ///< instead of diagnostics
  PatternCache patterns;
  const NameTables* names = nullptr;  ///< of the pack
};

}  // namespace gialint
