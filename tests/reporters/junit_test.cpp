#include <map>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"
#include "tests/reporters/xml_events.hpp"

namespace gialint {
namespace {

TEST_CASE("junit has a suite for each file and a case for each rule that was on for it", "[reporters]") {
  const std::string out = printed(sample_run(), "junit");
  CHECK(out == expected_output("run.junit", out));
  const XmlDocument document = read_xml(out);
  REQUIRE(document.well_formed);
  const std::vector<XmlElement> suites = document.named("testsuite");
  REQUIRE(suites.size() == 4);
  std::map<std::string, std::size_t> counted;
  for (const XmlElement& suite : suites) {
    for (const char* count : {"tests", "failures", "errors", "skipped"}) {
      counted[count] += static_cast<std::size_t>(std::stoi(suite.attributes.at(count)));
    }
  }
  CHECK(document.named("testcase").size() == counted["tests"]);
  CHECK(document.named("failure").size() == counted["failures"]);
  CHECK(document.named("error").size() == counted["errors"]);
  CHECK(document.named("skipped").size() == counted["skipped"]);
  CHECK(counted == std::map<std::string, std::size_t>{{"errors", 2}, {"failures", 4}, {"skipped", 1}, {"tests", 9}});
}

TEST_CASE("a junit case is one failure however many diagnostics, and what does not count is told of it",
          "[reporters]") {
  const XmlDocument document = read_xml(printed(baseline_run(), "junit"));
  const std::vector<XmlElement> cases = document.named("testcase");
  REQUIRE(cases.size() == 9);
  CHECK(cases[0].attributes.at("name") == "sample/empty-part");
  CHECK(cases[0].text.find("suppressed (已另行公布 <见网站>)") != std::string::npos);
  CHECK(cases[0].text.find("baseline: 这一部分没有内容") != std::string::npos);
  const XmlDocument plain = read_xml(printed(sample_run(), "junit"));
  for (const XmlElement& failure : plain.named("failure")) {
    if (failure.attributes.at("message") != "公民为 12，表中为 29 (+1)") continue;
    CHECK(failure.attributes.at("type") == "warning");
    CHECK(failure.text.find("法人为 12") != std::string::npos);
    return;
  }
  FAIL("no failure for two wrong counts");
}

TEST_CASE("a clean report is tests passed", "[reporters]") {
  SampleRun run = run_of("年报\n", {});
  run.files[0].rules = {{"sample/empty-part", true}};
  CHECK(printed(run, "junit").find("<testcase classname=\"a.txt\" name=\"sample/empty-part\"/>") != std::string::npos);
}

TEST_CASE("junit asks for the rules of each file", "[reporters]") {
  std::ostringstream out;
  CHECK(make_reporter("junit", out, {})->wants().rules);
  CHECK(make_reporter("sarif", out, {})->wants().digest);
  CHECK_FALSE(make_reporter("text", out, {})->wants().digest);
}

}  // namespace
}  // namespace gialint
