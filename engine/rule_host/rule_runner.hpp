#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/file_result.hpp"
#include "engine/diagnostics/timing.hpp"
#include "engine/report/corpus.hpp"
#include "engine/report/report.hpp"
#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// What one rule may use up on one report. Steps and bytes, not seconds, so that the verdict is the same on
/// every machine; the wall clock only guards against what steps do not see.
struct RuleLimits {
  std::uint64_t steps = 50'000'000;  ///< VM instructions, plus one for every byte or element a library call touches
  std::size_t memory = std::size_t{64} << 20U;     ///< bytes of Lua memory in use at once
  std::size_t allocation = std::size_t{1} << 20U;  ///< bytes of one allocation
  std::uint32_t milliseconds = 10'000;
};

/// What is to become of a rule's fixes.
enum class FixLevel : std::uint8_t {
  off,     ///< none is applied: all are suggestions
  safe,    ///< unsafe ones count as safe, but for those that change a number
  unsafe,  ///< safe ones count as unsafe
};

/// "off", "safe", "unsafe".
std::string_view fix_level_name(FixLevel level);
/// All of them, in the order of FixLevel.
const std::vector<std::string>& fix_level_names();

/// How one rule is to be run: present = on.
struct RuleSetting {
  std::optional<FixLevel> fix;                 ///< else as the rule itself says
  std::optional<Severity> severity;            ///< overrides what the rule says
  std::map<std::string, OptionValue> options;  ///< those that differ from the default
};

/// Which rules run, by id, and how.
using RuleSettings = std::map<std::string, RuleSetting>;

struct RuleOutcome {
  std::vector<Diagnostic> diagnostics;  ///< in reading order
  std::vector<RuleFailure> failures;    ///< in the order of ids
  std::vector<RuleUse> rules;           ///< those that are on, by id; only when asked for
};

/// What a rule about all reports of a run says of one of them. The places in it are names: its spans are empty.
struct CorpusDiagnostic {
  std::size_t report = 0;  ///< number in the corpus
  Diagnostic diagnostic;
  std::vector<std::size_t> related;  ///< for each related place the number of the report it stands in
};

struct CorpusOutcome {
  std::vector<CorpusDiagnostic> diagnostics;  ///< by report, rule, emission
  std::vector<RuleFailure> failures;
};

/// Runs rules on reports, one report at a time. Each worker thread has its own: it owns a Lua state in which every
/// rule was loaded once; no state survives from one report to the next (RuleChunks says how).
///
/// A rule that fails or runs over its limits loses its diagnostics for that report; the others go on.
class RuleRunner {
 public:
  RuleRunner(std::shared_ptr<const RulePack> pack, Language language, RuleLimits limits = {});
  RuleRunner(RuleRunner&&) noexcept;
  RuleRunner& operator=(RuleRunner&&) noexcept;
  ~RuleRunner();

  /// `previous` is the same body's report for the year before, when there is one: without it the rules that require it
  /// do not run. `timing` is told what each rule takes. With `record` the outcome says which rules were run.
  RuleOutcome run(const Report& report, const RuleSettings& settings, const Report* previous = nullptr,
                  FileTiming* timing = nullptr, bool record = false);

  /// Runs the rules of category `corpus`, which run() passes over.
  CorpusOutcome run(const Corpus& corpus, const RuleSettings& settings);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gialint
