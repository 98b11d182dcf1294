#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("the version is one line, however it is asked for", "[cli]") {
  const Outcome run = gialint({"version"});
  CHECK(run.status == 0);
  CHECK(run.out == "gialint " GIALINT_VERSION "\n");
  CHECK(gialint({"--version"}).out == run.out);
}

}  // namespace
}  // namespace gialint
