#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("text prints one line per place and nothing of failures", "[reporters]") {
  const std::string out = printed(sample_run(), "text");
  CHECK(out == expected_output("run.text", out));
}

TEST_CASE("text counts columns in the unit that was asked for", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/empty-part";
  diagnostic.severity = Severity::error;
  diagnostic.message = "此处";
  SampleRun run = run_of("𠮷林😀本年\n", {diagnostic});
  run.files[0].diagnostics[0].span = span_of(run.files[0].source->text(), "本年");
  const auto line_in = [&](ColumnUnit unit) {
    run.info.column_unit = unit;
    return printed(run, "text");
  };
  CHECK(line_in(ColumnUnit::code_point) == "a.txt:1:4: error: 此处 [sample/empty-part]\n");
  CHECK(line_in(ColumnUnit::utf8) == "a.txt:1:12: error: 此处 [sample/empty-part]\n");
  CHECK(line_in(ColumnUnit::utf16) == "a.txt:1:6: error: 此处 [sample/empty-part]\n");
  CHECK(line_in(ColumnUnit::display) == "a.txt:1:7: error: 此处 [sample/empty-part]\n");
}

TEST_CASE("text prints nothing where nothing was found", "[reporters]") {
  CHECK(printed(run_of("年报\n", {}), "text").empty());
}

}  // namespace
}  // namespace gialint
