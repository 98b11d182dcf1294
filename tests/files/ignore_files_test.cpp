#include "engine/files/ignore_files.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a path below a folder is told from there", "[files]") {
  CHECK(path_below("/a/b/c", "/a") == "b/c");
  CHECK(path_below("/a", "/") == "a");
  CHECK(path_below("/ab/c", "/a") == "ab/c");
}

TEST_CASE("the .gitignore files of a repository hold from its top down, the deepest first", "[files]") {
  const ScratchFolder folder;
  folder.write(".gitignore", "*.lua\n");
  CHECK(ignore_files_above(folder.path() / "a").empty());  // no repository
  fs::create_directories(folder.path() / ".git");
  folder.write("a/.gitignore", "!kept.lua\n");
  std::vector<IgnoreFile> files = ignore_files_above(folder.path() / "a");
  CHECK(files.size() == 1);
  CHECK(is_ignored(folder.path() / "a/kept.lua", files, false));
  add_ignore_file(folder.path() / "a", files);
  CHECK(files.size() == 2);
  CHECK_FALSE(is_ignored(folder.path() / "a/kept.lua", files, false));
  CHECK(is_ignored(folder.path() / "a/other.lua", files, false));
}

TEST_CASE("files are found all the way down, but for hidden and ignored ones and links", "[files]") {
  const ScratchFolder folder;
  fs::create_directories(folder.path() / ".git");
  folder.write(".gitignore", "build/\n");
  for (const char* name : {"b/x.lua", "a.test", "a.txt", "build/y.lua", ".hidden/z.lua", "b/.w.lua"}) {
    folder.write(name, "");
  }
  fs::create_symlink(folder.path() / "b", folder.path() / "c");
  const Result<std::vector<fs::path>> found = files_below(folder.path(), {".lua", ".test"});
  REQUIRE(found.ok());
  CHECK(*found == std::vector<fs::path>{folder.path() / "a.test", folder.path() / "b/x.lua"});
  CHECK(files_below(folder.path() / "build", {".lua"})->size() == 1);  // named
  CHECK_FALSE(files_below(folder.path() / "nothing", {".lua"}).ok());
}

}  // namespace
}  // namespace gialint
