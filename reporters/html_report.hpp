#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/file_result.hpp"
#include "reporters/html_text.hpp"

namespace gialint {

/// A report as a person reads it, in HTML: title, headings, paragraphs and tables, with `findings` marked. What the
/// model does not understand appears where the file has it; without a model, the file's lines do. Nothing is lost.
///
/// `file` has a source. Every id begins with `prefix`; a finding's mark has the id PREFIX "m" NUMBER, and its sign
/// links to PREFIX "d" NUMBER.
std::string html_report(const FileResult& file, const std::vector<HtmlFinding>& findings, std::string_view prefix,
                        const RunInfo& run);

}  // namespace gialint
