#include "engine/files/read_file.hpp"

#include <cerrno>

#include <catch2/catch.hpp>

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
  CHECK((*read_file("/dev/zero", 100'000)).size() == 100'001);
}

TEST_CASE("what cannot be read is a failure with path and reason", "[files]") {
  const ScratchFolder folder;
  const std::string missing = (folder.path() / "missing").string();
  CHECK(to_string(read_file(missing, 10).failure(), Language::zh) == missing + ": 没有这个文件或者文件夹");
  CHECK(to_string(read_file(missing, 10).failure(), Language::en) == missing + ": no such file or folder");
  CHECK(read_file(folder.path(), 10).failure().what.en == "is a folder, not a file");
}

TEST_CASE("an error without words of ours has the system's", "[files]") {
  CHECK_FALSE(system_reason(EXDEV).zh.empty());
  CHECK_FALSE(system_reason(EXDEV).en.empty());
}

}  // namespace
}  // namespace gialint
