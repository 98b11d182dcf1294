#pragma once

#include <iosfwd>
#include <memory>

#include "reporters/reporter.hpp"

namespace gialint {

std::unique_ptr<Reporter> make_checkstyle_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_csv_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_github_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_gitlab_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_html_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_jsonl_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_junit_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_pretty_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_rdjson_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_rdjsonl_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_summary_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_text_reporter(std::ostream& out, const ReporterOptions& options);

}  // namespace gialint
