#include "engine/cli/console/new_file.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("a new file is written with the folders above it, and never over another", "[cli]") {
  const Folder folder;
  const std::string path = folder / "a/b/c.txt";
  CHECK_FALSE(write_new_file(path, "one"));
  CHECK(bytes_of(path) == "one");
  const std::optional<Failure> failure = write_new_file(path, "two");
  REQUIRE(failure);
  CHECK(failure->what.en.find(path + " exists already") == 0);
  CHECK(bytes_of(path) == "one");
  const auto entries = std::filesystem::directory_iterator(folder / "a/b");
  CHECK(std::distance(begin(entries), end(entries)) == 1);
  CHECK(write_new_file(folder / "a/b/c.txt/d", "x"));
}

}  // namespace
}  // namespace gialint
