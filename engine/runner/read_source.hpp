#pragma once

#include "engine/runner/file_walk.hpp"
#include "engine/runner/run.hpp"
#include "engine/text/result.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// The text of `file`. The Failure names the file as printed.
Result<SourceText> read_source(const InputFile& file, const RunOptions& options);

}  // namespace gialint
