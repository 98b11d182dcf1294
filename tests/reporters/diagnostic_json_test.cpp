#include "reporters/diagnostic_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("json and jsonl write a diagnostic with the same members", "[reporters]") {
  const SampleRun run = sample_run();
  const auto document = nlohmann::json::parse(printed(run, "json"), nullptr, false);
  REQUIRE(document.is_object());
  const FileResult& file = run.files[0];
  for (std::size_t i = 0; i < file.diagnostics.size(); ++i) {
    Diagnostic diagnostic = file.diagnostics[i];
    nlohmann::json expected = document["files"][0]["diagnostics"][i];
    diagnostic.fingerprint = expected["fingerprint"];
    std::string text;
    JsonWriter json(text, JsonWriter::compact);
    json.begin_object();
    write_members(json, *file.source, diagnostic);
    json.end_object();
    CHECK(nlohmann::json::parse(text, nullptr, false) == expected);
  }
}

TEST_CASE("a suppression and the counts of a run are objects of their own", "[reporters]") {
  std::string text;
  JsonWriter json(text, JsonWriter::compact);
  write_suppression(json, {"已公布", {"gialint.toml:3:1"}});
  CHECK(text == R"({"reason":"已公布","where":"gialint.toml:3:1"})");
  text.clear();
  RunSummary summary;
  summary.files = 2;
  summary.known = 7;
  summary.by_rule["a/b"] = 3;
  json.begin_object();
  write_members(json, summary);
  json.end_object();
  const auto counts = nlohmann::json::parse(text, nullptr, false);
  CHECK(counts["files"] == 2);
  CHECK(counts["known"] == 7);
  CHECK(counts["by_rule"]["a/b"] == 3);
}

}  // namespace
}  // namespace gialint
