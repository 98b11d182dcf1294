// Too little memory, for the very program that is released where it is linked statically.

#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/sanitizers.hpp"

namespace gialint {
namespace {

TEST_CASE("however little memory there is, a run says so or does its work, and is not aborted", "[cli]") {
  if (test::under_sanitizers) {
    WARN("not run: a sanitizer takes more address space than there is to limit");
    return;
  }
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  folder.copy("reports/marked.txt", "b.txt");
  // Below this the system cannot even load the program.
  for (int megabytes = 46; megabytes <= 140; megabytes += 2) {
    const Outcome run = shell("ulimit -v " + std::to_string(megabytes * 1024) +
                                  "; \"$GIALINT\" --isolated -j2 --rules-dir '" + fixture("rules") + "' a.txt b.txt",
                              {folder.path(), "", {}});
    INFO(megabytes << " MiB: " << run.err);
    CHECK((run.status == 1 || run.status == 2));
    if (run.status == 2) CHECK_FALSE(run.err.empty());
  }
}

}  // namespace
}  // namespace gialint
