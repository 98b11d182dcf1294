#include "engine/config/plugin_trust.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

TEST_CASE("the configuration that the run was started with is trusted, and those in the folders listed", "[config]") {
  const ScratchFolder folder;
  const fs::path own = folder.write("gialint.toml", "");
  const fs::path below = folder.write("a/gialint.toml", "");
  PluginTrust trust;
  CHECK(trust.covers(below));
  trust.all = false;
  CHECK_FALSE(trust.covers(own));
  trust.started_with = own;
  CHECK(trust.covers(own));
  CHECK(trust.covers(folder.path() / "a/../gialint.toml"));
  CHECK_FALSE(trust.covers(below));
  trust.folders = {folder.path() / "a"};
  CHECK(trust.covers(below));
  CHECK_FALSE(trust.covers(folder.write("a/b/gialint.toml", "")));
}

TEST_CASE("the user's list of trusted folders is read, and what is wrong with it is told", "[config]") {
  const ScratchFolder folder;
  CHECK((*read_trusted_folders(folder.path() / "none.toml")).empty());
  const auto read = [&](const std::string& text) { return read_trusted_folders(folder.write("trust.toml", text)); };
  CHECK(*read("schema = 1\nfolders = [\"/srv/a\", \"/srv/b\"]\n") == std::vector<fs::path>{"/srv/a", "/srv/b"});
  CHECK(read("folders = [\"srv\"]\n").failure().what.en == "an absolute path is needed, not \"srv\"");
  CHECK_FALSE(read("folder = []\n").ok());
  CHECK_FALSE(read("= \n").ok());
}

}  // namespace
}  // namespace gialint
