#include "engine/files/read_file.hpp"

#include <cerrno>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

TEST_CASE("a file gives its bytes, whatever they are", "[files]") {
  const ScratchFolder folder;
  std::string bytes("\0\r\n\xff", 4);
  for (int i = 0; i < 20; ++i) bytes += bytes.substr(0, 50'000);
  for (const std::string& content : {std::string(), std::string("x"), bytes}) {
    const Result<std::string> read = read_file(folder.write("f", content), 1U << 30U);
    REQUIRE(read.ok());
    CHECK((*read == content));
  }
}

TEST_CASE("no more is read than shows that the limit is passed", "[files]") {
  const ScratchFolder folder;
  const std::filesystem::path file = folder.write("f", std::string(100, 'x'));
  CHECK((*read_file(file, 100)).size() == 100);
  CHECK((*read_file(file, 99)).size() == 100);
  CHECK((*read_file(file, 10)).size() == 11);
  CHECK((*read_file("/dev/zero", 100'000, FileKind::anything)).size() == 100'001);
}

TEST_CASE("what cannot be read is a failure with path and reason", "[files]") {
  const ScratchFolder folder;
  const std::string missing = (folder.path() / "missing").string();
  CHECK(to_string(read_file(missing, 10).failure(), Language::zh) == missing + ": 没有这个文件或者文件夹");
  CHECK(to_string(read_file(missing, 10).failure(), Language::en) == missing + ": no such file or folder");
  CHECK(read_file(folder.path(), 10).failure().what.en == "is a folder, not a file");
}

TEST_CASE("a pipe, device or socket is told and not waited for, unless anything may be read", "[files]") {
  const ScratchFolder folder;
  const std::filesystem::path pipe = folder.path() / "gialint.toml";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const std::filesystem::path& path : {pipe, std::filesystem::path("/dev/zero")}) {
    const Result<std::string> read = read_file(path, 10);
    REQUIRE_FALSE(read.ok());
    CHECK(read.failure().what.en.find("is no regular file") == 0);
  }
  std::thread writer([&] { std::ofstream(pipe) << "text"; });
  const Result<std::string> read = read_file(pipe, 10, FileKind::anything);
  writer.join();
  REQUIRE(read.ok());
  CHECK(*read == "text");
}

TEST_CASE("a path with a NUL names no file", "[files]") {
  const ScratchFolder folder;
  folder.write("f", "x");
  const Result<std::string> read = read_file(folder.path() / std::string("f\0g", 3), 10);
  REQUIRE_FALSE(read.ok());
  CHECK(read.failure().what.en == "there is a NUL character in the path");
}

TEST_CASE("an error without words of ours has the system's", "[files]") {
  CHECK_FALSE(system_reason(EXDEV).zh.empty());
  CHECK_FALSE(system_reason(EXDEV).en.empty());
}

}  // namespace
}  // namespace gialint
