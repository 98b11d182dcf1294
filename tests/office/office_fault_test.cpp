#include "engine/office/office_fault.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("every fault says what to do", "[office]") {
  for (int fault = 0; fault <= static_cast<int>(OfficeFault::signed_document); ++fault) {
    CAPTURE(fault);
    const Failure failure = office_failure(static_cast<OfficeFault>(fault));
    CHECK(failure.what.find("请") != std::string::npos);
  }
}

TEST_CASE("the part that a fault is about is named", "[office]") {
  CHECK(office_failure(OfficeFault::damaged_part, "word/styles.xml").what.find("word/styles.xml") != std::string::npos);
}

}  // namespace gialint
