#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/report/corpus.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/text/marked_text.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// The cases of one rule, as NAME.test beside NAME.lua holds them:
///
///     === a title
///     --- options
///     key = 3
///     --- report
///     text with ⟦1:marked⟧ places, of which ⟦a:some⟧ are related ones
///     --- previous
///     last year's report, for rules that compare with it; related places in it are previous:a
///     --- report b.txt
///     one more, for rules about all reports of a run: all have names then, in their order, and places are b.txt:a
///     --- region 云溪县人民政府
///     the bodies that the region's report adds up, one a line
///     --- expect
///     1 error message_id name=value other="a value with blanks" related=a,previous:b
///     --- fixed
///     the text after all fixes, when the case is about them
///
/// `expect` is exhaustive: every diagnostic in reading order, every fact by name, every related place in order; empty
/// means silent. "=== todo: title" may fail, and fails when it passes. A report's last line end is not part of it.

/// One line of `expect`.
struct ExpectedDiagnostic {
  std::string label;
  std::string severity;
  std::string message_id;
  std::vector<Fact> facts;           ///< by name
  std::vector<std::string> related;  ///< labels
  friend bool operator==(const ExpectedDiagnostic&, const ExpectedDiagnostic&) = default;
};

struct RuleCase {
  std::string title;
  std::uint32_t line = 0;  ///< of "===", from 1
  bool todo = false;
  std::map<std::string, OptionValue> options;
  std::string report;                   ///< with its marks
  std::optional<std::string> previous;  ///< last year's, with its marks
  struct NamedReport {
    std::string name;
    std::string text;  ///< with its marks
  };
  std::vector<NamedReport> corpus;  ///< instead of `report`
  std::vector<Region> regions;
  std::vector<ExpectedDiagnostic> expected;
  std::optional<std::string> fixed;
};

/// Reads a `.test` file. A Failure names `file` and the line.
Result<std::vector<RuleCase>> read_rule_cases(std::string_view text, const std::string& file);

}  // namespace gialint
