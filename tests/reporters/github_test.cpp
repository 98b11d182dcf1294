#include <sstream>

#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("github prints a workflow command for all that was found and for what went wrong", "[reporters]") {
  const std::string out = printed(sample_run(), "github");
  CHECK(out == expected_output("run.github", out));
  std::istringstream in(out);
  int lines = 0;
  for (std::string line; std::getline(in, line); ++lines) CHECK(line.rfind("::", 0) == 0);
  CHECK(lines == 8);
}

TEST_CASE("what ends a command, a property or a line is encoded as the runner decodes it", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/a,b:c";
  diagnostic.severity = Severity::info;
  diagnostic.span = {0, 3};
  diagnostic.message = "50%\r\n一: 二, \x1b[31m";
  SampleRun run = run_of("一、总体\n", {diagnostic});
  run.files[0].path = "a:b,c%\n.txt";
  CHECK(printed(run, "github") ==
        "::notice file=a%3Ab%2Cc%25%0A.txt,line=1,endLine=1,col=1,endColumn=2,title=sample/a%2Cb%3Ac::"
        "50%25%0D%0A一: 二, \\u{1b}[31m\n");
}

TEST_CASE("github names no columns where more than one line is marked", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/a";
  diagnostic.span = {3, 20};
  diagnostic.message = "m";
  CHECK(printed(run_of("一、总体\n二、其他\n", {diagnostic}), "github") ==
        "::warning file=a.txt,line=1,endLine=2,title=sample/a::m\n");
}

TEST_CASE("github names files from the folder that gialint ran in", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/a";
  SampleRun run = run_of("一\n", {diagnostic});
  run.files[0].path = "/home/data/a.txt";
  ReporterOptions options;
  options.root = "/home";
  CHECK(printed(run, "github", options).find("file=data/a.txt,") != std::string::npos);
}

}  // namespace
}  // namespace gialint
