#pragma once

#include "engine/claims/claim.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/tables/table.hpp"

namespace gialint {

/// The sums of table cells that `measure` may mean on the form of `tables`. Readings whose cells that form does not
/// have, and those whose condition does not hold, are left out.
std::vector<ClaimReading> resolve_readings(const Measure& measure, const Tables& tables);

/// Claim::cell_at_fault for a claim of exactly `value` with these readings.
bool is_cell_at_fault(const std::vector<ClaimReading>& readings, Decimal value, const Tables& tables);

}  // namespace gialint
