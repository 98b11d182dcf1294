#include "engine/cli/console/status.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("a control character in a path reaches no terminal", "[cli]") {
  const Outcome run = gialint({"--lang", "en", "no\x1b[2Jsuch\nfile.txt"});
  CHECK(run.err == "gialint: no\\u{1b}[2Jsuch\\u{a}file.txt: no such file or folder\n");
  CHECK(run.status == 2);
}

}  // namespace
}  // namespace gialint
