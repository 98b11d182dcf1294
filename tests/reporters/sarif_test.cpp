#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

using Json = nlohmann::json;

Json run_in(const std::string& sarif) {
  const Json log = Json::parse(sarif, nullptr, false);
  REQUIRE(log.is_object());
  REQUIRE(log["runs"].size() == 1);
  return log["runs"][0];
}

/// The span that a region means, with columns in UTF-16 units as the common readers take them.
Span span_in(const SourceText& source, const Json& region) {
  const auto offset = [&](const char* line, const char* column) {
    return source.lines().offset(source.text(), {region[line], region[column]}, ColumnUnit::utf16);
  };
  return {offset("startLine", "startColumn"), offset("endLine", "endColumn")};
}

TEST_CASE("sarif is one run with all that gialint found and what went wrong", "[reporters]") {
  const std::string out = printed(sample_run(), "sarif");
  CHECK(out == expected_output("run.sarif", out));
}

TEST_CASE("sarif of a run that found nothing is complete", "[reporters]") {
  const std::string out = printed(run_of("年报\n", {}), "sarif");
  CHECK(out == expected_output("nothing.sarif", out));
  CHECK(run_in(out)["results"].empty());
}

TEST_CASE("a sarif snippet is the text at its region", "[reporters]") {
  const SampleRun sample = sample_run();
  const Json run = run_in(printed(sample, "sarif"));
  REQUIRE(run["columnKind"] == "utf16CodeUnits");
  for (const Json& result : run["results"]) {
    const Json& location = result["locations"][0]["physicalLocation"];
    const SourceText& source =
        location["artifactLocation"]["index"] == 0 ? *sample.files[0].source : *sample.files[3].source;
    CHECK(location["region"]["snippet"]["text"] == source.slice(span_in(source, location["region"])));
    for (const Json& related : result.value("relatedLocations", Json::array())) {
      const Json& region = related["physicalLocation"]["region"];
      CHECK(region["snippet"]["text"] == source.slice(span_in(source, region)));
    }
  }
}

TEST_CASE("every index in sarif points at what it names", "[reporters]") {
  const Json run = run_in(printed(sample_run(), "sarif"));
  const Json& rules = run["tool"]["driver"]["rules"];
  for (const Json& result : run["results"]) {
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    const Json& file = result["locations"][0]["physicalLocation"]["artifactLocation"];
    CHECK(run["artifacts"][file["index"].get<std::size_t>()]["location"]["uri"] == file["uri"]);
  }
  const Json& invocation = run["invocations"][0];
  REQUIRE(invocation["toolExecutionNotifications"].size() == 2);
  for (const Json& notification : invocation["toolExecutionNotifications"]) {
    const Json& kind = run["tool"]["driver"]["notifications"][notification["descriptor"]["index"].get<std::size_t>()];
    CHECK(kind["id"] == notification["descriptor"]["id"]);
  }
  CHECK(invocation["executionSuccessful"] == false);
}

TEST_CASE("diagnostics alone do not make a sarif invocation a failed one", "[reporters]") {
  Diagnostic diagnostic;
  diagnostic.rule = "sample/empty-part";
  diagnostic.severity = Severity::error;
  diagnostic.message = "此处";
  const Json invocation = run_in(printed(run_of("年报\n", {diagnostic}), "sarif"))["invocations"][0];
  CHECK(invocation["executionSuccessful"] == true);
  CHECK(invocation["exitCode"] == 1);
}

TEST_CASE("a suppressed result stands in sarif in its place, with the reason and where it is given", "[reporters]") {
  const Json run = run_in(printed(sample_run(), "sarif"));
  const Json& first = run["results"][0];
  REQUIRE(first["suppressions"].size() == 1);
  const Json& suppression = first["suppressions"][0];
  CHECK(suppression["kind"] == "external");
  CHECK(suppression["status"] == "accepted");
  CHECK(suppression["justification"] == "已另行公布 <见网站>");
  const Json& place = suppression["location"]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "gialint.toml");
  CHECK(place["region"]["startLine"] == 12);
  CHECK(place["region"]["startColumn"] == 1);
  for (std::size_t i = 1; i < run["results"].size(); ++i) CHECK(run["results"][i]["suppressions"].empty());
}

