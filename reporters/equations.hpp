#pragma once

#include <string>
#include <vector>

#include "engine/report/report.hpp"

namespace gialint {

struct Diagnostic;

/// The sums of the form that the diagnostic says do not tie, with the report's figures: "自然人：（七）总计 7 ≠ 9 =
/// （一）予以公开 7 + 2.重复申请 2". Parts that are 0 are left out. Empty when it names none.
std::vector<std::string> broken_equations(const Report& report, const Diagnostic& diagnostic);

}  // namespace gialint
