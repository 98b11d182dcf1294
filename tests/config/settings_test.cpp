#include "engine/config/settings.hpp"

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

TEST_CASE("the nearest configuration holds, read once", "[config]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "[rules]\n\"test/*\" = \"off\"\n");
  folder.write("a/b/gialint.toml", "[rules]\n\"test/error-word\" = \"info\"\n");
  std::filesystem::create_directories(folder.path() / "a/b/c");
  Settings settings(sample_pack(), {}, {});
  const FolderSettings& above = settings.in_folder(folder.path() / "a");
  const FolderSettings& below = settings.in_folder(folder.path() / "a/b/c");
  REQUIRE(above.config.ok());
  REQUIRE(below.config.ok());
  CHECK(&settings.in_folder(folder.path()) == &above);
  CHECK(below.folder == folder.path() / "a/b");
  CHECK(settings.rules_for(folder.path() / "a/x.txt")->count("test/error-word") == 0);
  CHECK(settings.rules_for(folder.path() / "a/b/c/x.txt")->at("test/error-word").severity == Severity::info);
}

TEST_CASE("overrides hold for the files that they name", "[config]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "[[override]]\nfiles = [\"towns/**\"]\nrules = { \"test/error-word\" = \"off\" }\n");
  Settings settings(sample_pack(), {}, {});
  CHECK(settings.rules_for(folder.path() / "towns/x.txt")->count("test/error-word") == 0);
  CHECK(settings.rules_for(folder.path() / "x.txt")->count("test/error-word") == 1);
}

TEST_CASE("--config holds for every file, --isolated leaves the defaults", "[config]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "broken =\n");
  const std::filesystem::path other = folder.write("other/o.toml", "[rules]\n\"test/*\" = \"off\"\n");
  Settings given(sample_pack(), {}, {other, false, std::nullopt});
  CHECK(given.rules_for(folder.path() / "x.txt")->count("test/error-word") == 0);
  Settings isolated(sample_pack(), {}, {std::nullopt, true, std::nullopt});
  CHECK(isolated.rules_for(folder.path() / "x.txt")->count("test/error-word") == 1);
  Settings nearest(sample_pack(), {}, {});
  CHECK_FALSE(nearest.in_folder(folder.path()).config.ok());
}

}  // namespace
}  // namespace gialint
