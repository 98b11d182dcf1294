#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/file_result.hpp"
#include "engine/runner/rule_case.hpp"
#include "engine/text/source_text.hpp"

namespace gialint::test {

/// A text of a case and its marks.
struct MarkedSource {
  std::string prefix;  ///< of its places in `expect`: "previous:"
  const MarkedText& marked;
  const SourceText& source;
};

/// A diagnostic about `report` in the words of `expect`; related places may be in `others` too. A place that is not
/// marked is written as line:column.
ExpectedDiagnostic describe(const Diagnostic& diagnostic, const MarkedSource& report,
                            const std::vector<MarkedSource>& others = {});

/// The line that `expect` would have.
std::string to_string(const ExpectedDiagnostic& diagnostic);

/// `text` after all edits of the fixes of `diagnostics`; of edits that touch only the first is made.
std::string apply_fixes(std::string_view text, const std::vector<Diagnostic>& diagnostics);

/// What FILE.expect holds for a whole report: one line `LINE:COLUMN severity rule "marked text"` for each diagnostic.
/// Columns are code points; line ends and tabs in the marked text are \n and \t.
std::string expectation_lines(const FileResult& result);

}  // namespace gialint::test
