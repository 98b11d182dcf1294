#include "engine/config/config_files.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

TEST_CASE("each file of a configuration is read once", "[config]") {
  const ScratchFolder folder;
  const std::filesystem::path path = folder.write("gialint.toml", "lang = \"en\"\n");
  ConfigFiles files(path);
  const Result<ConfigFile>& first = files.at(files.first());
  REQUIRE(first.ok());
  CHECK(first->root.find("lang") != nullptr);
  CHECK(first->text == "lang = \"en\"\n");
  folder.write("gialint.toml", "changed = true\n");
  CHECK(&files.at(files.first()) == &first);
  CHECK(files.at(files.first())->root.find("changed") == nullptr);
  CHECK(ConfigFiles(path).at(path)->root.find("changed") != nullptr);
}

TEST_CASE("a configuration that is still being written is taken as it is at hand", "[config]") {
  const ScratchFolder folder;
  ConfigFiles files(folder.write("gialint.toml", "lang = \"zh\"\n"), "extends = [\"b.toml\"]\nlang = \"en\"\n");
  CHECK(files.at(files.first())->root.find("extends") != nullptr);
  folder.write("b.toml", "fail_on = \"info\"\n");
  CHECK(files.at(folder.path() / "b.toml")->root.find("fail_on") != nullptr);
}

TEST_CASE("a file of a configuration that cannot be used is a failure each time", "[config]") {
  const ScratchFolder folder;
  ConfigFiles files(folder.write("gialint.toml", "not = toml ="));
  CHECK(files.at(files.first()).failure().where.line == 1);
  CHECK_FALSE(files.at(folder.path() / "none.toml").ok());
  CHECK_FALSE(files.at(folder.path() / "none.toml").ok());
}

}  // namespace
}  // namespace gialint
