#pragma once

#include "engine/claims/claim.hpp"

namespace gialint {

/// The reading of a claim that counts: the first whose sum it states, else the first. Null when it has none.
const ClaimReading* reading_of(const Claim& claim);

}  // namespace gialint
