#pragma once

#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/report/report.hpp"
#include "engine/text/language.hpp"

namespace gialint {

/// Sets the locations of what was found in `report`, and of the places in `other` that it names, where their text was
/// drawn from a document; a text has lines, which say it. `other` may be null.
void set_locations(const Report& report, const Report* other, Language language, std::vector<Diagnostic>& diagnostics);

}  // namespace gialint
