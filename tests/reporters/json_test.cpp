#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("json is one document with all that the run gave", "[reporters]") {
  const std::string out = printed(sample_run(), "json");
  CHECK(out == expected_output("run.json", out));
  const auto document = nlohmann::json::parse(out, nullptr, false);
  REQUIRE(document.is_object());
  CHECK(document["schema"] == "gialint-json/1");
  CHECK(document["files"].size() == 4);
}

TEST_CASE("json says a message as it is, whatever it holds", "[reporters]") {
  const SampleRun run = sample_run();
  const auto document = nlohmann::json::parse(printed(run, "json"), nullptr, false);
  REQUIRE(document.is_object());
  for (std::size_t file = 0; file < run.files.size(); ++file) {
    CHECK(document["files"][file]["path"] == run.files[file].path);
    REQUIRE(document["files"][file]["diagnostics"].size() == run.files[file].diagnostics.size());
    for (std::size_t i = 0; i < run.files[file].diagnostics.size(); ++i) {
      CHECK(document["files"][file]["diagnostics"][i]["message"] == run.files[file].diagnostics[i].message);
    }
  }
}

TEST_CASE("json's offsets mark the same text as its lines and columns", "[reporters]") {
  const SampleRun run = sample_run();
  const auto document = nlohmann::json::parse(printed(run, "json"), nullptr, false);
  REQUIRE(document.is_object());
  const SourceText& source = *run.files[0].source;
  for (const auto& diagnostic : document["files"][0]["diagnostics"]) {
    for (const char* end : {"start", "end"}) {
      const Position position{diagnostic[end]["line"], diagnostic[end]["column"]};
      CHECK(source.lines().offset(source.text(), position, ColumnUnit::code_point) == diagnostic[end]["offset"]);
    }
  }
}

TEST_CASE("json says what was suppressed and why, and what the baseline held", "[reporters]") {
  const auto document = nlohmann::json::parse(printed(baseline_run(), "json"), nullptr, false);
  REQUIRE(document.is_object());
  CHECK(document["baseline"] == true);
  const auto& file = document["files"][0];
  CHECK(file["diagnostics"].size() == 3);
  REQUIRE(file["suppressed"].size() == 1);
  CHECK(file["suppressed"][0]["suppression"]["reason"] == "已另行公布 <见网站>");
  CHECK(file["suppressed"][0]["suppression"]["where"] == "gialint.toml:12:1");
  REQUIRE(file["known"].size() == 2);
  CHECK(file["known"][0]["fingerprint"].get<std::string>().size() == 32);
  CHECK(document["summary"]["suppressed"] == 1);
  CHECK(document["summary"]["known"] == 2);
  CHECK_FALSE(document["files"][1].contains("known"));
}

TEST_CASE("json of a run without files is a document too", "[reporters]") {
  SampleRun run;
  run.info.version = "0.1.0";
  const auto document = nlohmann::json::parse(printed(run, "json"), nullptr, false);
  REQUIRE(document.is_object());
  CHECK(document["files"].empty());
  CHECK(document["summary"]["files"] == 0);
}

}  // namespace
}  // namespace gialint
