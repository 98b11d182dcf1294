#pragma once

#include <string>
#include <vector>

#include "engine/diagnostics/file_result.hpp"

namespace gialint {

/// What a piece of the line of totals counts, for colouring it.
enum class TotalKind { plain, errors, warnings, infos, failures };

struct TotalPiece {
  std::string text;
  TotalKind kind = TotalKind::plain;  ///< plain also where the count is 0
};

/// "共检查 4 个文件：3 个错误，2 个警告，1 个提示；1 个文件未能读取" in pieces, without a line end.
std::vector<TotalPiece> totals_line(const RunSummary& summary, Language language);

}  // namespace gialint
