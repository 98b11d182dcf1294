#include "engine/lsp/claim_reading.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("the reading of a claim is the first whose sum it states, else the first", "[lsp]") {
  Claim claim;
  CHECK(reading_of(claim) == nullptr);
  claim.low = claim.high = claim.value = Decimal(3);
  claim.readings.resize(3);
  claim.readings[0].sum = Decimal(4);
  claim.readings[2].sum = Decimal(3);
  CHECK(reading_of(claim) == &claim.readings[2]);
  claim.high = Decimal(4);
  CHECK(reading_of(claim) == &claim.readings[0]);
  claim.low = claim.high = Decimal(9);
  CHECK(reading_of(claim) == &claim.readings[0]);
}

}  // namespace
}  // namespace gialint
