#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/rule_case.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/marked_text.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// A text of a case and its marks.
struct MarkedSource {
  std::string prefix;  ///< of its places in `expect`: "previous:"
  const MarkedText& marked;
  const SourceText& source;
};

/// A diagnostic about `report` in the words of `expect`; related places may be in `others` too. A place that is not
/// marked is written as line:column-line:column.
ExpectedDiagnostic describe(const Diagnostic& diagnostic, const MarkedSource& report,
                            const std::vector<MarkedSource>& others = {});

/// The line that `expect` would have.
std::string to_string(const ExpectedDiagnostic& diagnostic);

/// On one line: line ends and tabs as \n, \r, \t, and a backslash before quotation marks.
std::string escaped(std::string_view text);

}  // namespace gialint
