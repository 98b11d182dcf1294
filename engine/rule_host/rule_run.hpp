#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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
#include "engine/text/prefilter.hpp"

namespace gialint {

/// A regular expression, and what can be known without running it.
struct Search {
  Pattern pattern;
  Prefilter prefilter;
  std::uint64_t price = 0;            ///< steps for compiling it
  mutable std::uint64_t paid_in = 0;  ///< RuleRun::number of the rule that paid them last
};

/// The regular expressions that rules use, compiled once per worker. Bounded: a rule that builds them without end
/// only loses the benefit. Those that were not asked for while many others were go first: rules build some from what a
/// report says, and they must not drive out those that every report needs. What is kept no rule may notice, or it would
/// depend on the rules and reports before: each pays for an expression on each report as if it were new.
class PatternCache {
 public:
  /// The expression when it was compiled before, else null; lives until the next call.
  const Search* find(std::string_view expression);
  /// Compiles an expression that find() does not know; lives until the next call.
  Result<const Search*> compile(std::string_view expression, PatternCompile when);

 private:
  static constexpr std::size_t most = 256;
  static constexpr std::size_t most_instructions = 200'000;  ///< of all together, at some 50 bytes each
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Searches = std::unordered_map<std::string, Search, Hash, std::equal_to<>>;
  const Search* keep(Searches::node_type search);

  std::size_t instructions_ = 0;  ///< of `recent_`
  Searches recent_;
  Searches older_;  ///< what was recent before `most` others were asked for
};

/// What the bindings work on while one rule runs on one report.
struct RuleRun {
  const Report* report = nullptr;    ///< whose object was asked last: `own` or `previous`
  const Report* own = nullptr;       ///< the report that is checked
  const Report* previous = nullptr;  ///< of the year before, when there is one
  std::uint32_t generation = 0;      ///< of the objects that are valid
  Language language = Language::zh;
  const Rule* rule = nullptr;
  std::uint64_t number = 0;  ///< of this run of one rule on one report, among all of this worker
  const RuleSetting* setting = nullptr;
  std::vector<std::size_t> explanations;  ///< of Report::totals: those that this rule is to report
  bool options_made = false;              ///< ctx.options of this rule and report
  std::vector<Diagnostic> diagnostics;
  const Corpus* corpus = nullptr;          ///< instead of a report
  std::vector<CorpusDiagnostic> findings;  ///< instead of diagnostics
  PatternCache patterns;
  PatternCompile compile = PatternCompile::now;  ///< the expressions of this rule
  const NameTables* names = nullptr;             ///< of the pack
  /// Of the texts of this report that were searched, by where they begin: paragraphs, and the whole.
  std::unordered_map<const char*, TextSignature> signatures;
};

}  // namespace gialint
