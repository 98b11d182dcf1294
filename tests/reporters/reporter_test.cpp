#include "reporters/reporter.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("every format that is named can be made, and no other", "[reporters]") {
  std::ostringstream out;
  const std::vector<std::string> names = reporter_names();
  CHECK(names == std::vector<std::string>{"json", "pretty", "sarif", "text"});
  for (const std::string& name : names) CHECK(make_reporter(name, out, {}));
  CHECK_FALSE(make_reporter("html", out, {}));
  CHECK_FALSE(make_reporter("", out, {}));
}

TEST_CASE("two runs print the same bytes", "[reporters]") {
  for (const std::string& name : reporter_names()) {
    CAPTURE(name);
    CHECK(printed(sample_run(), name) == printed(sample_run(), name));
  }
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
    CHECK(printed(run, name).find("outside") != std::string::npos);
  }
}

}  // namespace
}  // namespace gialint
