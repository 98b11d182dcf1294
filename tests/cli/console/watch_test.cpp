#include "engine/cli/console/watch.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a file that changed, came or went is noticed", "[cli]") {
  const Folder folder;
  const fs::path a = folder.write("a", "1");
  const fs::path b = folder.write("b", "1");
  const fs::path c = folder / "c";
  const std::vector<fs::path> files = {a, b, c};
  const FileStamps before = stamps_of(files);
  CHECK(before.size() == 2);
  CHECK(changed_files(before, stamps_of(files)).empty());
  folder.write("a", "12");
  CHECK(changed_files(before, stamps_of(files)) == std::set<fs::path>{a});
  fs::remove(b);
  folder.write("c", "");
  CHECK(changed_files(before, stamps_of(files)) == std::set<fs::path>{a, b, c});
}

TEST_CASE("a new file of the same size and time in the old one's place is a change", "[cli]") {
  const Folder folder;
  const fs::path a = folder.write("a", "1");
  const FileStamps before = stamps_of({a});
  const fs::path other = folder.write("b", "2");
  fs::last_write_time(other, fs::last_write_time(a));
  fs::rename(other, a);
  CHECK(changed_files(before, stamps_of({a})).size() == 1);
}

}  // namespace
}  // namespace gialint
