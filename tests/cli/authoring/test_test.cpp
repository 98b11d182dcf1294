#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

constexpr const char* right = "=== one\n--- report\n此处⟦1:甲⟧\n--- expect\n1 error found word=甲\n";
constexpr const char* wrong = "=== two\n--- report\n此处⟦1:甲⟧，⟦2:乙⟧\n--- expect\n2 error found word=甲\n";
constexpr const char* silent = "=== three\n--- report\n乙\n--- expect\n";

/// A folder with the test rules as a pack in r/, and the cases of one of them.
struct TestedRules {
  Folder folder;

  explicit TestedRules(const std::string& cases) {
    folder.copy("rules/test", "r/test");
    folder.write("r/test/error-word.test", cases);
  }
  [[nodiscard]] Outcome test(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), "test");
    return gialint(arguments, {folder.path(), "", {}});
  }
};

TEST_CASE("cases that pass say nothing", "[cli]") {
  const TestedRules rules(std::string(right) + silent);
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"r"},
                                                    {"r/test/error-word.test"},
                                                    {"r/test/error-word.lua"},
                                                    {"--rules-dir", "r"},
                                                    {"-j", "1"}}) {
    const Outcome run = rules.test(arguments);
    CHECK(run.out.empty());
    CHECK(run.err.empty());
    CHECK(run.status == 0);
  }
}

TEST_CASE("the built-in rules pass their cases", "[cli]") {
  const Outcome run = gialint({"test", "--filter", "totals/", GIALINT_SOURCE_DIR "/rules"});
  CHECK(run.out.empty());
  CHECK(run.status == 0);
}

TEST_CASE("a case that fails is told like a finding, with the difference below it", "[cli]") {
  const TestedRules rules(std::string(right) + wrong);
  const Outcome run = rules.test();
  CHECK(run.status == 1);
  CHECK(run.out ==
        "r/test/error-word.test:6: error: 用例“two”（zh）：报出的和 expect 不同 [test/error-word]\n"
        "  - 2 error found word=甲  ⟦乙⟧\n"
        "  + 1 error found word=甲  ⟦甲⟧  这里有“甲”字\n");
  CHECK(rules.test({"--filter", "one"}).status == 0);
  CHECK(rules.test({"--lang", "en"}).out.find("error: case 'two' (zh): what was found is not what is expected [") !=
        std::string::npos);
}

TEST_CASE("a case that is to do may fail, and is told when it passes", "[cli]") {
  CHECK(TestedRules(std::string(right) + "=== todo: two" + (wrong + 7)).test().status == 0);
  const Outcome run = TestedRules(std::string("=== todo: one") + (right + 7)).test();
  CHECK(run.status == 1);
  CHECK(run.out.find("r/test/error-word.test:1: error: 用例“one”已经通过") == 0);
}

TEST_CASE("what keeps cases from being run is status 2, and the others run all the same", "[cli]") {
  const TestedRules rules(wrong);
  rules.folder.write("r/test/broken.lua", "return {\n  api = 2,\n}\n");
  rules.folder.write("r/test/broken.test", right);
  rules.folder.write("r/test/info-word.test", "=== a\n--- reprot\n");
  rules.folder.write("r/test/nobody.test", right);
  const Outcome run = rules.test();
  CHECK(run.status == 2);
  for (const char* line : {"r/test/broken.lua:2: error: ", "r/test/info-word.test:2: error: ",
                           "r/test/nobody.test: error: ", "r/test/error-word.test:1: error: "}) {
    INFO(line);
    CHECK(run.out.find(line) != std::string::npos);
  }
  CHECK(rules.test({"nothing-there"}).status == 2);
}

TEST_CASE("with nothing to run there is no verdict", "[cli]") {
  const Folder folder;
  const Outcome run = gialint({"test"}, {folder.path(), "", {}});
  CHECK(run.status == 2);
  CHECK(run.err == "gialint: 没有找到用例文件（.test）\n");
  CHECK(TestedRules(right).test({"--filter", "nothing"}).status == 2);
}