TEST_CASE("with a baseline every sarif result says whether it is new, without one none does", "[reporters]") {
  const Json plain = run_in(printed(sample_run(), "sarif"));
  for (const Json& result : plain["results"]) CHECK_FALSE(result.contains("baselineState"));
  const std::string out = printed(baseline_run(), "sarif");
  CHECK(out == expected_output("baseline.sarif", out));
  const Json run = run_in(out);
  std::map<std::string, int> states;
  for (const Json& result : run["results"]) ++states[result["baselineState"].get<std::string>()];
  CHECK(states == std::map<std::string, int>{{"new", 5}, {"unchanged", 2}});
}

TEST_CASE("a sarif rule names what it stands on among the run's taxa", "[reporters]") {
  const Json run = run_in(printed(sample_run(), "sarif"));
  REQUIRE(run["taxonomies"].size() == 1);
  const Json& taxonomy = run["taxonomies"][0];
  CHECK(taxonomy["taxa"].size() == 3);
  const Json& driver = run["tool"]["driver"];
  CHECK(driver["supportedTaxonomies"][0]["name"] == taxonomy["name"]);
  const SampleRun sample = sample_run();
  for (std::size_t i = 0; i < sample.info.rules.size(); ++i) {
    const Json relationships = driver["rules"][i].value("relationships", Json::array());
    REQUIRE(relationships.size() == sample.info.rules[i].basis.size());
    for (std::size_t k = 0; k < relationships.size(); ++k) {
      const Json& target = relationships[k]["target"];
      CHECK(target["id"] == sample.info.rules[i].basis[k]);
      CHECK(taxonomy["taxa"][target["index"].get<std::size_t>()]["id"] == target["id"]);
    }
  }
}

TEST_CASE("sarif holds the rules in Chinese too, with the same numbers for the same values", "[reporters]") {
  const Json run = run_in(printed(sample_run(Language::en), "sarif"));
  REQUIRE(run["translations"].size() == 1);
  const Json& chinese = run["translations"][0];
  const Json& rules = run["tool"]["driver"]["rules"];
  CHECK(chinese["language"] == "zh-CN");
  REQUIRE(chinese["rules"].size() == rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) CHECK(chinese["rules"][i]["id"] == rules[i]["id"]);
  CHECK(rules[1]["messageStrings"]["differs"]["text"] == "header '{1}' should read '{0}'.");
  CHECK(chinese["rules"][1]["messageStrings"]["differs"]["text"] == "表头“{1}”应为“{0}”");
  CHECK(rules[2]["help"]["markdown"].get<std::string>().find("**Basis**\n\n- 《") != std::string::npos);
  CHECK(chinese["rules"][2]["help"]["markdown"].get<std::string>().find("**依据**\n\n- 《") != std::string::npos);
}

TEST_CASE("a sarif artifact is told by encoding, length and digest", "[reporters]") {
  const SampleRun sample = sample_run();
  const Json artifacts = run_in(printed(sample, "sarif"))["artifacts"];
  REQUIRE(artifacts.size() == 3);
  CHECK(artifacts[0]["hashes"]["sha-256"] == sample.files[0].sha256);
  CHECK(artifacts[0]["length"] == sample.files[0].source->byte_count());
  CHECK(artifacts[2]["encoding"] == "GB18030");
  CHECK_FALSE(artifacts[2].contains("hashes"));
}

TEST_CASE("sarif keeps suppressions on all results and what is inserted in all fixes", "[reporters]") {
  const Json run = run_in(printed(sample_run(), "sarif"));
  for (const Json& result : run["results"]) {
    REQUIRE(result["suppressions"].is_array());
    for (const Json& fix : result.value("fixes", Json::array())) {
      Position last;
      for (const Json& replacement : fix["artifactChanges"][0]["replacements"]) {
        CHECK(replacement["insertedContent"]["text"].is_string());
        const Json& region = replacement["deletedRegion"];
        CHECK(last <= Position{region["startLine"], region["startColumn"]});
        last = Position{region["endLine"], region["endColumn"]};
      }
    }
  }
}

