#include "reporters/reporter.hpp"

#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("every format that is named can be made, and no other", "[reporters]") {
  std::ostringstream out;
  const std::vector<std::string> names = reporter_names();
  CHECK(names == std::vector<std::string>{"checkstyle", "csv", "github", "gitlab", "html", "json", "jsonl", "junit",
                                          "pretty", "rdjson", "rdjsonl", "sarif", "summary", "text"});
  for (const std::string& name : names) CHECK(make_reporter(name, out, {}));
  CHECK_FALSE(make_reporter("htm", out, {}));
  CHECK_FALSE(make_reporter("", out, {}));
}

TEST_CASE("two runs print the same bytes", "[reporters]") {
  for (const std::string& name : reporter_names()) {
    CAPTURE(name);
    CHECK(printed(sample_run(), name) == printed(sample_run(), name));
  }
}

TEST_CASE("a related place in another file is named with that file in every format", "[reporters]") {
  Result<SourceText> other = SourceText::from_bytes("上年/旧.txt", "第一行\n结转 3 件\n");
  REQUIRE(other.ok());
  Diagnostic diagnostic;
  diagnostic.rule = "sample/carried";
  diagnostic.span = {0, 3};
  diagnostic.message = "differs";
  diagnostic.related = {{{0, 3}, "", "here"}, {{17, 18}, "", "there"}};
  diagnostic.related[1].source = std::make_shared<const SourceText>(*std::move(other));
  const SampleRun run = run_of("一、总体\n", {diagnostic});
  const std::string path = run.files[0].path;
  CHECK(printed(run, "text") ==
        path + ":1:1: warning: differs [sample/carried]\n" + path +
            ":1:1: note: here [sample/carried]\n上年/旧.txt:2:4: note: there [sample/carried]\n");
  const std::string pretty = printed(run, "pretty");
  CHECK(pretty.find("     : 上年/旧.txt:2:4\n   2 | 结转 3 件\n     |      - there\n") != std::string::npos);
  CHECK(printed(run, "json").find("\"path\": \"上年/旧.txt\"") != std::string::npos);
  CHECK(printed(run, "json").find("\"offset\": 17") != std::string::npos);
  CHECK(printed(run, "sarif").find("%E4%B8%8A%E5%B9%B4/%E6%97%A7.txt") != std::string::npos);
}

TEST_CASE("what rules about all files say of a file comes later, and the file is one artifact", "[reporters]") {
  SampleRun run = run_of("一、总体\n", {});
  FileResult later = run.files[0];
  later.at_end_of_run = true;
  Diagnostic diagnostic;
  diagnostic.rule = "sample/alike";
  diagnostic.message = "alike";
  later.diagnostics = {diagnostic};
  run.files.push_back(later);
  const auto log = nlohmann::json::parse(printed(run, "sarif"), nullptr, false);
  REQUIRE(log.is_object());
  CHECK(log["runs"][0]["artifacts"].size() == 1);
  const auto& result = log["runs"][0]["results"][0];
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0);
}

TEST_CASE("a span that lies outside the text breaks no format", "[reporters]") {
  Diagnostic stray;
  stray.rule = "unknown/rule";
  stray.span = {500, 900};
  stray.message = "outside";
  stray.related = {{{7, 900}, "", ""}, {{9, 2}, "", "backwards"}};
  stray.fix = Fix{FixSafety::unsafe, "", {{{600, 700}, "x"}}};
  const SampleRun run = run_of("一、总体\n", {stray});
  for (const std::string& name : reporter_names()) {
    CAPTURE(name);
    CHECK(printed(run, name).find(name == "summary" ? "unknown/rule" : "outside") != std::string::npos);
  }
}

}  // namespace
}  // namespace gialint