TEST_CASE("--update writes what was found and no other byte, and then all is well", "[cli]") {
  const std::string rest = "# why\r\n";
  const TestedRules rules("# why\n" + std::string(right) + wrong + "\n" + silent);
  const Outcome run = rules.test({"--update"});
  CHECK(run.out == "r/test/error-word.test: 已改写\n");
  CHECK(run.status == 0);
  std::string expected = "# why\n" + std::string(right) + wrong + "\n" + silent;
  expected.replace(expected.find("2 error"), 1, "1");
  CHECK(bytes_of(rules.folder / "r/test/error-word.test") == expected);
  CHECK(rules.test({"--update"}).out.empty());
}

TEST_CASE("--coverage names what no case says; --strict-coverage fails over it", "[cli]") {
  const TestedRules rules(silent);
  const Outcome run = rules.test({"--coverage"});
  CHECK(run.status == 0);
  CHECK(run.out.find("r/test/error-word.lua:10: warning: 没有用例报出消息 found [test/error-word]\n") == 0);
  CHECK(run.out.find("r/test/info-word.lua:1: warning: 没有用例：旁边缺少 info-word.test\n") != std::string::npos);
  CHECK(rules.test({"--strict-coverage"}).status == 1);
}

TEST_CASE("results are there as JUnit and JSON, also in a file", "[cli]") {
  const TestedRules rules(std::string(right) + wrong + "=== todo: <" + (wrong + 4));
  const Outcome junit = rules.test({"--format", "junit", "-o", "out.xml"});
  CHECK(junit.status == 1);
  CHECK(junit.out.empty());
  const std::string xml = bytes_of(rules.folder / "out.xml");
  CHECK(xml.find("<testsuites name=\"gialint test\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\">") !=
        std::string::npos);
  CHECK(xml.find("name=\"&lt;two\"") != std::string::npos);
  const Outcome json = rules.test({"--format", "json"});
  CHECK(json.out.find("\"schema\": \"gialint-test/1\"") != std::string::npos);
  CHECK(json.out.find("\"status\": \"failed\"") != std::string::npos);
}

TEST_CASE("a plugin's rules are tested under its name, on the national form", "[cli]") {
  const TestedRules rules(right);
  rules.folder.write("p/plugin.toml",
                     "schema = 1\nname = \"province\"\nversion = \"0.1.0\"\ngialint = \">=0.1\"\n"
                     "description = { zh = \"说明\", en = \"description\" }\n");
  rules.folder.copy("rules/test/error-word.lua", "p/rules/own.lua");
  rules.folder.write("p/rules/own.test", wrong);
  const Outcome run = rules.test();
  CHECK(run.out.find("p/rules/own.test:1: error: ") == 0);
  CHECK(run.out.find(" [province/own]\n") != std::string::npos);
  CHECK(rules.test({"p"}).out == run.out);
}

// Not timed: the script goes on as soon as what it waits for is there.
TEST_CASE("--watch runs again what changed, until it is asked to end", "[cli]") {
  const TestedRules rules(std::string(right) + silent);
  const Outcome run = shell(
      "env --default-signal=INT \"$GIALINT\" test --watch >out 2>&1 & "
      "until grep -q '通过 2，未通过 0' out; do sleep 0.05; done; "
      "sed 's/1 error/2 error/' r/test/error-word.test >new && mv new r/test/error-word.test; "
      "until grep -q '通过 1，未通过 1' out; do sleep 0.05; done; "
      "echo 'return {' >>r/test/error-word.lua; "
      "until grep -q '不能运行 1' out; do sleep 0.05; done; "
      "kill -INT $!; wait $!; echo \"status $?\"",
      {rules.folder.path(), "", {}});
  CHECK(run.out == "status 0\n");
}

TEST_CASE("--watch goes with text on the standard output only", "[cli]") {
  CHECK(gialint({"test", "--watch", "--format", "json"}).status == 2);
  CHECK(gialint({"test", "--watch", "-o", "x"}).status == 2);
}

}  // namespace
}  // namespace gialint
