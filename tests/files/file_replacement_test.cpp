#include "engine/files/file_replacement.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

std::string bytes_at(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::string refusal(const fs::path& path, const fs::path& tree) {
  const std::optional<Failure> failure = rewrite_file(path, "old", "new", tree);
  return failure ? failure->what.en : "";
}

TEST_CASE("a rewritten file keeps mode and attributes, and nothing is left beside it", "[files]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("a.txt", "old");
  REQUIRE(::chmod(file.c_str(), 04755) == 0);
  const bool has_attributes = ::setxattr(file.c_str(), "user.source", "x\0y", 3, 0) == 0;
  CHECK(refusal(file, folder.path()).empty());
  CHECK(bytes_at(file) == "new");
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777U) == 04755U);
  if (has_attributes) {
    char value[8] = {};
    CHECK(::getxattr(file.c_str(), "user.source", value, sizeof value) == 3);
    CHECK(std::string(value, 3) == std::string("x\0y", 3));
  }
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what must not be rewritten is left as it is, with a reason", "[files]") {
  const ScratchFolder folder;
  const fs::path tree = folder.path();
  const fs::path file = folder.write("tree/a.txt", "old");
  SECTION("a file that nobody may write") {
    REQUIRE(::chmod(file.c_str(), 0444) == 0);
    CHECK(refusal(file, tree) == "is read-only and was left as it is");
  }
  SECTION("a file with two names") {
    fs::create_hard_link(file, tree / "other.txt");
    CHECK(refusal(file, tree).find("has other names") == 0);
  }
  SECTION("a file that holds something else by now") {
    folder.write("tree/a.txt", "older");
    CHECK(refusal(file, tree).find("changed since it was read") == 0);
    folder.write("tree/a.txt", "ol");
    CHECK(refusal(file, tree).find("changed since it was read") == 0);
  }
  SECTION("a link out of the folder") {
    fs::create_symlink(file, tree / "link.txt");
    fs::create_directory(tree / "own");
    CHECK(refusal(tree / "link.txt", tree / "own").find("lies outside the folder") == 0);
    CHECK(refusal(tree / "link.txt", tree).empty());
    CHECK(fs::is_symlink(tree / "link.txt"));
    return;
  }
  SECTION("a pipe") {
    REQUIRE(::mkfifo((tree / "pipe").c_str(), 0600) == 0);
    CHECK(refusal(tree / "pipe", tree).find("is no regular file") == 0);
  }
  SECTION("a name that holds a NUL") { CHECK_FALSE(refusal(tree / std::string("tree/a.txt\0x", 12), tree).empty()); }
  CHECK(bytes_at(file).substr(0, 2) == "ol");
}

TEST_CASE("a file put there while the new one was written is not replaced", "[files]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("a.txt", "old");
  Result<FileReplacement> replacement = FileReplacement::of(file);
  REQUIRE(replacement.ok());
  CHECK(replacement->write("new") == 0);
  fs::rename(file, folder.path() / "moved.txt");
  fs::create_symlink("moved.txt", file);
  CHECK(replacement->put(FileReplacement::There::the_same) == ESTALE);
  CHECK(bytes_at(folder.path() / "moved.txt") == "old");
}

TEST_CASE("a new file does not take the place of one that came meanwhile", "[files]") {
  const ScratchFolder folder;
  Result<FileReplacement> replacement = FileReplacement::of(folder.path() / "a.txt");
  REQUIRE(replacement.ok());
  CHECK(replacement->write("new") == 0);
  const fs::path file = folder.write("a.txt", "theirs");
  CHECK(replacement->put(FileReplacement::There::nothing) == EEXIST);
  CHECK(bytes_at(file) == "theirs");
}

TEST_CASE("what a killed run left is taken away by the next, and what a living one writes is not", "[files]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("a.txt", "old");
  fs::path left;
  {
    Result<FileReplacement> living = FileReplacement::of(file);
    REQUIRE(living.ok());
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) {
      if (entry.path() != file) left = entry.path();
    }
    REQUIRE_FALSE(left.empty());
    Result<FileReplacement> other = FileReplacement::of(file);
    REQUIRE(other.ok());
    CHECK(files_in(folder.path()) == 3);
    CHECK(other->write("new") == 0);
    CHECK(other->put() == 0);
    CHECK(fs::exists(left));
  }
  CHECK(files_in(folder.path()) == 1);
  folder.write(left.filename().string(), "half");  // nobody holds it
  CHECK(rewrite_file(file, "new", "newer", folder.path()) == std::nullopt);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what lies under the name of a temporary file and is none of ours is not written to", "[files]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("a.txt", "old");
  const fs::path precious = folder.write("precious", "keep");
  std::string name;
  {
    Result<FileReplacement> once = FileReplacement::of(file);
    REQUIRE(once.ok());
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) {
      const std::string found = entry.path().filename().string();
      if (found.front() == '.') name = found;
    }
  }
  fs::create_symlink("precious", folder.path() / name);
  CHECK(rewrite_file(file, "old", "new", folder.path()) == std::nullopt);
  CHECK(bytes_at(precious) == "keep");
  CHECK(bytes_at(file) == "new");
}

TEST_CASE("a file of the longest name can be replaced", "[files]") {
  const ScratchFolder folder;
  const fs::path file = folder.write(std::string(255, 'n'), "old");
  CHECK(rewrite_file(file, "old", "new", folder.path()) == std::nullopt);
  CHECK(bytes_at(file) == "new");
}

}  // namespace
}  // namespace gialint
