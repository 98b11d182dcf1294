#include "engine/run/baseline.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

Diagnostic diagnostic(std::string rule, std::string fingerprint) {
  Diagnostic made;
  made.rule = std::move(rule);
  made.place = "section/x";
  made.fingerprint = std::move(fingerprint);
  return made;
}

FileResult result_of(std::vector<Diagnostic> diagnostics, std::string organ = "甲局", int year = 2023) {
  FileResult result;
  result.organ = std::move(organ);
  result.year = year;
  result.diagnostics = std::move(diagnostics);
  return result;
}

const RuleSettings rules = {{"a/b", {}}, {"a/c", {}}};

Baseline sample() {
  Baseline baseline;
  baseline.reason = "旧账 \"x\"";
  baseline.files["甲/a.txt"] = {"甲/a.txt", "甲局", 2023, {{"a/b", "section/x", "1"}, {"a/c", "section/x", "2"}}};
  baseline.files["b.txt"] = {"b.txt", "", std::nullopt, {{"a/b", "", "1"}}};
  return baseline;
}

TEST_CASE("a baseline comes back from its file as it was, a diagnostic a line", "[run]") {
  const std::string json = to_json(sample());
  const Result<Baseline> again = parse_baseline(json, "x.json");
  REQUIRE(again.ok());
  CHECK(*again == sample());
  CHECK(to_json(*again) == json);
  CHECK(json.find("\n      { \"rule\": \"a/c\", \"place\": \"section/x\", \"fingerprint\": \"2\" } ] }") !=
        std::string::npos);
  const Result<Baseline> empty = parse_baseline(to_json(Baseline()), "x.json");
  REQUIRE(empty.ok());
  CHECK(empty->files.empty());
}

TEST_CASE("what is no baseline of this version is a failure that names the file", "[run]") {
  for (const char* json :
       {"", "[]", "{}", "{\"schema\": \"gialint-baseline/2\", \"files\": []}", "{\"schema\": 3}",
        "{\"schema\": \"gialint-baseline/1\"}",
        "{\"schema\": \"gialint-baseline/1\", \"files\": [{\"path\": 1, \"diagnostics\": []}]}",
        "{\"schema\": \"gialint-baseline/1\", \"files\": [{\"path\": \"a\", \"diagnostics\": [{}]}]}",
        "{\"schema\": \"gialint-baseline/1\", \"files\": [{\"path\": \"a\", \"diagnostics\": []}, "
        "{\"path\": \"a\", \"diagnostics\": []}]}"}) {
    CAPTURE(json);
    const Result<Baseline> baseline = parse_baseline(json, "x.json");
    REQUIRE_FALSE(baseline.ok());
    CHECK(baseline.failure().where == FilePlace{"x.json"});
    const std::string english = parse_baseline(json, "x.json").failure().what.en;
    CHECK(english.find("; write a new one with gialint baseline") != std::string::npos);
  }
}

TEST_CASE("an entry holds back one diagnostic, and a second equal one is new", "[run]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("甲/a.txt", "x");
  folder.write("b.txt", "x");
  BaselineMatcher matcher(sample(), folder.path());
  FileResult result = result_of({diagnostic("a/b", "1"), diagnostic("a/b", "1"), diagnostic("a/c", "3")});
  matcher.apply(result, file, rules);
  CHECK(result.in_baseline.size() == 1);
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].fingerprint == "1");
  CHECK(matcher.stale() == 1);  // a/c 2; b.txt was not looked at
  const Baseline pruned = matcher.pruned();
  CHECK(pruned.files.at("甲/a.txt").diagnostics.size() == 1);
  CHECK(pruned.files.count("b.txt") == 1);
}

TEST_CASE("an entry whose rule did not run is not stale", "[run]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("甲/a.txt", "x");
  folder.write("b.txt", "x");
  BaselineMatcher matcher(sample(), folder.path());
  FileResult result = result_of({diagnostic("a/b", "1")});
  matcher.apply(result, file, {{"a/b", {}}});
  CHECK(matcher.stale() == 0);
  CHECK(matcher.pruned() == sample());
}

TEST_CASE("a report that was moved is known by organ and year, else by its name", "[run]") {
  const ScratchFolder folder;
  folder.write("b.txt", "x");
  SECTION("renamed") {
    BaselineMatcher matcher(sample(), folder.path());
    FileResult result = result_of({diagnostic("a/b", "1"), diagnostic("a/c", "2")});
    matcher.apply(result, folder.path() / "乙/new.txt", rules);
    CHECK(result.in_baseline.size() == 2);
    CHECK(matcher.pruned().files.count("乙/new.txt") == 1);
    CHECK(matcher.pruned().files.count("甲/a.txt") == 0);
  }
  SECTION("another body's") {
    BaselineMatcher matcher(sample(), folder.path());
    FileResult result = result_of({diagnostic("a/b", "1")}, "乙局");
    matcher.apply(result, folder.path() / "乙/new.txt", rules);
    CHECK(result.in_baseline.empty());
    CHECK(matcher.stale() == 2);  // its file is gone
  }
  SECTION("without organ, of the same name") {
    BaselineMatcher matcher(sample(), folder.path());
    FileResult result = result_of({diagnostic("a/b", "1")}, "");
    matcher.apply(result, folder.path() / "乙/a.txt", rules);
    CHECK(result.in_baseline.size() == 1);
  }
  SECTION("one that is still there lends nothing") {
    folder.write("甲/a.txt", "x");
    BaselineMatcher matcher(sample(), folder.path());
    FileResult result = result_of({diagnostic("a/b", "1")});
    matcher.apply(result, folder.path() / "乙/a.txt", rules);
    CHECK(result.in_baseline.empty());
  }
}

TEST_CASE("what rules about all reports say of a file belongs to it", "[run]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("c.txt", "x");
  BaselineMatcher writer(Baseline(), folder.path());
  writer.absorb(result_of({diagnostic("a/b", "1")}), file);
  FileResult later = result_of({diagnostic("a/c", "9")}, "", 0);
  later.at_end_of_run = true;
  writer.absorb(later, file);
  const Baseline baseline = writer.pruned();
  CHECK(baseline.files.at("c.txt").diagnostics.size() == 2);
  CHECK(baseline.files.at("c.txt").organ == "甲局");
}

TEST_CASE("a file outside the baseline's folder is called by its whole path", "[run]") {
  CHECK(path_in_baseline("/a/b", "/a/b/c/d.txt") == "c/d.txt");
  CHECK(path_in_baseline("/a/b", "/a/d.txt") == "/a/d.txt");
}

}  // namespace
}  // namespace gialint
