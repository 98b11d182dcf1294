#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

Outcome in(const Folder& folder, const std::vector<std::string>& arguments, const std::string& below = "") {
  return gialint(arguments, {folder.path() + "/" + below, "", {}});
}

TEST_CASE("a new rule of any category passes its cases at once, all its messages reached", "[cli]") {
  for (const char* language : {"zh", "en"}) {
    const Folder folder;
    for (const char* id : {"local/my-rule", "history/my-rule", "corpus/my-rule"}) {
      const Outcome run = in(folder, {"new", "rule", id, "--lang", language});
      INFO(id << run.err);
      CHECK(run.status == 0);
      CHECK(run.out.find("rules/" + std::string(id) + ".test") != std::string::npos);
    }
    const Outcome test = in(folder, {"test", "--strict-coverage"});
    CHECK(test.out.empty());
    CHECK(test.status == 0);
  }
}

TEST_CASE("a new rule goes to the pack around, or to --dir", "[cli]") {
  const Folder folder;
  CHECK(in(folder, {"new", "rule", "local/a"}).status == 0);
  fs::create_directories(folder / "rules/local/deep");
  CHECK(in(folder, {"new", "rule", "other/b"}, "rules/local").status == 0);
  CHECK(fs::exists(folder / "rules/other/b.lua"));
  CHECK(in(folder, {"new", "rule", "local/c", "--dir", "elsewhere"}).status == 0);
  CHECK(fs::exists(folder / "elsewhere/local/c.test"));
}

TEST_CASE("what exists stays as it is", "[cli]") {
  const Folder folder;
  folder.write("rules/local/a.test", "mine");
  const Outcome run = in(folder, {"new", "rule", "local/a"});
  CHECK(run.status == 2);
  CHECK(run.err.find("rules/local/a.test 已经存在") != std::string::npos);
  CHECK(bytes_of(folder / "rules/local/a.test") == "mine");
  CHECK_FALSE(fs::exists(folder / "rules/local/a.lua"));
  folder.write("city/x", "");
  CHECK(in(folder, {"new", "plugin", "city"}).status == 2);
}

TEST_CASE("a new plugin passes its own cases, and takes more rules", "[cli]") {
  for (const char* language : {"zh", "en"}) {
    const Folder folder;
    CHECK(in(folder, {"new", "plugin", "my-city", "--lang", language}).status == 0);
    for (const char* name : {"plugin.toml", "README.md", "rules/draft-words.lua", "rules/draft-words.test"})
      CHECK(fs::exists(folder / ("my-city/" + std::string(name))));
    CHECK(in(folder, {"new", "rule", "second", "--lang", language}, "my-city").status == 0);
    CHECK(in(folder, {"new", "rule", "my-city/third"}, "my-city/rules").status == 0);
    const Outcome test = in(folder, {"test", "--strict-coverage"}, "my-city");
    CHECK(test.out.empty());
    CHECK(test.status == 0);
    CHECK(in(folder, {"test", "--format", "json"}).out.find("\"rule\": \"my-city/third\"") != std::string::npos);
    const Outcome wrong = in(folder, {"new", "rule", "other/x"}, "my-city");
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("my-city/") != std::string::npos);
  }
}

TEST_CASE("names that cannot be are refused with what they should be", "[cli]") {
  const Folder folder;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"new"},
                                                    {"new", "rule"},
                                                    {"new", "rulle", "a/b"},
                                                    {"new", "rule", "a"},
                                                    {"new", "rule", "A/b"},
                                                    {"new", "rule", "a/b/c"},
                                                    {"new", "rule", "../a"},
                                                    {"new", "plugin", "a/b"},
                                                    {"new", "plugin", "totals"},
                                                    {"new", "plugin", "input"},
                                                    {"new", "plugin", "a", "--dir", "nowhere"},
                                                    {"new", "rule", "a/b", "c"}}) {
    const Outcome run = in(folder, arguments);
    INFO(run.err);
    CHECK(run.status == 2);
    CHECK_FALSE(run.err.empty());
  }
  CHECK(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace gialint
