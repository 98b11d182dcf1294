#include "engine/text/version.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a version is three numbers", "[text]") {
  CHECK(Version::parse("1.20.3") == Version{{1, 20, 3}});
  for (const char* text :
       {"", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1..0", ".1.0", "1.0.", "1.0.0 ", "1.0.-1", "1.0.99999999999"}) {
    INFO(text);
    CHECK_FALSE(Version::parse(text));
  }
}

TEST_CASE("a short version may leave out its last numbers", "[text]") {
  CHECK(Version::parse_short("2") == Version{{2, 0, 0}});
  CHECK(Version::parse_short("0.4") == Version{{0, 4, 0}});
  CHECK(Version::parse_short("1.2.3") == Version::parse("1.2.3"));
  CHECK_FALSE(Version::parse_short("1."));
}

TEST_CASE("versions are ordered by number, not by letter", "[text]") {
  CHECK(*Version::parse("0.9.0") < *Version::parse("0.10.0"));
  CHECK(*Version::parse("1.0.0") > *Version::parse("0.99.99"));
}

}  // namespace
}  // namespace gialint
