#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/report/report.hpp"
#include "engine/rule_host/pattern_cache.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/rule_host/rule_runner.hpp"
#include "engine/text/name_table.hpp"
#include "engine/text/pattern.hpp"
#include "engine/text/prefilter.hpp"

namespace gialint::lua {

/// What the bindings work on while one rule runs on one report.
struct RuleRun {
  const Report* report = nullptr;    ///< that is checked
  const Report* previous = nullptr;  ///< of the year before, when there is one
  std::uint32_t generation = 0;      ///< of the objects that are valid
  Language language = Language::zh;
  const Rule* rule = nullptr;
  std::uint64_t number = 0;  ///< of this run of one rule on one report, among all that this worker did
  const RuleSetting* setting = nullptr;
  std::vector<std::size_t> explanations;  ///< of Report::totals, those that this rule reports
  bool options_made = false;              ///< ctx.options of this rule and report
  std::size_t related = 0;                ///< places that the rule named beside those of its diagnostics
  std::vector<Diagnostic> diagnostics;
  const Corpus* corpus = nullptr;          ///< instead of a report
  std::vector<CorpusDiagnostic> findings;  ///< instead of diagnostics
  PatternCache patterns;
  PatternCompile compile = PatternCompile::now;  ///< the expressions of this rule
  const NameTables* names = nullptr;             ///< of the pack
  /// Of the texts searched in this report (paragraphs, and the whole), by where they begin.
  std::unordered_map<const char*, TextSignature> signatures;
};

}  // namespace gialint::lua
