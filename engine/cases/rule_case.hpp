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
/// In a file that a Windows editor wrote (its first line ends with CRLF) all line ends count as LF.

/// One line of `expect`.
struct ExpectedDiagnostic {
  std::string label;
  std::string severity;
  std::string message_id;
  std::vector<Fact> facts;           ///< by name
  std::vector<std::string> related;  ///< labels
  friend bool operator==(const ExpectedDiagnostic&, const ExpectedDiagnostic&) = default;
};

/// Bytes of a `.test` file, half-open.
struct FileRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RuleCase {
  std::string title;
  std::uint32_t line = 0;  ///< of "===", from 1
  bool todo = false;
  std::map<std::string, OptionValue> options;
  std::map<std::string, std::uint32_t> option_lines;  ///< where each of them stands
  std::string report;                                 ///< with its marks
  std::optional<std::string> previous;                ///< last year's, with its marks
  struct NamedReport {
    std::string name;
    std::string text;  ///< with its marks
  };
  std::vector<NamedReport> corpus;  ///< instead of `report`
  std::vector<Region> regions;
  std::vector<ExpectedDiagnostic> expected;
  std::vector<std::string> expected_lines;  ///< the same as they are written
  std::optional<std::string> fixed;

  // For whoever rewrites what is expected (engine/cases/case_update.hpp):
  std::optional<FileRange> expect_range;  ///< from the line after "--- expect" to the end of its last line
  std::optional<FileRange> fixed_range;   ///< the lines of `fixed`
  std::size_t end = 0;                    ///< where the case ends
};

/// Reads a `.test` file. A Failure names `file` and the line.
Result<std::vector<RuleCase>> read_rule_cases(std::string_view text, const std::string& file);

/// The line end that the file uses: that of its first line.
std::string_view line_end_of(std::string_view text);

}  // namespace gialint
