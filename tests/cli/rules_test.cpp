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

TEST_CASE("rules --preset shows what the preset makes of each rule", "[cli]") {
  const Outcome run = gialint({"rules", "--preset", "gentle", "--rules-dir", fixture("rules")});
  CHECK(run.status == 0);
  CHECK(run.out.find("test/error-word         info     有“甲”字\n") != std::string::npos);
  CHECK(run.out.find("test/info-word          off      ") != std::string::npos);
  CHECK(run.out.find("test/warning-word       warning  ") != std::string::npos);
  CHECK(gialint({"rules", "-f", "json", "--preset", "gentle", "--rules-dir", fixture("rules")})
            .out.find("\"severity\": \"off\"") != std::string::npos);

  const Outcome wrong = gialint({"rules", "--preset", "gentel", "--rules-dir", fixture("rules")});
  CHECK(wrong.status == 2);
  CHECK(wrong.err == "gialint: --preset: 没有预设 \"gentel\"；是否想写 \"gentle\"？\n");
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
