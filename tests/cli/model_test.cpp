#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("the model of a report is JSON on stdout", "[cli]") {
  const Outcome run = gialint({"model", fixture("reports/marked.txt")});
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK(run.out.find("\"gialint-model/1\"") != std::string::npos);
  CHECK(run.out.find("青山县水务局") != std::string::npos);
  const Outcome piped = gialint({"model", "-"}, {".", bytes_of(fixture("reports/marked.txt")), {}});
  CHECK(piped.status == 0);
  CHECK(piped.out.find("青山县水务局") != std::string::npos);
}

TEST_CASE("what is no report has a model, and status 1 says so", "[cli]") {
  const Outcome run = gialint({"model", fixture("README.md")});
  CHECK(run.status == 1);
  CHECK(run.out.front() == '{');
  CHECK_FALSE(run.err.empty());
}

TEST_CASE("a file that cannot be read has no model", "[cli]") {
  const Folder folder;
  folder.write("empty.txt", "");
  for (const char* name : {"empty.txt", "missing.txt", "."}) {
    const Outcome run = gialint({"model", name}, {folder.path(), "", {}});
    INFO(name);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("gialint: " + std::string(name) + ": ") == 0);
  }
}

}  // namespace
}  // namespace gialint
