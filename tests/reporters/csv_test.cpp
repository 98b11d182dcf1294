#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("csv is a line for each diagnostic and unreadable file, in the run's language", "[reporters]") {
  const std::string zh = printed(sample_run(), "csv");
  CHECK(zh == expected_output("run.zh.csv", zh));
  CHECK(zh.rfind("\xEF\xBB\xBF文件,机关,年度,行,列,级别,规则,问题\r\n", 0) == 0);
  const std::string en = printed(sample_run(Language::en), "csv");
  CHECK(en == expected_output("run.en.csv", en));
}

TEST_CASE("what a message holds stays in its line of csv, and is no formula", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/a";
  diagnostic.severity = Severity::error;
  diagnostic.message = "=1+1,\n\"2\"";
  const std::string out = printed(run_of("年报\n", {diagnostic}), "csv");
  CHECK(out.substr(out.find("\r\n") + 2) == "a.txt,,,1,1,错误,sample/a,\"'=1+1,\\u{a}\"\"2\"\"\"\r\n");
}

}  // namespace
}  // namespace gialint
