#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/case_run.hpp"
#include "engine/cases/rule_case.hpp"

namespace gialint {

/// One way to run a case. A case runs in all of them, and its rule says the same in each.
enum class CaseVariant { zh, en, crlf, gb18030 };

/// "zh", "en", "CRLF", "GB18030".
std::string_view variant_name(CaseVariant variant);

enum class CaseFault {
  none,
  unsound,        ///< the case cannot be run: a mark that is not closed, an option that the rule does not have
  rule_failed,    ///< the rule erred or ran over its limits
  differs,        ///< what was found is not what is expected
  no_message,     ///< a diagnostic has no text in this language
  fixed_differs,  ///< the text after the fixes is another one
};

/// A line of a difference.
struct DifferenceLine {
  char sign = ' ';                    ///< '-' expected only, '+' found only, ' ' both
  std::string text;                   ///< a line of `expect`, or of the fixed text
  std::optional<std::string> marked;  ///< what stands at the diagnostic's place, "" for a missing thing; if it is known
  std::string message;
};

/// What running one case came to.
struct CaseOutcome {
  CaseFault fault = CaseFault::none;
  CaseVariant variant = CaseVariant::zh;  ///< where the fault showed
  Failure failure;                        ///< of `unsound` and `rule_failed`
  std::vector<DifferenceLine> difference;
  std::vector<ExpectedDiagnostic> found;  ///< in variant zh
  std::optional<std::string> fixed;       ///< in variant zh, when the case says what it expects
  std::set<std::string> reached;          ///< ids of the messages that were said
  bool not_in_gb18030 = false;            ///< its text cannot be told in GB18030, so that variant did not run
};

/// Runs cases and holds what is found against what they expect. One per thread.
class CaseChecker {
 public:
  explicit CaseChecker(const std::shared_ptr<const Pack>& pack);

  /// The first variant that goes wrong ends it.
  CaseOutcome check(const Rule& rule, const RuleCase& rule_case);

 private:
  bool run(const Rule& rule, const RuleCase& rule_case, CaseVariant variant, CaseOutcome& outcome);

  CaseRunner zh_;
  CaseRunner en_;
};

}  // namespace gialint
