#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "reporters/pages.hpp"
#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

using Json = nlohmann::json;

/// What a suggestion of one file makes of its bytes, as reviewdog applies it.
std::string applied(std::string bytes, const Json& suggestion) {
  const auto offset = [&](const Json& position) {
    std::size_t at = 0;
    for (int line = 1; line < position["line"]; ++line) at = bytes.find('\n', at) + 1;
    return at + position["column"].get<std::size_t>() - 1;
  };
  const std::size_t begin = offset(suggestion["range"]["start"]);
  const std::size_t end = offset(suggestion["range"]["end"]);
  return bytes.replace(begin, end - begin, suggestion["text"].get<std::string>());
}

TEST_CASE("rdjson is one document of diagnostics", "[reporters]") {
  const std::string out = printed(sample_run(), "rdjson");
  CHECK(out == expected_output("run.rdjson", out));
  const Json result = Json::parse(out, nullptr, false);
  REQUIRE(result.is_object());
  CHECK(result["source"]["name"] == "gialint");
  CHECK(result["diagnostics"].size() == 8);
  CHECK(result["diagnostics"][0]["code"]["url"] == page_of("sample/part-count"));
}

TEST_CASE("rdjsonl is the same diagnostics, a line each, with their source", "[reporters]") {
  const std::string out = printed(sample_run(), "rdjsonl");
  CHECK(out == expected_output("run.rdjsonl", out));
  const Json result = Json::parse(printed(sample_run(), "rdjson"), nullptr, false);
  std::istringstream in(out);
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    Json diagnostic = Json::parse(line, nullptr, false);
    REQUIRE(diagnostic.is_object());
    CHECK(diagnostic["source"] == result["source"]);
    diagnostic.erase("source");
    CHECK(diagnostic == result["diagnostics"][count]);
  }
  CHECK(count == result["diagnostics"].size());
}

TEST_CASE("rdjson counts the bytes of the file's lines, its byte order mark among them", "[reporters]") {
  const std::string text = "年报\n共 12 件\n";
  Diagnostic title;
  title.rule = "sample/a";
  title.span = span_of(text, "报");
  Diagnostic count = title;
  count.span = span_of(text, "12");
  const auto column = [&](const std::string& bytes, std::size_t which) {
    const Json result = Json::parse(printed(run_of(bytes, {title, count}), "rdjson"));
    return result["diagnostics"][which]["location"]["range"]["start"]["column"].get<int>();
  };
  CHECK(column(text, 0) == 4);
  CHECK(column("\xEF\xBB\xBF" + text, 0) == 7);
  CHECK(column("\xEF\xBB\xBF" + text, 1) == 5);
}

TEST_CASE("the edits of a fix are one suggestion that reviewdog can apply by itself", "[reporters]") {
  const std::string bytes = "\xEF\xBB\xBF表头：本年度止件数\n";
  const std::string text = bytes.substr(3);
  Diagnostic diagnostic;
  diagnostic.rule = "sample/a";
  const std::uint32_t end = span_of(text, "止").begin;
  diagnostic.fix =
      Fix{FixSafety::safe, "", {{span_of(text, "本"), "今"}, {span_of(text, "度"), ""}, {{end, end}, "废"}}};
  const Json result = Json::parse(printed(run_of(bytes, {diagnostic}), "rdjson"));
  REQUIRE(result["diagnostics"][0]["suggestions"].size() == 1);
  CHECK(applied(bytes, result["diagnostics"][0]["suggestions"][0]) == "\xEF\xBB\xBF表头：今年废止件数\n");
}

TEST_CASE(
    "rdjson has no columns and suggests nothing for a file in another encoding, whose bytes reviewdog takes for UTF-8",
    "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/a";
  diagnostic.fix = Fix{FixSafety::safe, "", {{{0, 3}, "x"}}};
  const SampleRun run = run_of("\xC4\xEA\xB1\xA8\xA3\xBA\xB1\xBE\xC4\xEA\xB6\xC8\xD6\xB9", {diagnostic});
  const Json result = Json::parse(printed(run, "rdjson"))["diagnostics"][0];
  CHECK_FALSE(result.contains("suggestions"));
  CHECK(result["location"]["range"]["start"] == Json({{"line", 1}}));
  CHECK(result["location"]["range"]["end"] == Json({{"line", 1}}));
}

}  // namespace
}  // namespace gialint