TEST_CASE("a sarif message and its numbered arguments say the same", "[reporters]") {
  SampleRun sample = sample_run(Language::en);
  const Json run = run_in(printed(sample, "sarif"));
  std::size_t with_arguments = 0;
  for (const Json& result : run["results"]) {
    const Json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
    std::string text = rule["messageStrings"][result["message"]["id"].get<std::string>()]["text"];
    const Json& arguments = result["message"]["arguments"];
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const std::string placeholder = "'{" + std::to_string(i) + "}'";
      const std::size_t at = text.find(placeholder);
      REQUIRE(at != std::string::npos);
      text.replace(at, placeholder.size(), arguments[i].get<std::string>());
      ++with_arguments;
    }
    text.pop_back();  // the full stop
    std::string said = result["message"]["text"];
    said.erase(std::remove(said.begin(), said.end(), '\''), said.end());
    CHECK(text == said);
  }
  CHECK(with_arguments > 5);
}

TEST_CASE("braces of a message that are no placeholder are doubled in sarif", "[reporters]") {
  SampleRun sample = run_of("年报\n", {});
  sample.info.rules[0].messages["empty"] = {"", "{b} of {a}, not {A} or {}, again {b}"};
  const Json rule = run_in(printed(sample, "sarif"))["tool"]["driver"]["rules"][0];
  CHECK(rule["messageStrings"]["empty"]["text"] == "'{1}' of '{0}', not {{A}} or {{}}, again '{1}'.");
}

TEST_CASE("sarif fingerprints tell results of one line apart", "[reporters]") {
  const Json run = run_in(printed(sample_run(), "sarif"));
  std::set<std::string> ours;
  std::set<std::string> theirs;
  for (const Json& result : run["results"]) {
    if (result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] != 0) {
      CHECK_FALSE(result["partialFingerprints"].contains("primaryLocationLineHash"));
      continue;
    }
    ours.insert(result["partialFingerprints"]["gialint/v1"].get<std::string>());
    theirs.insert(result["ruleId"].get<std::string>() +
                  result["partialFingerprints"]["primaryLocationLineHash"].get<std::string>());
  }
  CHECK(ours.size() == 6);
  CHECK(theirs.size() == 6);
}

TEST_CASE("sarif names files from the root and without raw Chinese", "[reporters]") {
  SampleRun sample = run_of("年报\n", {});
  sample.files[0].path = "/home/数据/a #1%.txt";
  ReporterOptions options;
  options.root = "/home";
  const std::string out = printed(sample, "sarif", options);
  const Json location = run_in(out)["artifacts"][0]["location"];
  CHECK(location["uri"] == "%E6%95%B0%E6%8D%AE/a%20%231%25.txt");
  CHECK(location["uriBaseId"] == "%SRCROOT%");
  CHECK(out.find("/home") == std::string::npos);
}

TEST_CASE("sarif quotes little of a line that is very long", "[reporters]") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "申请";
  text += "58件\n";
  Diagnostic cell;
  cell.rule = "sample/part-count";
  cell.message = "此处";
  cell.span = span_of(text, "58");
  Diagnostic all = cell;
  all.span = {0, static_cast<std::uint32_t>(text.size())};
  const SampleRun sample = run_of(text, {all, cell});
  const std::string out = printed(sample, "sarif");
  CHECK(out.size() < 20'000);
  const Json results = run_in(out)["results"];
  CHECK_FALSE(results[0]["locations"][0]["physicalLocation"].contains("contextRegion"));
  const Json& context = results[1]["locations"][0]["physicalLocation"]["contextRegion"];
  const SourceText& source = *sample.files[0].source;
  CHECK(context["snippet"]["text"] == source.slice(span_in(source, context)));
  CHECK(span_in(source, context).contains(cell.span));
}

}  // namespace
}  // namespace gialint
