#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("rules are listed by id with severity and title", "[cli]") {
  const Outcome run = gialint({"rules", "--rules-dir", fixture("rules")});
  CHECK(run.status == 0);
  CHECK(run.out.find("test/error-word         error    有“甲”字\n") != std::string::npos);
  CHECK(run.out.find("input/undecodable       error    ") != std::string::npos);
  CHECK(run.out.find("test/error-word") < run.out.find("test/info-word"));
  CHECK(gialint({"rules", "--lang", "en", "--rules-dir", fixture("rules")}).out.find("there is a 甲\n") !=
        std::string::npos);
}

TEST_CASE("the built-in rules are there without any folder", "[cli]") {
  const Outcome run = gialint({"rules"}, {"/", "", {}});
  CHECK(run.status == 0);
  CHECK(run.out.find("structure/") != std::string::npos);
}

TEST_CASE("rules as JSON declare their options", "[cli]") {
  const Outcome run = gialint({"rules", "-f", "json", "--rules-dir", fixture("rules")});
  CHECK(run.status == 0);
  CHECK(run.out.find("\"schema\": \"gialint-rules/1\"") != std::string::npos);
  CHECK(run.out.find("\"id\": \"test/warning-word\"") != std::string::npos);
  CHECK(run.out.find("\"name\": \"limit\"") != std::string::npos);
}

}  // namespace
}  // namespace gialint
