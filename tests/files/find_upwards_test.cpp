#include "engine/files/find_upwards.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

TEST_CASE("the nearest file of a name above is found, up to the repository", "[files]") {
  const ScratchFolder folder;
  const fs::path top = folder.write("a.json", "");
  const fs::path second = folder.write("x/b.json", "");
  folder.write("repository/.git/HEAD", "");
  fs::create_directories(folder.path() / "x/y/a.json");

  CHECK(find_upwards(folder.path(), {"a.json"}) == top);
  CHECK(find_upwards(folder.path() / "x/y/report.txt", {"a.json"}) == top);
  CHECK(find_upwards(folder.path() / "x/y", {"a.json", "b.json"}) == second);
  CHECK(find_upwards(folder.path() / "no/such/folder/x.txt", {"a.json"}) == top);
  CHECK_FALSE(find_upwards(folder.path() / "repository/x.txt", {"a.json"}));
}

TEST_CASE("where both stand in one folder, the first name counts", "[files]") {
  const ScratchFolder folder;
  folder.write("a.json", "");
  const fs::path b = folder.write("b.json", "");
  CHECK(find_upwards(folder.path(), {"b.json", "a.json"}) == b);
}

}  // namespace
}  // namespace gialint
