#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("rules are listed by id with severity and title", "[cli]") {
  const Outcome run = gialint({"rules", "--rules-dir", fixture("rules")});
  CHECK(run.status == 0);
  CHECK(run.out.find("test/error-word            error    有“甲”字\n") != std::string::npos);
  CHECK(run.out.find("input/undecodable          error    ") != std::string::npos);
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
  CHECK(run.out.find("test/error-word            info     有“甲”字\n") != std::string::npos);
  CHECK(run.out.find("test/info-word             off      ") != std::string::npos);
  CHECK(run.out.find("test/warning-word          warning  ") != std::string::npos);
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

TEST_CASE("rules --check finds nothing wrong with a category of the project's own rules", "[cli]") {
  const Outcome run = gialint({"rules", "--check", GIALINT_SOURCE_DIR "/rules/history"});
  CHECK(run.out.empty());
  CHECK(run.err.empty());
  CHECK(run.status == 0);
}

TEST_CASE("rules --check tells every fault with file and line, and a case that fails", "[cli]") {
  const Folder folder;
  const Setting here = {folder.path(), "", {}};
  folder.copy("rules/test/error-word.lua", "r/test/error-word.lua");
  folder.write("r/test/error-word.test", "=== one\n--- report\n甲\n--- expect\n");
  folder.write("r/test/broken.lua", "return {\n  api = 2,\n  since = \"x\",\n}\n");
  const Outcome run = gialint({"rules", "--check", "r"}, here);
  CHECK(run.status == 1);
  for (const char* line : {"r/test/broken.lua:1: error: 没有用例", "r/test/broken.lua:2: error: ",
                           "r/test/broken.lua:3: error: ", "r/test/error-word.test:1: error: 用例“one”"}) {
    INFO(line);
    CHECK(run.out.find(line) != std::string::npos);
  }
  CHECK(gialint({"rules", "--check", "r/test/broken.lua", "--lang", "en"}, here).out.find(": error: no cases: ") !=
        std::string::npos);
  CHECK(gialint({"rules", "--check", "nowhere"}, here).status == 2);
  CHECK(gialint({"rules", "--check", "-f", "json"}, here).status == 2);
  CHECK(gialint({"rules", "r"}, here).status == 2);
}

TEST_CASE("a rule and a plugin just written have no faults", "[cli]") {
  const Folder folder;
  const Setting here = {folder.path(), "", {}};
  CHECK(gialint({"new", "rule", "local/a"}, here).status == 0);
  CHECK(gialint({"new", "plugin", "city"}, here).status == 0);
  const Outcome run = gialint({"rules", "--check", ".", "city"}, here);
  CHECK(run.out.empty());
  CHECK(run.status == 0);
}

}  // namespace
}  // namespace gialint
