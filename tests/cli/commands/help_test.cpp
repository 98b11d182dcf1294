#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("help shows what --help shows, of all or of one command", "[cli]") {
  CHECK(gialint({"help"}).out == gialint({"--help"}).out);
  const Outcome one = gialint({"help", "model", "--lang", "en"});
  CHECK(one.status == 0);
  CHECK(one.out == gialint({"model", "--help", "--lang", "en"}).out);
}

TEST_CASE("help on a command that there is not names the nearest", "[cli]") {
  const Outcome run = gialint({"help", "extracts", "--lang", "en"});
  CHECK(run.status == 2);
  CHECK(run.out.empty());
  CHECK(run.err == "gialint: there is no command extracts; did you mean extract?\n");
}

}  // namespace
}  // namespace gialint
