#pragma once

#include <cstddef>
#include <functional>

#include "engine/report/report.hpp"
#include "engine/rule_host/rule_runner.hpp"

namespace gialint {

/// Gives the names of places in what a rule said the spans they have in the texts, and the locations. `report_at` has
/// the reports by their numbers, or null where one cannot be had: those spans stay empty.
void find_places(CorpusDiagnostic& said, const std::function<const Report*(std::size_t)>& report_at, Language language);

}  // namespace gialint
