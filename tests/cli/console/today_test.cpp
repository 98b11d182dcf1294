#include "engine/cli/console/today.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("SOURCE_DATE_EPOCH is today where it is a number", "[cli]") {
  CHECK(today("1782777599", 0) == TomlDate{2026, 6, 29});
  CHECK(today("1782777600", 0) == TomlDate{2026, 6, 30});
  CHECK(today("0", 1782777600) == TomlDate{1970, 1, 1});
}

TEST_CASE("without it the clock is asked", "[cli]") {
  // Noon in UTC is the same day almost everywhere.
  const std::time_t noon = 1782777600 + 43200;
  for (const char* none : {static_cast<const char*>(nullptr), "", "yesterday", "12x"}) {
    const TomlDate day = today(none, noon);
    CHECK(day >= TomlDate{2026, 6, 30});
    CHECK(day <= TomlDate{2026, 7, 1});
  }
}

}  // namespace
}  // namespace gialint
