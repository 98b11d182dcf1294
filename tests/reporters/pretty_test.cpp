#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

Diagnostic marking(std::string_view text, std::string_view phrase) {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/empty-part";
  diagnostic.severity = Severity::warning;
  diagnostic.span = span_of(text, phrase);
  diagnostic.message = "此处";
  return diagnostic;
}

TEST_CASE("pretty draws the source below each diagnostic, in Chinese", "[reporters]") {
  const std::string out = printed(sample_run(Language::zh), "pretty");
  CHECK(out == expected_output("run.zh.pretty", out));
  CHECK(out.find('\x1b') == std::string::npos);
}

TEST_CASE("pretty says the same in English", "[reporters]") {
  const std::string out = printed(sample_run(Language::en), "pretty");
  CHECK(out == expected_output("run.en.pretty", out));
}

TEST_CASE("pretty colours only when asked", "[reporters]") {
  ReporterOptions options;
  options.color = true;
  const std::string out = printed(sample_run(Language::zh), "pretty", options);
  CHECK(out == expected_output("run.color.pretty", out));
}

TEST_CASE("pretty cuts a paragraph of 300 characters around what is marked", "[reporters]") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "全年共受理申请并按期答复，";
  text += "其中公民 12 件，";
  for (int i = 0; i < 30; ++i) text += "均在法定期限内办结，";
  text += "\n";
  ReporterOptions options;
  options.width = 60;
  const std::string out = printed(run_of(text, {marking(text, "12")}), "pretty", options);
  CHECK(out == expected_output("long_line.pretty", out));
}

TEST_CASE("pretty aligns marks below tabs", "[reporters]") {
  const std::string text = "内容\t本年制发\t现行有效\n规章\t3\t“12”\n";
  Diagnostic diagnostic = marking(text, "12");
  diagnostic.related = {{span_of(text, "现行有效"), "", "列"}};
  const std::string out = printed(run_of(text, {diagnostic}), "pretty");
  CHECK(out == expected_output("tabs.pretty", out));
  ReporterOptions wide;
  wide.ambiguous_width = 2;
  const std::string wide_out = printed(run_of(text, {diagnostic}), "pretty", wide);
  CHECK(wide_out == expected_output("tabs.wide.pretty", wide_out));
}

TEST_CASE("pretty gives one line when nothing was found", "[reporters]") {
  SampleRun run = run_of("年报\n", {});
  CHECK(printed(run, "pretty") == "共检查 1 个文件，没有发现问题\n");
  run.info.language = Language::en;
  CHECK(printed(run, "pretty") == "nothing found in 1 file\n");
}

TEST_CASE("pretty shows a changed line only when the fix changes one", "[reporters]") {
  const std::string text = "一\n二\n三\n";
  Diagnostic diagnostic = marking(text, "二");
  diagnostic.fix = Fix{FixSafety::safe, "删去此行", {{{3 + 1, 3 + 1 + 3 + 1}, ""}}};
  CHECK(printed(run_of(text, {diagnostic}), "pretty").find(" + ") == std::string::npos);
  diagnostic.fix->edits = {{span_of(text, "二"), "贰"}};
  CHECK(printed(run_of(text, {diagnostic}), "pretty").find("   2 + 贰\n") != std::string::npos);
}

}  // namespace
}  // namespace gialint
