#include <sstream>

#include <catch2/catch.hpp>

#include "engine/text/display.hpp"
#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("summary counts by rule, file and organ, the worst first", "[reporters]") {
  const std::string zh = printed(sample_run(), "summary");
  CHECK(zh == expected_output("run.zh.summary", zh));
  const std::string en = printed(sample_run(Language::en), "summary");
  CHECK(en == expected_output("run.en.summary", en));
}

TEST_CASE("the columns of a summary stand below each other whatever characters the names have", "[reporters]") {
  SampleRun run;
  for (const char* path : {"a.txt", "某市/某县/退役军人事务局.txt", "ＡＢ/é.txt"}) {
    FileResult file = run_of("年报\n", {Diagnostic{}}).files[0];
    file.path = path;
    run.files.push_back(file);
  }
  const std::vector<std::string> lines = lines_in(printed(run, "summary"));
  REQUIRE(lines.size() == 9);
  for (std::size_t i = 5; i < lines.size(); ++i) CHECK(display_width(lines[i]) == display_width(lines[5]));
}

TEST_CASE("a summary lists the worst files and says how many others there are", "[reporters]") {
  SampleRun run;
  for (int i = 0; i < 50; ++i) {
    Diagnostic diagnostic;
    diagnostic.severity = i == 49 ? Severity::error : Severity::warning;
    FileResult file = run_of("年报\n", {diagnostic}).files[0];
    file.path = "f" + std::to_string(i) + ".txt";
    run.files.push_back(file);
  }
  const std::vector<std::string> lines = lines_in(printed(run, "summary"));
  CHECK(lines[6].rfind("f49.txt", 0) == 0);
  CHECK(lines.back() == "……另有 30 个");
}

TEST_CASE("a summary says which reports were compared with last year's, and which have none", "[reporters]") {
  SampleRun run;
  for (const auto& [path, previous] :
       {std::pair{"b-2023.txt", "b-2022.txt"}, {"c-2023.txt", ""}, {"d-2023.txt", nullptr}}) {
    FileResult file;
    file.path = path;
    if (previous != nullptr) file.previous = previous;
    run.files.push_back(file);
  }
  const std::string text = printed(run, "summary");
  CHECK(text.find("与上年年报比较过     1\nb-2023.txt  ←  b-2022.txt\n") != std::string::npos);
  CHECK(text.find("没有上年年报     1\nc-2023.txt\n") != std::string::npos);
  CHECK(text.find("d-2023.txt") == std::string::npos);
  const std::string json = printed(run, "json");
  CHECK(json.find("\"previous\": \"b-2022.txt\"") != std::string::npos);
  CHECK(json.find("\"previous\": null") != std::string::npos);
  const std::string html = printed(run, "html");
  CHECK(html.find("上年年报：<bdi>b-2022.txt</bdi>") != std::string::npos);
  CHECK(html.find("没有上年年报") != std::string::npos);
}

}  // namespace
}  // namespace gialint
