#include "engine/cli/console/output.hpp"

#include <filesystem>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("a file appears whole, with the rights of the one it replaces", "[cli]") {
  const Folder folder;
  const std::string path = folder.write("out.txt", "old");
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  Result<Output> output = Output::to_file(path);
  REQUIRE(output.ok());
  output->stream() << std::string(200'000, 'x') << "end";
  CHECK(bytes_of(path) == "old");
  CHECK_FALSE(output->finish());
  CHECK(bytes_of(path) == std::string(200'000, 'x') + "end");
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
}

TEST_CASE("a file that was not finished leaves nothing behind", "[cli]") {
  const Folder folder;
  {
    Result<Output> output = Output::to_file(folder / "out.txt");
    REQUIRE(output.ok());
    output->stream() << "half";
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a link to a file stays a link", "[cli]") {
  const Folder folder;
  folder.write("real/out.txt", "old");
  std::filesystem::create_symlink("real/out.txt", folder / "link.txt");
  Result<Output> output = Output::to_file(folder / "link.txt");
  REQUIRE(output.ok());
  output->stream() << "new";
  CHECK_FALSE(output->finish());
  CHECK(std::filesystem::is_symlink(folder / "link.txt"));
  CHECK(bytes_of(folder / "real/out.txt") == "new");
}

TEST_CASE("a device is written to, not replaced", "[cli]") {
  Result<Output> output = Output::to_file("/dev/null");
  REQUIRE(output.ok());
  output->stream() << "gone";
  CHECK_FALSE(output->finish());
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("a file that cannot be made is a failure with its path", "[cli]") {
  const Folder folder;
  const Result<Output> missing = Output::to_file(folder / "no/out.txt");
  REQUIRE_FALSE(missing.ok());
  CHECK(to_string(missing.failure(), Language::en) == folder / "no/out.txt: no such file or folder");
  const Result<Output> is_folder = Output::to_file(folder.path());
  REQUIRE_FALSE(is_folder.ok());
  CHECK(is_folder.failure().what.en == "is a folder, not a file");
}

}  // namespace
}  // namespace gialint
