#include "engine/office/zip_writer.hpp"

#include <catch2/catch.hpp>

#include "engine/office/zip_bytes.hpp"

namespace gialint {
namespace {

std::string_view record(const ZipArchive& archive, std::string_view name) {
  const ZipEntry* const entry = archive.find(name);
  REQUIRE(entry != nullptr);
  return archive.bytes().substr(entry->begin, entry->end - entry->begin);
}

}  // namespace

TEST_CASE("an archive without changes stays as it is", "[office]") {
  const std::string bytes = zip_archive_of({{"a", "1"}, {"b/c", std::string(500, 'x')}, {"d", ""}});
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  REQUIRE(archive.ok());
  CHECK(with_changes(*archive, {}) == bytes);
}

TEST_CASE("a change touches the record of its entry alone", "[office]") {
  const std::string bytes = zip_archive_of({{"a", "1"}, {"b", std::string(500, 'x')}, {"c", "3"}});
  const Result<ZipArchive> before = ZipArchive::open(bytes);
  REQUIRE(before.ok());
  const std::string changed =
      with_changes(*before, {{"B", "二"}, {"a", std::nullopt}, {"new/d", std::string(300, 'd')}});
  const Result<ZipArchive> after = ZipArchive::open(changed);
  REQUIRE(after.ok());
  REQUIRE(after->entries().size() == 3);
  CHECK(after->entries()[0].name == "b");
  CHECK(after->entries()[1].name == "c");
  CHECK(after->entries()[2].name == "new/d");
  CHECK(*after->read(after->entries()[0]) == "二");
  CHECK(record(*after, "c") == record(*before, "c"));
  CHECK(*after->read(after->entries()[2]) == std::string(300, 'd'));
}

TEST_CASE("headers, descriptors, padding, comments and what stands between records are copied", "[office]") {
  // Made by hand: bytes in front of the first record, a data descriptor, an extra field and comments.
  std::string bytes = "front";
  const std::size_t begin = bytes.size();
  append_u32(bytes, zip_local_header);
  append_u16(bytes, 20);
  append_u16(bytes, 8);  // sizes in a descriptor
  append_u16(bytes, 0);
  append_u32(bytes, 0x58215432);
  append_u32(bytes, 0);
  append_u32(bytes, 0);
  append_u32(bytes, 0);
  append_u16(bytes, 1);
  append_u16(bytes, 4);
  bytes += "a";
  bytes += std::string("\x99\x99\x00\x00", 4);
  bytes += "123";
  append_u32(bytes, 0x08074b50);
  append_u32(bytes, 0x884863d2);
  append_u32(bytes, 3);
  append_u32(bytes, 3);
  bytes += "padding";
  const std::size_t directory = bytes.size();
  append_u32(bytes, zip_directory_header);
  append_u16(bytes, 0x031E);
  append_u16(bytes, 20);
  append_u16(bytes, 8);
  append_u16(bytes, 0);
  append_u32(bytes, 0x58215432);
  append_u32(bytes, 0x884863d2);
  append_u32(bytes, 3);
  append_u32(bytes, 3);
  append_u16(bytes, 1);
  append_u16(bytes, 4);
  append_u16(bytes, 4);
  append_u16(bytes, 0);
  append_u16(bytes, 1);
  append_u32(bytes, 0x81A40000);
  append_u32(bytes, static_cast<std::uint32_t>(begin));
  bytes += "a";
  bytes += std::string("\x99\x99\x00\x00", 4);
  bytes += "note";
  const std::size_t end = bytes.size();
  append_u32(bytes, zip_directory_end);
  append_u32(bytes, 0);
  append_u16(bytes, 1);
  append_u16(bytes, 1);
  append_u32(bytes, static_cast<std::uint32_t>(end - directory));
  append_u32(bytes, static_cast<std::uint32_t>(directory));
  append_u16(bytes, 4);
  bytes += "last";

  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  REQUIRE(archive.ok());
  CHECK(archive->comment() == "last");
  CHECK(*archive->read(archive->entries()[0]) == "123");
  CHECK(with_changes(*archive, {}) == bytes);

  const std::string more = with_changes(*archive, {{"b", "4"}});
  CHECK(more.substr(0, directory) == bytes.substr(0, directory));
  const Result<ZipArchive> again = ZipArchive::open(more);
  REQUIRE(again.ok());
  CHECK(with_changes(*again, {{"b", std::nullopt}}) == bytes);
}

TEST_CASE("the same changes give the same bytes", "[office]") {
  const std::string bytes = zip_archive_of({{"a", "1"}});
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  REQUIRE(archive.ok());
  CHECK(with_changes(*archive, {{"b", "2"}}) == with_changes(*archive, {{"b", "2"}}));
}

}  // namespace gialint
