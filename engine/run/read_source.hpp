#pragma once

#include <string>

#include "engine/readers/document_source.hpp"
#include "engine/report/report.hpp"
#include "engine/run/input_file.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What `file` holds. The Failure names the file as printed. The standard input can be read once only.
Result<std::string> read_bytes(const InputFile& file, const ReadOptions& options);

/// `file`, opened, and into `sha256`, where given, the digest of its bytes. The Failure names the file as printed.
Result<DocumentSource> read_source(const InputFile& file, const ReadOptions& options, std::string* sha256 = nullptr);

/// `file` read as a report. The Failure names the file as printed.
Result<Report> open_report(const InputFile& file, const ReadOptions& options, const ReportReader& reader);

}  // namespace gialint
