#include "engine/lsp/claim_reading.hpp"

#include <algorithm>

namespace gialint {

const ClaimReading* reading_of(const Claim& claim) {
  const auto agrees = std::find_if(claim.readings.begin(), claim.readings.end(), [&](const ClaimReading& reading) {
    return reading.sum && claim.low <= *reading.sum && *reading.sum <= claim.high;
  });
  if (agrees != claim.readings.end()) return &*agrees;
  return claim.readings.empty() ? nullptr : &claim.readings.front();
}

}  // namespace gialint
