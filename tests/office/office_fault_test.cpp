#include "engine/office/office_fault.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("every fault says what to do", "[office]") {
  for (int fault = 0; fault <= static_cast<int>(OfficeFault::signed_document); ++fault) {
    CAPTURE(fault);
    const Failure failure = office_failure(static_cast<OfficeFault>(fault));
    CHECK(failure.what.zh.find("请") != std::string::npos);
    const bool says_what_to_do = failure.what.en.find("check") != std::string::npos ||
                                 failure.what.en.find("write comments") != std::string::npos;
    CHECK(says_what_to_do);
  }
}

TEST_CASE("the part that a fault is about is named", "[office]") {
  CHECK(office_failure(OfficeFault::damaged_part, "word/styles.xml").what.en.find("word/styles.xml") !=
        std::string::npos);
}

}  // namespace gialint
