#include "engine/office/zip_archive.hpp"

#include <catch2/catch.hpp>

#include "engine/office/zip_bytes.hpp"
#include "engine/office/zip_writer.hpp"

namespace gialint {
namespace {

const std::string& sample() {
  static const std::string archive =
      zip_archive_of({{"a.txt", "一二三"}, {"folder/b.txt", std::string(10'000, 'b')}, {"empty", ""}});
  return archive;
}

/// `archive` with the bytes at `at` replaced.
std::string patched(std::string archive, std::size_t at, std::string_view bytes) {
  return archive.replace(at, bytes.size(), bytes);
}

std::size_t find_nth(std::string_view archive, std::uint32_t signature, std::size_t n) {
  std::string mark;
  append_u32(mark, signature);
  std::size_t at = archive.find(mark);
  for (; n > 0; --n) at = archive.find(mark, at + 1);
  return at;
}

std::string failure_of(const std::string& archive, const ZipLimits& limits = {}) {
  const Result<ZipArchive> opened = ZipArchive::open(archive, limits);
  return opened.ok() ? "" : opened.failure().what.zh;
}

}  // namespace

TEST_CASE("an archive gives its entries and what they hold", "[office]") {
  const Result<ZipArchive> archive = ZipArchive::open(sample());
  REQUIRE(archive.ok());
  REQUIRE(archive->entries().size() == 3);
  CHECK(archive->entries()[0].name == "a.txt");
  CHECK(archive->entries()[1].method == 8);
  CHECK(*archive->read(archive->entries()[0]) == "一二三");
  CHECK(*archive->read(archive->entries()[1]) == std::string(10'000, 'b'));
  CHECK(archive->read(archive->entries()[2])->empty());
}

TEST_CASE("an entry is found whatever its name's case and slashes", "[office]") {
  const Result<ZipArchive> archive = ZipArchive::open(sample());
  REQUIRE(archive.ok());
  for (const std::string_view name : {"folder/b.txt", "/folder/B.TXT", "Folder\\b.txt"}) {
    CAPTURE(name);
    REQUIRE(archive->find(name) != nullptr);
    CHECK(archive->find(name)->name == "folder/b.txt");
  }
  CHECK(archive->find("b.txt") == nullptr);
}

TEST_CASE("what is no archive, or is cut off, is damaged", "[office]") {
  CHECK_FALSE(failure_of("").empty());
  CHECK_FALSE(failure_of("PK\x03\x04").empty());
  for (std::size_t size = 0; size < sample().size(); ++size) {
    CAPTURE(size);
    REQUIRE_FALSE(failure_of(sample().substr(0, size)).empty());
  }
}

TEST_CASE("bytes behind the end of an archive do not matter", "[office]") {
  CHECK(failure_of(sample() + "\r\n").empty());
}

TEST_CASE("records that overlap are refused", "[office]") {
  // The second entry's data is declared to begin where the first one's does.
  const std::size_t first = find_nth(sample(), zip_directory_header, 0);
  const std::size_t second = find_nth(sample(), zip_directory_header, 1);
  std::string twice = sample();
  twice.replace(second + 42, 4, twice.substr(first + 42, 4));
  CHECK_FALSE(failure_of(twice).empty());
  // The first entry's data is declared to reach into the second one's.
  CHECK_FALSE(failure_of(patched(sample(), first + 20, std::string("\xFF\x00\x00\x00", 4))).empty());
}

TEST_CASE("a local header of another name is refused", "[office]") {
  CHECK_FALSE(failure_of(patched(sample(), find_nth(sample(), zip_local_header, 0) + 30, "b")).empty());
}

TEST_CASE("two entries of one name, and names that lead out, are refused", "[office]") {
  CHECK_FALSE(failure_of(zip_archive_of({{"a", "1"}, {"A", "2"}})).empty());
  for (const char* const name : {"../a", "a/../../b", "a\\..\\b", "c:/a", "/"}) {
    CAPTURE(name);
    CHECK_FALSE(failure_of(zip_archive_of({{name, "1"}})).empty());
  }
  CHECK(failure_of(zip_archive_of({{"a..b/c", "1"}, {"/d", "2"}})).empty());
}

TEST_CASE("more entries than the limit are refused before they are read", "[office]") {
  CHECK_FALSE(failure_of(sample(), {2, 1000}).empty());
}

TEST_CASE("an entry that declares more than the limit is not unpacked", "[office]") {
  const Result<ZipArchive> archive = ZipArchive::open(sample(), {10, 9'999});
  REQUIRE(archive.ok());
  CHECK(archive->read(archive->entries()[0]).ok());
  const Result<std::string> content = archive->read(archive->entries()[1]);
  REQUIRE_FALSE(content.ok());
  CHECK(content.failure().what.zh.find("folder/b.txt") != std::string::npos);
}

TEST_CASE("an entry that unpacks to more or less than it declares is damaged", "[office]") {
  const std::size_t header = find_nth(sample(), zip_directory_header, 1);
  for (const std::string_view size : {std::string_view("\x0F\x27\0\0", 4), std::string_view("\x11\x27\0\0", 4)}) {
    const std::string archive = patched(sample(), header + 24, size);
    const Result<ZipArchive> opened = ZipArchive::open(archive);
    REQUIRE(opened.ok());
    CHECK_FALSE(opened->read(opened->entries()[1]).ok());
  }
}

TEST_CASE("a byte changed in the data is found", "[office]") {
  const Result<ZipArchive> whole = ZipArchive::open(sample());
  REQUIRE(whole.ok());
  const ZipEntry& entry = whole->entries()[0];
  const std::string archive = patched(sample(), entry.data, "X");
  const Result<ZipArchive> opened = ZipArchive::open(archive);
  REQUIRE(opened.ok());
  CHECK_FALSE(opened->read(opened->entries()[0]).ok());
}

TEST_CASE("an encrypted entry is told", "[office]") {
  const std::string archive =
      patched(sample(), find_nth(sample(), zip_directory_header, 0) + 8, std::string_view("\x01", 1));
  const Result<ZipArchive> opened = ZipArchive::open(archive);
  REQUIRE(opened.ok());
  const Result<std::string> content = opened->read(opened->entries()[0]);
  REQUIRE_FALSE(content.ok());
  CHECK(content.failure().what.zh.find("密码") != std::string::npos);
}

TEST_CASE("sizes and offsets of the 64-bit extension are read", "[office]") {
  // One stored entry whose directory header has no room for its numbers.
  const std::string plain = zip_archive_of({{"a", "123"}});
  const std::size_t header = find_nth(plain, zip_directory_header, 0);
  std::string archive = plain.substr(0, header);
  std::string central = plain.substr(header, zip_directory_header_size + 1);
  central.replace(20, 8, std::string(8, '\xFF'));
  central.replace(42, 4, std::string(4, '\xFF'));
  std::string extra("\x01\x00\x18\x00", 4);
  for (const std::uint32_t value : {3U, 3U, 0U}) {
    append_u32(extra, value);
    append_u32(extra, 0);
  }
  central.replace(30, 2, std::string("\x1C\x00", 2));
  archive += central + extra;
  std::string end = plain.substr(plain.size() - zip_directory_end_size);
  std::string size;
  append_u32(size, static_cast<std::uint32_t>(central.size() + extra.size()));
  end.replace(12, 4, size);
  archive += end;

  const Result<ZipArchive> opened = ZipArchive::open(archive);
  REQUIRE(opened.ok());
  CHECK(*opened->read(opened->entries()[0]) == "123");
  // Copied into an archive that needs none of it.
  const std::string copy = with_changes(*opened, {{"b", "4"}});
  const Result<ZipArchive> again = ZipArchive::open(copy);
  REQUIRE(again.ok());
  CHECK(*again->read(*again->find("a")) == "123");
  CHECK(*again->read(*again->find("b")) == "4");
}

}  // namespace gialint
