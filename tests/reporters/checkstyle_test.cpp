#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"
#include "tests/reporters/xml_events.hpp"

namespace gialint {
namespace {

TEST_CASE("checkstyle has an error for each diagnostic in its file, and names clean files", "[reporters]") {
  const std::string out = printed(sample_run(), "checkstyle");
  CHECK(out == expected_output("run.checkstyle", out));
  const XmlDocument document = read_xml(out);
  REQUIRE(document.well_formed);
  CHECK(document.elements.front().name == "checkstyle");
  CHECK(document.named("file").size() == 4);
  const std::vector<XmlElement> errors = document.named("error");
  REQUIRE(errors.size() == 8);
  CHECK(document.named("file")[0].attributes.at("name") == "数据 #1/100%\t年报.txt");
  CHECK(errors[0].attributes.at("message") ==
        "公民为 12，表中为 29\n数据 #1/100%\t年报.txt:4:9: 合计\n"
        "数据 #1/100%\t年报.txt:7:1: 表中");
  CHECK(errors[0].attributes.at("line") == "4");
  CHECK(errors[0].attributes.at("column") == "19");
  CHECK(errors[0].attributes.at("severity") == "warning");
  CHECK(errors[0].attributes.at("source") == "sample/part-count");
}

TEST_CASE("checkstyle columns count what the user asked for", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/a";
  diagnostic.span = {6, 7};
  SampleRun run = run_of("一、1\n", {diagnostic});
  CHECK(read_xml(printed(run, "checkstyle")).named("error")[0].attributes.at("column") == "3");
  run.info.column_unit = ColumnUnit::utf8;
  CHECK(read_xml(printed(run, "checkstyle")).named("error")[0].attributes.at("column") == "7");
}

}  // namespace
}  // namespace gialint
