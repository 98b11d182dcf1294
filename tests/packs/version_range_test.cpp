#include "engine/packs/version_range.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

bool holds(const char* range, const char* version) {
  const std::optional<VersionRange> read = VersionRange::parse(range);
  REQUIRE(read);
  return read->holds(Version::parse(version).value());
}

TEST_CASE("a version range holds where all of its conditions do", "[packs]") {
  CHECK(holds(">=0.4, <2", "0.4.0"));
  CHECK(holds(">=0.4, <2", "1.99.7"));
  CHECK_FALSE(holds(">=0.4, <2", "0.3.9"));
  CHECK_FALSE(holds(">=0.4, <2", "2.0.0"));
  CHECK(holds(">0.4", "0.4.1"));
  CHECK_FALSE(holds(">0.4", "0.4.0"));
  CHECK(holds("<=1.2.3", "1.2.3"));
  CHECK(holds("= 0.10.0", "0.10.0"));
  CHECK_FALSE(holds("=0.10", "0.10.1"));
  CHECK(holds(">=0.9", "0.10.0"));
}

TEST_CASE("what is no version range is none", "[packs]") {
  for (const char* text : {"", "0.4", ">=", ">=0.4,", ", <2", ">=0.4 <2", "^1.0", ">=1.2.3.4", ">=01", ">=1.", ">=-1",
                           "=> 1", ">=1.x", ">=99999999999"}) {
    INFO(text);
    CHECK_FALSE(VersionRange::parse(text));
  }
}

TEST_CASE("versions are three numbers, perhaps with a label", "[packs]") {
  for (const char* text : {"0.0.1", "1.0.0", "10.20.30", "2.0.0-rc.1", "1.0.0+build7"})
    CHECK(is_semantic_version(text));
  for (const char* text : {"", "1", "1.0", "v1.0.0", "1.0.0-", "1.0.0 beta", "1.0.0.0", "01.0.0"}) {
    INFO(text);
    CHECK_FALSE(is_semantic_version(text));
  }
  CHECK(own_version() == Version::parse(own_version_text()));
  CHECK(own_version() > Version{});
}

}  // namespace
}  // namespace gialint
