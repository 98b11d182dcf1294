#pragma once

#include <string>

#include "engine/diagnostics/file_result.hpp"

namespace gialint {

/// The message of a diagnostic of `result`, which has a source: its location, and a line for each related place as in
/// the text format: for formats with room for one place only. Columns count `unit`.
///
///   申请数量收支不平衡
///   年报.txt:12:3: 上年结转
std::string full_message(const FileResult& result, const Diagnostic& diagnostic, ColumnUnit unit);

}  // namespace gialint
