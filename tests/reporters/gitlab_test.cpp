#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("gitlab is one array of code quality entries", "[reporters]") {
  const std::string out = printed(sample_run(), "gitlab");
  CHECK(out == expected_output("run.gitlab", out));
  CHECK(out.front() == '[');  // no byte order mark
  const auto report = nlohmann::json::parse(out, nullptr, false);
  REQUIRE(report.is_array());
  REQUIRE(report.size() == 8);
  std::set<std::string> fingerprints;
  const std::set<std::string> severities = {"info", "minor", "major", "critical", "blocker"};
  for (const auto& entry : report) {
    CHECK_FALSE(entry["description"].get<std::string>().empty());
    CHECK_FALSE(entry["check_name"].get<std::string>().empty());
    CHECK(severities.count(entry["severity"]) == 1);
    CHECK(entry["location"]["lines"]["begin"] >= 1);
    CHECK(entry["location"]["path"].get<std::string>().rfind("./", 0) == std::string::npos);
    fingerprints.insert(entry["fingerprint"].get<std::string>());
  }
  CHECK(fingerprints.size() == report.size());
}

TEST_CASE("a gitlab fingerprint hangs on the path and on what the diagnostic says of which place", "[reporters]") {
  const auto fingerprint = [](const std::string& text, const std::string& path) {
    Diagnostic diagnostic;
    diagnostic.rule = "sample/a";
    diagnostic.place = "requests/total";
    diagnostic.span = span_of(text, "12");
    SampleRun run = run_of(text, {diagnostic});
    run.files[0].path = path;
    return nlohmann::json::parse(printed(run, "gitlab"))[0]["fingerprint"].get<std::string>();
  };
  CHECK(fingerprint("共 12 件\n", "a.txt") == fingerprint("前\n共 12 件\n", "a.txt"));
  CHECK(fingerprint("共 12 件\n", "a.txt") != fingerprint("共 12 件\n", "b.txt"));
  CHECK(fingerprint("共 12 件\n", "./a.txt") == fingerprint("共 12 件\n", "a.txt"));
}

TEST_CASE("gitlab calls an error critical where the rule is hardly ever wrong", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/header-text";
  diagnostic.severity = Severity::error;
  SampleRun run = run_of("一\n", {diagnostic});
  const auto severity = [&] { return nlohmann::json::parse(printed(run, "gitlab"))[0]["severity"]; };
  CHECK(severity() == "major");
  for (RuleInfo& rule : run.info.rules) rule.precision = "very-high";
  CHECK(severity() == "critical");
}

TEST_CASE("a file that comes a second time has no fingerprint twice", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/alike";
  SampleRun run = run_of("一\n", {});
  FileResult later = run.files[0];
  later.at_end_of_run = true;
  later.diagnostics = {diagnostic};
  run.files.push_back(later);
  run.files.push_back(later);
  const auto report = nlohmann::json::parse(printed(run, "gitlab"));
  REQUIRE(report.size() == 2);
  CHECK(report[0]["fingerprint"] != report[1]["fingerprint"]);
}

}  // namespace
}  // namespace gialint
