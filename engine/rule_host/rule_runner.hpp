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

/// What one rule may use on one report: steps and bytes, not seconds, so that the verdict is the same on every machine.
/// The clock only guards against what steps do not count.
struct RuleLimits {
  std::uint64_t steps = 50'000'000;  ///< VM instructions, plus one for every byte or element a library call touches
  std::size_t memory = std::size_t{64} << 20U;     ///< bytes of Lua memory in use at once
  std::size_t allocation = std::size_t{1} << 20U;  ///< bytes of one allocation
  std::uint32_t milliseconds = 10'000;             ///< that the processor spends on it
  bool (*stop)() = nullptr;  ///< asked now and then: true ends the rule as one that failed; its file is not to be used
};

/// How a rule's fixes are treated.
enum class FixLevel : std::uint8_t {
  off,     ///< none is applied: all become suggestions
  safe,    ///< unsafe ones count as safe, except those that change a number
  unsafe,  ///< safe ones count as unsafe
};

/// "off", "safe", "unsafe".
std::string_view fix_level_name(FixLevel level);
/// All of them, in the order of FixLevel.
const std::vector<std::string>& fix_level_names();

/// How a rule is run; a rule without a setting is off.
struct RuleSetting {
  std::optional<FixLevel> fix;                 ///< empty: as the rule declares
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

/// A diagnostic by a rule about all reports of a run, for one of them. Its places are names; its spans are empty.
struct CorpusDiagnostic {
  std::size_t report = 0;  ///< number in the corpus
  Diagnostic diagnostic;
  std::vector<std::size_t> related;  ///< for each related place, the number of its report
};

struct CorpusOutcome {
  std::vector<CorpusDiagnostic> diagnostics;  ///< by report, rule, emission
  std::vector<RuleFailure> failures;
};

/// Runs rules on reports, one report at a time. Each worker thread has its own, with a Lua state in which every rule
/// was loaded once; no state survives from one report to the next (RuleChunks says how).
///
/// A rule that fails or exceeds its limits loses its diagnostics for that report; the others go on.
class RuleRunner {
 public:
  RuleRunner(std::shared_ptr<const RulePack> pack, Language language, RuleLimits limits = {});
  RuleRunner(RuleRunner&&) noexcept;
  RuleRunner& operator=(RuleRunner&&) noexcept;
  ~RuleRunner();

  /// `previous` is the same body's report for the year before, if there is one; rules that require it do not run
  /// without. `timing` receives what each rule takes. With `record` the outcome lists the rules that were run.
  RuleOutcome run(const Report& report, const RuleSettings& settings, const Report* previous = nullptr,
                  FileTiming* timing = nullptr, bool record = false);

  /// Runs the rules of category `corpus`, which the other run() skips.
  CorpusOutcome run(const Corpus& corpus, const RuleSettings& settings);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gialint
