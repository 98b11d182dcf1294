#pragma once

#include <iosfwd>
#include <memory>

#include "reporters/reporter.hpp"

namespace gialint {

std::unique_ptr<Reporter> make_html_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_pretty_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out, const ReporterOptions& options);
std::unique_ptr<Reporter> make_text_reporter(std::ostream& out, const ReporterOptions& options);

}  // namespace gialint
