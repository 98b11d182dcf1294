#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

Outcome explain(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"explain", "--rules-dir", fixture("rules")});
  return gialint(arguments);
}

TEST_CASE("a rule is explained with all that its file declares", "[cli]") {
  const Outcome run = explain({"test/warning-word"});
  CHECK(run.status == 0);
  for (const char* piece : {"test/warning-word", "有“乙”字", "warning", "删去“乙”字", "测试用，没有依据",
                            "这里有“{word}”字", "limit", "最多几处", "默认 3", "1 到 9"}) {
    INFO(piece);
    CHECK(run.out.find(piece) != std::string::npos);
  }
  CHECK(explain({"--lang", "en", "test/warning-word"}).out.find("take the 乙 out") != std::string::npos);
}

TEST_CASE("the engine's own rules are explained too", "[cli]") {
  for (const char* rule :
       {"input/undecodable", "input/not-a-report", "input/unsupported-year", "internal/rule-error"}) {
    const Outcome run = explain({rule});
    CHECK(run.status == 0);
    CHECK(run.out.find(rule) == 0);
  }
}

TEST_CASE("a category stands for its rules, and JSON has them in both languages", "[cli]") {
  const Outcome run = explain({"input"});
  CHECK(run.status == 0);
  for (const char* rule : {"input/undecodable", "input/not-a-report", "input/unsupported-year"})
    CHECK(run.out.find(rule) != std::string::npos);
  CHECK(explain({"input/*"}).out == run.out);
  CHECK(explain({"inptu"}).status == 2);
  const Outcome json = explain({"--format", "json", "test/warning-word", "input/undecodable"});
  CHECK(json.status == 0);
  CHECK(json.out.find("\"schema\": \"gialint-rules/1\"") != std::string::npos);
  CHECK(json.out.find("\"id\": \"test/warning-word\"") < json.out.find("\"id\": \"input/undecodable\""));
  CHECK(json.out.find("take the 乙 out") != std::string::npos);
}

TEST_CASE("an unknown rule is a failure that names the nearest, and the others are explained", "[cli]") {
  const Outcome run = explain({"test/eror-word", "test/info-word"});
  CHECK(run.status == 2);
  CHECK(run.err == "gialint: 没有规则 test/eror-word；是否想写 test/error-word？\n");
  CHECK(run.out.find("test/info-word") == 0);
  CHECK(explain({"error-word"}).err == "gialint: 没有规则 error-word；是否想写 test/error-word？\n");
  CHECK(explain({}).status == 2);
}

}  // namespace
}  // namespace gialint
