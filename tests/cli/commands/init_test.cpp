#include <filesystem>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("init writes a configuration that is valid and changes nothing", "[cli]") {
  for (const char* language : {"zh", "en"}) {
    const Folder folder;
    const Setting here = {folder.path(), "", {}};
    const Outcome run = gialint({"init", "--lang", language}, here);
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    const std::string text = bytes_of(folder / "gialint.toml");
    CHECK(text.find("schema = 1") != std::string::npos);
    folder.copy("reports/marked.txt", "a.txt");
    const std::vector<std::string> check = {"--rules-dir", fixture("rules"), "a.txt"};
    const Outcome with = gialint(check, here);
    CHECK(with.err.empty());
    CHECK(with.out == gialint(with_test_rules({"a.txt"}), here).out);
    const auto entries = std::filesystem::directory_iterator(folder.path());
    CHECK(std::distance(begin(entries), end(entries)) == 2);
  }
}

TEST_CASE("init leaves an existing configuration as it is", "[cli]") {
  for (const char* name : {"gialint.toml", ".gialint.toml"}) {
    const Folder folder;
    folder.write(name, "lang = \"en\"\n");
    const Outcome run = gialint({"init"}, {folder.path(), "", {}});
    CHECK(run.status == 2);
    CHECK(run.err.find(name) != std::string::npos);
    CHECK(bytes_of(folder / name) == "lang = \"en\"\n");
    const auto entries = std::filesystem::directory_iterator(folder.path());
    CHECK(std::distance(begin(entries), end(entries)) == 1);
  }
}

}  // namespace
}  // namespace gialint
