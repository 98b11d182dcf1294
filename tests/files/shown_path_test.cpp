#include "engine/files/shown_path.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a path is shown the shorter way", "[files]") {
  const fs::path here = fs::current_path();
  CHECK(shown_path(here / "a" / "b.toml") == "a/b.toml");
  CHECK(shown_path("/a.toml") == "/a.toml");
}

TEST_CASE("a path lies within a folder by whole names", "[files]") {
  CHECK(lies_within("/a/b", "/a/b"));
  CHECK(lies_within("/a/b", "/a/b/c"));
  CHECK_FALSE(lies_within("/a/b", "/a/bc"));
  CHECK_FALSE(lies_within("/a/b", "/a"));
  CHECK(lies_within("/", "/a"));
}

}  // namespace
}  // namespace gialint
